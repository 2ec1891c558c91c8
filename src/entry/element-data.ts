/** The data file of a web component: fetched, and looked at before it is believed. */
import { shapeFault } from './element-shape.ts';
import type { EmbedData } from './embed-data.ts';

/** No data file is larger, in characters. */
const LARGEST = 4_000_000;

export type Fetched =
  | { readonly ok: true; readonly value: EmbedData }
  /** `problem` is for whoever reads the page. */
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
  const read = readData(text);
  return read.ok
    ? read
    : problem(`What stands at ${address} is no scenario that was built for embeds: ${read.problem}.`);
}

/** The data in `text`, where it has the shape that the build gives it; else `problem` is half a sentence. */
export function readData(text: string): Fetched {
  const problem = (text: string): Fetched => ({ ok: false, problem: text });
  let data: EmbedData;
  try {
    data = JSON.parse(text) as EmbedData;
  } catch {
    return problem('it is no JSON that can be read');
  }
  const fault = shapeFault(data);
  if (fault !== '') return problem(fault);
  return fitting(data) ? { ok: true, value: data } : problem('its “futures” do not belong to its questions');
}

/** Whether the futures name only what is there. */
function fitting({ file, futures }: EmbedData): boolean {
  const answers = file.questions.reduce(
    (count, { answers, leave }) => count + answers.length + (leave ? 1 : 0),
    0,
  );
  if (!Array.isArray(futures) || futures.length === 0) return false;
  return futures.every((node: unknown, at) =>
    Array.isArray(node)
      ? node.length > 0 &&
        node.length % 3 === 0 &&
        node.every((entry, place) => fits(entry, [answers, at][place % 3]))
      : fits(node, file.endings.length),
  );
}

/** Whether `entry` is a whole number from 0, below `bound` where there is one. Each node stands after those it leads to. */
const fits = (entry: unknown, bound = Infinity): boolean =>
  typeof entry === 'number' && Number.isInteger(entry) && entry >= 0 && entry < bound;
