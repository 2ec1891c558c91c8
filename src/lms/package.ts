/** Packs a lesson for a learning platform: a zip file with the page and its manifest. */
import { strToU8, zipSync } from 'fflate';
import { fingerprint } from '../codec/lesson.ts';
import {
  cartridgeManifest,
  PAGE,
  scormManifest,
  tincanManifest,
  WEB_LINK,
  webLink,
  type About,
} from './manifests.ts';
import { packedElement, type Packed } from './packed.ts';
import { submissionWords } from '../words/beyond/submissions.ts';

/**
 * Packs files into a zip. All entries have the same fixed date, so that the same lesson always gives the same file.
 */
const files = (all: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])), {
    level: 9,
    mtime: new Date(1980, 0, 2),
  });

const about = ({ lesson, address }: Omit<Packed, 'by'>): About => ({
  title: lesson.title || submissionWords.lesson,
  intro: lesson.intro,
  id: fingerprint(lesson),
  address,
});

/** The package of `packed`, as the bytes of a zip file. `page` is the text of the program in one file. */
export function platformPackage(packed: Packed, page: string): Uint8Array {
  const told = about(packed);
  return files({
    ...(packed.by === 'scorm'
      ? { 'imsmanifest.xml': scormManifest(told) }
      : { 'tincan.xml': tincanManifest(told) }),
    [PAGE]: packedPage(packed, page),
  });
}

/** A Common Cartridge that contains only the link of a lesson, as the bytes of a zip file. */
export function cartridge(packed: Omit<Packed, 'by'>): Uint8Array {
  const told = about(packed);
  return files({ 'imsmanifest.xml': cartridgeManifest(told), [WEB_LINK]: webLink(told) });
}

/**
 * The text of `page` with the lesson in its head. An xAPI page sends requests to the endpoint that its launch names,
 * which is not known in advance, so the policy of that package allows requests to its own host and to any over HTTPS.
 */
export function packedPage(packed: Packed, page: string): string {
  const policy = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)("\s*\/?>)/;
  if (!policy.test(page)) throw new Error('The page to pack has no policy.');
  return page.replace(policy, (_, before: string, rules: string, after: string) => {
    const asking = packed.by === 'xapi' ? "; connect-src 'self' https:" : '';
    return `${before}${rules}${asking}${after}\n    ${packedElement(packed)}`;
  });
}
