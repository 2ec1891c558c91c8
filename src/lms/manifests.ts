/**
 * Writes the manifests of packages for learning platforms, as XML: SCORM 1.2 (ADL, *Content Aggregation Model*,
 * 2001), Tin Can (Rustici, *Launch and packaging*, for xAPI) and IMS Common Cartridge 1.1 with one web link. Every
 * text is within the maximum length of its schema.
 */
import { html } from '../scenario/text/markup.ts';

/** The facts about a lesson that a manifest contains. */
export interface About {
  readonly title: string;
  /** The teacher’s instructions; may be empty. */
  readonly intro: string;
  /** Identifier of the lesson: letters and digits. */
  readonly id: string;
  /** The address of the lesson on the site. */
  readonly address: string;
}

/** File name of the page in a package. */
export const PAGE = 'parley.html';

/** `imsmanifest.xml` of a SCORM 1.2 package that contains only the page. */
export const scormManifest = ({ title, id }: About): string =>
  String(html`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="parley-${id}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="lesson">
    <organization identifier="lesson">
      <title>${title}</title>
      <item identifier="item" identifierref="page" isvisible="true">
        <title>${title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="${PAGE}">
      <file href="${PAGE}"/>
    </resource>
  </resources>
</manifest>
`);

/** `tincan.xml` of an xAPI package that contains only the page. */
export const tincanManifest = ({ title, intro, address }: About): string =>
  String(html`<?xml version="1.0" encoding="UTF-8"?>
<tincan xmlns="http://projecttincan.com/tincan.xsd">
  <activities>
    <activity id="${address}" type="http://adlnet.gov/expapi/activities/lesson">
      <name>${title}</name>
      <description lang="und">${intro}</description>
      <launch lang="und">${PAGE}</launch>
    </activity>
  </activities>
</tincan>
`);

/** Path of the web link in a cartridge. */
export const WEB_LINK = 'lesson/weblink.xml';

/** `imsmanifest.xml` of a Common Cartridge 1.1 that contains only the web link. */
export const cartridgeManifest = ({ title, intro, id }: About): string =>
  String(html`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="parley-${id}" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
  <metadata>
    <schema>IMS Common Cartridge</schema>
    <schemaversion>1.1.0</schemaversion>
    <lom:lom>
      <lom:general>
        <lom:title><lom:string>${title}</lom:string></lom:title>
        <lom:description><lom:string>${intro}</lom:string></lom:description>
      </lom:general>
    </lom:lom>
  </metadata>
  <organizations>
    <organization identifier="lesson" structure="rooted-hierarchy">
      <item identifier="root">
        <item identifier="item" identifierref="link">
          <title>${title}</title>
        </item>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="link" type="imswl_xmlv1p1">
      <file href="${WEB_LINK}"/>
    </resource>
  </resources>
</manifest>
`);

/** The web link. It opens in a new window, where the page has its full size. */
export const webLink = ({ title, address }: About): string =>
  String(html`<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">
  <title>${title}</title>
  <url href="${address}" target="_blank"/>
</webLink>
`);
