/** Tests that another program reads the manifests as XML, with every text unchanged and in its place. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cartridgeManifest,
  PAGE,
  scormManifest,
  tincanManifest,
  WEB_LINK,
  webLink,
  type About,
} from '../../src/lms/manifests.ts';

function read(text: string): Document {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  const wrong = parsed.querySelector('parsererror');
  if (wrong) throw new Error(`${wrong.textContent}\n${text}`);
  return parsed;
}
const texts = (document: Document, name: string) =>
  [...document.getElementsByTagNameNS('*', name)].map((element) => element.textContent);
const attribute = (document: Document, name: string, of: string) =>
  [...document.getElementsByTagNameNS('*', name)].map((element) => element.getAttribute(of));
/** What XML can hold in some form; a carriage return is read as a line feed. */
const readable = (text: string) =>
  [...text.replace(/\r\n?/g, '\n')]
    .filter((sign) => sign >= ' ' || '\t\n'.includes(sign))
    .filter((sign) => !/[\ufffe\uffff]|\p{Surrogate}/u.test(sign))
    .join('');

const about: About = {
  title: 'Rust & “peace” <now> ]]>',
  intro: 'Read "both" sides.',
  id: 'abcd1234',
  address: 'https://example.org/parley/?a=1&b=2#1.2.s0.l-x.abcd',
};

describe('SCORM 1.2', () => {
  test('names one page to open, which is in the package, and no mastery score', () => {
    const document = read(scormManifest(about));
    expect(document.documentElement.namespaceURI).toBe('http://www.imsproject.org/xsd/imscp_rootv1p1p2');
    expect(texts(document, 'schema')).toEqual(['ADL SCORM']);
    expect(texts(document, 'schemaversion')).toEqual(['1.2']);
    expect(texts(document, 'title')).toEqual([about.title, about.title]);
    const [resource] = document.getElementsByTagNameNS('*', 'resource');
    expect(resource?.getAttribute('href')).toBe(PAGE);
    expect(resource?.getAttributeNS('http://www.adlnet.org/xsd/adlcp_rootv1p2', 'scormtype')).toBe('sco');
    expect(attribute(document, 'file', 'href')).toEqual([PAGE]);
    expect(attribute(document, 'item', 'identifierref')).toEqual([
      resource?.id || resource?.getAttribute('identifier'),
    ]);
    expect(attribute(document, 'organizations', 'default')).toEqual(
      attribute(document, 'organization', 'identifier'),
    );
    expect(texts(document, 'masteryscore')).toEqual([]);
  });
});

describe('Tin Can', () => {
  test('names the lesson by its address on the site, and the page to open', () => {
    const document = read(tincanManifest(about));
    expect(attribute(document, 'activity', 'id')).toEqual([about.address]);
    expect(texts(document, 'name')).toEqual([about.title]);
    expect(texts(document, 'launch')).toEqual([PAGE]);
  });
});

describe('Common Cartridge 1.1', () => {
  test('contains one web link, which its only item opens', () => {
    const document = read(cartridgeManifest(about));
    expect(texts(document, 'schema')).toEqual(['IMS Common Cartridge']);
    expect(texts(document, 'schemaversion')).toEqual(['1.1.0']);
    expect(attribute(document, 'resource', 'type')).toEqual(['imswl_xmlv1p1']);
    expect(attribute(document, 'file', 'href')).toEqual([WEB_LINK]);
    const root = document.querySelector('organization > item');
    expect(root?.children.length).toBe(1);
    expect(root?.querySelector('item')?.getAttribute('identifierref')).toBe(
      document.querySelector('resource')?.getAttribute('identifier'),
    );
    const link = read(webLink(about));
    expect(link.documentElement.namespaceURI).toBe('http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1');
    expect(attribute(link, 'url', 'href')).toEqual([about.address]);
    expect(texts(link, 'title')).toEqual([about.title]);
  });
});

test('every manifest: keeps any text of a teacher as text', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      '</title><script>',
      '"><x y="',
      "' onload='",
      '<![CDATA[',
      ']]>',
      '&lt;',
      '<!--',
      '--',
      '\u0000',
      '\ud800',
    ),
  );
  fc.assert(
    fc.property(words, words, (title, intro) => {
      const told = { ...about, title, intro };
      for (const make of [scormManifest, tincanManifest, cartridgeManifest, webLink]) {
        const document = read(make(told));
        const [usual, now] = [make(about), make(told)].map((text) => read(text).querySelectorAll('*').length);
        expect(now).toBe(usual);
        const all = [...texts(document, 'title'), ...texts(document, 'name')].map((text) =>
          text?.replace(/\r\n?/g, '\n'),
        );
        expect(all.length).toBeGreaterThan(0);
        for (const text of all) expect(text).toBe(readable(title));
      }
    }),
  );
});
