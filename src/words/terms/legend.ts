/** The meaning of the marks and patterns of the line map. */
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
