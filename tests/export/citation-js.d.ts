/** Types of the parts of citation-js that the tests use; the package has none. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options?: { forceType?: string });
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-csl';
