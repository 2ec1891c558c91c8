/** What the marks and the patterns of the line map mean, wherever it is drawn. */
export const LEGEND = {
  solid: 'reported, or left open',
  dashed: 'asked for or suggested',
  dotted: 'not in the articles',
  open: 'still open',
  closed: 'closed',
};

/** The patterns of the line, each with the mark that such an answer most often has. */
export const LEGS = [
  ['solid', 'reported'],
  ['dashed', 'urged'],
  ['dotted', 'assumption'],
] as const;
