/** Texts for missing information. */

/** Used where a result requires the graph of all stories, and there is none. */
export const NOT_KNOWN =
  'It is not known which answers close which endings: this map is too large to check here, or the check was stopped.';

/** Follows `NOT_KNOWN` where a whole view requires the graph. */
export const SO_NOTHING =
  'So nothing can be said about all its stories. You can still follow them, step by step.';

/** Used in a part of the page for which the scenario has no text. */
export const NOTHING_NAMED = 'The scenario file names nothing here.';
