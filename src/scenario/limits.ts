/** How large a scenario may be. Sizes in bytes, depths in levels. */
export const LIMITS = {
  bytes: 2_000_000,
  questions: 1_000,
  conditionDepth: 32,
  /** Of the whole file: far more than 32 levels of conditions need. */
  nesting: 128,
  situations: 1_000_000,
  /** Situations with futures of their own, which a page holds while it is open. */
  futures: 20_000,
} as const;
