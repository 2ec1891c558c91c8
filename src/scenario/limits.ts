/** How large a scenario may be, and what is in it. Depths in levels, texts in characters (Unicode code points). */
export const LIMITS = {
  bytes: 2_000_000,
  questions: 1_000,
  conditionDepth: 32,
  /** Of the whole file: far more than 32 levels of conditions need. */
  nesting: 128,
  situations: 1_000_000,
  /** Situations with futures of their own, which a page holds while it is open. */
  futures: 20_000,

  /** One text. The longest of the first scenario has 510. */
  text: 20_000,
  /** What stands in a text without a place where a line can break; addresses are longer than words. */
  word: 500,
  address: 2_000,
  /** All words of a file, where words have spaces between them: a long book. */
  words: 200_000,

  /** Items of any list that has no limit of its own below. */
  items: 1_000,
  actors: 64,
  /** Answers to one question. All answers of 1,000 questions are numbered in 16 bits. */
  answers: 64,
  /** Clauses of one answer, `requires` and `againstWhen` each. Those that hold are kept as 32 bits. */
  clauses: 32,
  /** Alternatives of one answer’s consent. */
  consent: 32,
  endings: 200,
  aims: 100,
  /** Answers that a claim takes as given: what is worked out can double with each. */
  given: 16,
  /** Coalitions that can be asked for at once. */
  coalitions: 100,
} as const;
