/** What stands where the page knows nothing, or the scenario says nothing. */

/** Said wherever something rests on knowing every story of a scenario, and it is not known. */
export const NOT_KNOWN =
  'What closes what is not known for this scenario: it is too large for this page, or looking through it was stopped.';

/** Stands in a part of the page of which a scenario file says nothing. */
export const NOTHING_NAMED = 'The scenario file names nothing here.';
