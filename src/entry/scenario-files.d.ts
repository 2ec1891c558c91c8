/** What the build makes of a scenario file beside the file itself: see `vite.config.ts`. */
declare module '*.json?futures' {
  import type { Futures } from '../analysis/futures.ts';
  const futures: Futures;
  export default futures;
}
