/** What is said of work as it is handed in and read again: by a learning platform, and out of a file. */
export const submissionWords = {
  /** Stands where a lesson has no title. */
  lesson: 'A lesson',
  story: (steps: number) => `A story of ${steps} steps`,
  fileOfWork: 'A file that should hold the work of a student',
  /** Stands below a text that is not sent to its end. */
  cut: '(The text was longer.)',
};
