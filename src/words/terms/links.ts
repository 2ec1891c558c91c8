/** Texts about the address of a story, and the reasons why a link could not be opened. */

/** Instruction for a link of which only the fragment is known. */
export const END_OF_LINK = 'the end of a link: put it after the address of the map';

/** The address of a story, or its fragment with the instruction. */
export const linkWords = (link: string): string => (link.startsWith('#') ? `${link} (${END_OF_LINK})` : link);

const BAD_LINK: Readonly<Record<string, string>> = {
  'too-long': 'This link is longer than any link of this map. Ask for it again, or start here.',
  'not-a-link':
    'This address holds no story of this map. Perhaps a part of it is missing: ask for it again, or start here.',
  newer: 'This link was made by a newer version of this page. Reload the page, or start here.',
  damaged:
    'This link is damaged: a part of it is missing or changed, so it was not opened. Ask for it again, or start here.',
  'bad-lesson':
    'This link holds a lesson that cannot be read: a part of it is missing, or it was made by a newer version of this page. Ask for it again, or start here.',
  'bad-work':
    'This link holds work that cannot be read: a part of it is missing, or it was made by a newer version of this page. Ask for it again, or start here.',
  'other-scenario':
    'This link belongs to another map. Open its file first: the link then opens there. If you have no such file, ask whoever made the link, or start here.',
  'unknown-view': 'This link opens a page that this version does not have. The story itself is here.',
};

/** The reason why a link could not be opened, as a sentence; an unknown key gives that of a damaged link. */
export const badLinkWords = (why: string): string => BAD_LINK[why] ?? BAD_LINK['damaged'] ?? '';
