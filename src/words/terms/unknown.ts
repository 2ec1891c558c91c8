/** What stands where the page knows nothing, or the scenario says nothing. */

/** Said wherever something rests on knowing every story of a scenario, and it is not known. */
export const NOT_KNOWN =
  'It is not known which answers close which endings: this map is too large to check here, or the check was stopped.';

/** Said after it where a whole view rests on that. */
export const SO_NOTHING =
  'So nothing can be said about all its stories. You can still follow them, step by step.';

/** Stands in a part of the page of which a scenario file says nothing. */
export const NOTHING_NAMED = 'The scenario file names nothing here.';
