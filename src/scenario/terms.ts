/** The fixed words of the format, and what an id and a code are: apart from the schema, for programs that have no room for it. */

/** Words no id may be, anywhere. */
export const RESERVED = ['leave', 'reader', 'ending'] as const;

export const BASES = ['stated', 'reported', 'urged', 'suggested', 'assumption', 'reading'] as const;
export const KINDS = ['direct', 'mixed', 'reported', 'statement', 'judgement', 'heading'] as const;
export const CLAUSE_KINDS = ['source', 'inference', 'assumption', 'structure'] as const;
export const CHANGE_KINDS = ['correction', 'clarification', 'update', 'source'] as const;

/** What an id is, and a code. */
export const ID = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;
export const CODE = /^[A-Za-z0-9]{1,3}$/;
