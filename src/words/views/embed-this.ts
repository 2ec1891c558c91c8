/** How to put the map into a page of one’s own. */
import { counted } from '../terms/text.ts';

export const embedThisWords = {
  title: 'Embed this map',
  noAddress:
    'This page was opened from a file, so it has no address that an embed could be fetched from. Open the map on its site, and look for this again there.',
  begins: 'It begins',
  atStart: 'at the beginning',
  withStory: (steps: number): string => `with your story, ${counted(steps, 'step')}`,
  withSet: 'with your story, whose steps readers cannot change',
  changes: 'When the map changes',
  newest: 'it shows the newest edition',
  keeps: (edition: number): string => `it keeps edition ${edition}, and says so`,
  theme: 'Light or dark',
  themes: {
    auto: 'like the page around it',
    light: 'light',
    dark: 'dark',
  },
  frame: {
    name: 'A plain frame',
    says: 'Works wherever a page takes a frame. Its height is fixed; the map scrolls inside.',
  },
  loader: {
    name: 'A frame that fits',
    says: 'The same frame with a small script of less than 1 kB beside it, which gives it the height it needs. Phrases of the article can be joined to steps of the map: mark them with data-parley and the id of a quotation.',
  },
  component: {
    name: 'A part of the page',
    says: 'No frame: a web component, for pages whose policy lets them load a script and data from this site.',
  },
  picture: {
    name: 'A picture with a link',
    says: 'For places that take neither frames nor scripts.',
  },
  code: (way: string): string => `Code: ${way}`,
  copy: 'Copy the code',
  copied: (way: string): string => `${way}: the code is on the clipboard.`,
  blocked: 'The clipboard is blocked here. The code is selected: copy it by hand.',
  preview: 'Preview',
  previewOf: (way: string): string => `Preview: ${way}`,
  alt: 'A question of the map, its answers, and the endings still open',
};
export type EmbedThisWords = typeof embedThisWords;
