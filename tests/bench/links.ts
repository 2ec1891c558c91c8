/** How long reading a link takes, whatever it holds. */
import { decodeLink } from '../../src/codec/link.ts';
import { spoilt } from '../codec/spoilt.ts';
import { median, ms, table } from './figures.ts';

export function readingLinks(): void {
  const times: number[] = [];
  for (const { text } of spoilt()) {
    const start = performance.now();
    decodeLink(text);
    times.push(performance.now() - start);
    if (times.length === 100_000) break;
  }
  const huge = '1.'.padEnd(10_000_000, 'a');
  const start = performance.now();
  decodeLink(huge);
  table('Reading 100,000 links, most of them spoilt', {
    'one link, median': `${(median(times) * 1000).toFixed(1)} µs`,
    'the slowest': ms(times.reduce((a, b) => Math.max(a, b))),
    'a text of ten million characters, refused': ms(performance.now() - start),
  });
}
