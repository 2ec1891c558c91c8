/**
 * What a package for a learning platform says about itself, as XML: SCORM 1.2 (ADL, *Content Aggregation Model*, 2001),
 * Tin Can (Rustici, *Launch and packaging*, for xAPI) and IMS Common Cartridge 1.1 with one web link. None of its
 * texts is longer than its schema lets it be.
 */
import { html } from '../scenario/text/markup.ts';

/** What a manifest tells of a lesson. */
export interface About {
  readonly title: string;
  /** What to do, in the teacher’s words; may be empty. */
  readonly intro: string;
  /** Tells this lesson from others: letters and digits. */
  readonly id: string;
  /** The address of the lesson on the site. */
  readonly address: string;
}

/** The page in a package. */
export const PAGE = 'parley.html';

/** `imsmanifest.xml` of a SCORM 1.2 package that holds the page alone. */
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

/** `tincan.xml` of an xAPI package that holds the page alone. */
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

/** The folder and file of the web link in a cartridge. */
export const WEB_LINK = 'lesson/weblink.xml';

/** `imsmanifest.xml` of a Common Cartridge 1.1 that holds the web link alone. */
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

/** The web link itself. It opens in a window of its own, where the page can be read whole. */
export const webLink = ({ title, address }: About): string =>
  String(html`<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">
  <title>${title}</title>
  <url href="${address}" target="_blank"/>
</webLink>
`);
