/** Dates in words. */
import type { Source } from '../../scenario/scenario.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2025-03` as “March 2025”; other text as it is. */
export function monthWords(date: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(date) ?? [];
  return year && month ? `${MONTHS[Number(month) - 1] ?? ''} ${year}` : date;
}

/** “2 March 2025”, of a date with its day. */
export const dayWords = (date: string): string => `${Number(date.slice(8))} ${monthWords(date)}`;

/** A date with the precision given: day, month, or the text unchanged. */
export const dateWords = (date: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? dayWords(date) : monthWords(date);

/** The publisher and the month of a source, with a note where the month is inferred. */
export function sourceDate(source: Source): string {
  const date = monthWords(source.published);
  return source.dateBasis === 'inferred' ? `${date} (month inferred)` : date;
}
