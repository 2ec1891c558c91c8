/** Fetches and validates the data file of a web component. */
import { Misshapen } from '../../codec/plain-shape.ts';
import { elementWords } from '../../words/beyond/element.ts';
import { dataFile } from './element-shape.ts';
import type { EmbedData } from './embed-data.ts';

/** Maximum size of a data file, in bytes. */
const LARGEST = 4_000_000;
/** Timeout of the fetch, in milliseconds. */
const PATIENCE = 60_000;

export type Fetched =
  | { readonly ok: true; readonly value: EmbedData }
  /** `problem` is a sentence for the reader of the page. */
  | { readonly ok: false; readonly problem: string };

const refused = (problem: string): Fetched => ({ ok: false, problem });

/**
 * Fetches the data file at `address`, which is resolved against the page, without cookies, until `signal` aborts.
 * Never rejects.
 */
export async function fetchData(address: string, signal: AbortSignal): Promise<Fetched> {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return refused(elementWords.noAddress(address.slice(0, 200)));
  const stop = new AbortController();
  const end = () => stop.abort();
  signal.addEventListener('abort', end);
  const timer = setTimeout(end, PATIENCE);
  try {
    const response = await fetch(url, { signal: stop.signal, credentials: 'omit' });
    if (!response.ok) return refused(elementWords.nothingThere(url.href));
    const text = await readText(response);
    if (text === null) return refused(elementWords.tooLarge(url.href));
    return readData(text, url.href);
  } catch {
    return refused(elementWords.notFetched(url.href));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    stop.abort();
  }
}

/** The body of `response` as text; null where it exceeds `LARGEST`, in which case the rest is not read. */
async function readText(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > LARGEST) return null;
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Parses `text`, fetched from `address`, and checks its shape. */
export function readData(text: string, address: string): Fetched {
  try {
    return { ok: true, value: dataFile(JSON.parse(text), '') };
  } catch (error) {
    return refused(
      error instanceof Misshapen && error.message
        ? elementWords.otherShape(address, error.message.slice(0, 200))
        : elementWords.notBuilt(address),
    );
  }
}
