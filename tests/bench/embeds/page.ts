/** A page that asks the questions of the excerpt: its files, and where in it a reader finds what. */
export interface AskingPage {
  readonly name: string;
  /** By their paths; the first is the page itself. */
  readonly files: ReadonlyMap<string, string | Buffer>;
  /** Finds the question on the table; the last one found counts. */
  readonly question: string;
  /** Finds what is pressed to give each of its answers. */
  readonly choice: string;
  /** Finds an answer’s words within `choice`; empty where they are all of it. */
  readonly label: string;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
