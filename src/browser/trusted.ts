/** Starts workers under Trusted Types: the policy accepts only addresses of this program’s own scripts. */

interface ScriptUrlPolicy {
  createScriptURL(address: string): unknown;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): ScriptUrlPolicy;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/** The content security policy of the pages allows only a policy of this name: see `entry/build/policy.ts`. */
const policy = trustedTypes?.createPolicy('parley', { createScriptURL: own });

const inOneFile = import.meta.env.MODE === 'whole-file';

/**
 * Starts a worker. Its address must come from `import address from './….ts?worker&url'`, so that the one-file program
 * can inline its script. Throws a TypeError when the script is not one of this program’s.
 */
export function startWorker(address: string): Worker {
  // Inlined workers have no imports, and from a disk browsers start no module workers.
  return new Worker(trustedWorkerUrl(address), { type: inOneFile ? 'classic' : 'module' });
}

/**
 * The address of a worker’s script, in the form that `serviceWorker.register` takes. Throws a TypeError when the
 * script is not one of this program’s.
 */
export function trustedWorkerUrl(address: URL | string): URL {
  const full = new URL(address, document.baseURI).href;
  // TypeScript’s DOM types lack Trusted Types.
  return (policy ? policy.createScriptURL(full) : new URL(own(full))) as URL;
}

function own(address: string): string {
  const url = new URL(address);
  const folder = new URL('.', document.baseURI);
  const known = inOneFile
    ? url.protocol === 'blob:'
    : url.origin === folder.origin && url.pathname.startsWith(folder.pathname);
  if (!known) throw new TypeError(`${address} is not a script of this program.`);
  return address;
}
