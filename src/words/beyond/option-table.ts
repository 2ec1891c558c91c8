/** The documentation of an embed’s options, in Markdown. */
export const optionTableWords = {
  /** The heads of the columns. */
  option: 'option',
  values: 'may be',
  unless: 'unless said',
  does: 'what it does',
  empty: 'empty',
  count: (most: number): string => `a whole number from 0 to ${most}`,
  word: (longest: number): string => `at most ${longest} letters, digits and the signs . - _ ~`,
  /** What each option does, by its name. */
  says: {
    p: 'The story the embed opens with, as the map’s own links write it after `#`. What stands after `#` comes first.',
    lock: 'How many of the first answers of that story readers cannot change.',
    evidence:
      'Whether the quotations behind the last answer are open or one press away. They cannot be left out.',
    map: 'Whether the line of the story stands above the question.',
    endings: 'Whether the list of endings is one press away, open, or left out.',
    theme: 'Light or dark; `auto` follows the page around the embed, or the reader’s device.',
    lang: 'The language of the embed’s own words. English is the only one so far.',
    height:
      '`auto` tells the page around the embed how tall it is; with `fixed` it does not, and the embed scrolls.',
    id: 'The name under which the height is told to Datawrapper’s listeners, where the page looks for one.',
    secret: 'WordPress’s secret, written after `#?` by WordPress itself.',
  },
};
