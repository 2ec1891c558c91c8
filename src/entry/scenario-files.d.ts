/**
 * Types of the virtual modules of the build. `*.json?futures` is the futures of a scenario file: see
 * `vite.config.ts`.
 */
declare module '*.json?futures' {
  // A type import is used: an import declaration with a relative path is an error inside an ambient module, and
  // `skipLibCheck` hides errors of `.d.ts` files.
  const futures: import('../analysis/graph/futures.ts').Futures;
  export default futures;
}

/**
 * The address of the folder of the site, with its last slash, and the publisher; empty where not configured: see
 * `build/published.ts`.
 */
declare module 'virtual:published' {
  const address: string;
  export default address;
  export const publisher: { readonly name: string; readonly contact: string };
}

/** Address and size in bytes of the program in one file; null where there is none: see `build/whole-file.ts`. */
declare module 'virtual:whole-file' {
  const file: { readonly address: string; readonly bytes: number } | null;
  export default file;
}
