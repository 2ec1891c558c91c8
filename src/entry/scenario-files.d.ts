/** What the build makes of a scenario file beside the file itself: see `vite.config.ts`. */
declare module '*.json?futures' {
  // An import with a relative name of its own would be an error here that no check of `.d.ts` files tells of.
  const futures: import('../analysis/graph/futures.ts').Futures;
  export default futures;
}

/** Where the folder of the site will stand, with its last slash, and who publishes it; empty when nobody has said: see `build/published.ts`. */
declare module 'virtual:published' {
  const address: string;
  export default address;
  export const publisher: { readonly name: string; readonly contact: string };
}

/** Where the whole program stands in one file; null where there is none: see `build/whole-file.ts`. */
declare module 'virtual:whole-file' {
  const file: { readonly address: string; readonly bytes: number } | null;
  export default file;
}
