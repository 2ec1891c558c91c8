/** Texts about handed-in work, for learning platforms and files. */
export const submissionWords = {
  /** Used where a lesson has no title. */
  lesson: 'A lesson',
  story: (steps: number) => `A story of ${steps} steps`,
  fileOfWork: 'A file that should hold the work of a student',
  /** Follows a text that is sent incompletely. */
  cut: '(The text was longer.)',
};
