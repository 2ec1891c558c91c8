/** Texts of the view for writers. */
import { counted } from '../terms/text.ts';

export const writersWords = {
  title: 'Put this map in your article',
  intro:
    'Copy the code into your page. Readers can answer the questions there; nobody has to leave your article.',
  noAddress:
    'This page was opened from a file, so it has no address that your article could load it from. Open the map on its site, and come back here.',
  code: 'The code',
  copy: 'Copy the code',
  copied: 'The code is on your clipboard.',
  blocked: 'Your browser does not let this page copy. The code is selected: copy it by hand.',
  way: 'How it is put in',
  ways: {
    frame: { name: 'Frame', says: 'Works wherever you can put an iframe. Its height is fixed.' },
    loader: {
      name: 'Frame that fits',
      says: 'The same frame with a script of less than 1 kB, which sets its height. You can also join a phrase of your article to a step: mark it with data-parley and the id of a quotation.',
    },
    component: {
      name: 'Web component',
      says: 'No frame. For sites that may load a script and data from here.',
    },
    picture: { name: 'Picture with a link', says: 'For places that take neither frames nor scripts.' },
  },
  options: 'Options',
  begins: 'It starts',
  atStart: 'at the first question',
  withStory: (steps: number): string => `with your story, ${counted(steps, 'step')}`,
  withSet: 'with your story, which readers cannot change',
  changes: 'When the map changes',
  newest: 'show the newest edition',
  keeps: (edition: number): string => `keep edition ${edition}, and say so`,
  theme: 'Colours',
  themes: { auto: 'as the reader’s device', light: 'light', dark: 'dark' },

  preview: 'How it looks',
  sizes: { phone: 'On a phone', column: 'In a column of text', wide: 'Across the page' },
  previewOf: (way: string): string => `Preview: ${way}`,
  alt: 'A question of the map, its answers, and the endings that are still open',

  know: 'Good to know',
  facts: [
    'The notice, the sources and their date are always in the frame, with a link to About this map.',
    'It loads nothing from anybody else. It sets no cookies and tracks nobody, so it needs no consent banner.',
    'It works with the keyboard alone, in light and in dark, from 320 pixels of width.',
    'Where oEmbed is set up for this site, the address of the map is enough.',
    'You may use it without asking. Please do not call it a forecast.',
  ],
};
