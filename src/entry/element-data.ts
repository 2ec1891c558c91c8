/** The data file of a web component: fetched, and looked at before it is believed. */
import { isFutures } from '../analysis/graph.ts';
import type { EmbedData } from './embed-data.ts';

/** No data file is larger, in characters. */
const LARGEST = 4_000_000;

export type Fetched =
  | { readonly ok: true; readonly value: EmbedData }
  /** `problem` is a sentence for whoever reads the page. */
  | { readonly ok: false; readonly problem: string };

/** Fetches the data file at `address`, without cookies. Never throws. */
export async function fetchData(address: string, signal: AbortSignal): Promise<Fetched> {
  const problem = (text: string): Fetched => ({ ok: false, problem: text });
  let text: string;
  try {
    const response = await fetch(address, { signal, credentials: 'omit' });
    if (!response.ok) return problem(`There is no scenario at ${address}.`);
    text = await response.text();
  } catch {
    return problem(`The scenario at ${address} could not be fetched. Perhaps this page’s policy forbids it.`);
  }
  if (text.length > LARGEST) return problem(`The scenario at ${address} is too large.`);
  const data = readData(text);
  return data
    ? { ok: true, value: data }
    : problem(`What stands at ${address} is no scenario that was built for embeds.`);
}

/** The data in `text`, where it has the shape that the build gives it; null where it has not. */
export function readData(text: string): EmbedData | null {
  try {
    const data = JSON.parse(text) as EmbedData;
    const { file, futures } = data;
    const links = (file.sources ?? []).every(({ url }) => url === undefined || url.startsWith('https://'));
    const answers = file.questions.reduce(
      (count, { answers, leave }) => count + answers.length + (leave ? 1 : 0),
      0,
    );
    const sound = isFutures(futures, answers, file.endings.length);
    return file.format === 1 && links && sound ? data : null;
  } catch {
    return null;
  }
}
