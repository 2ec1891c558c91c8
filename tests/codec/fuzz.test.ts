/** Tests that every fragment is read as a link or a problem, with 20,000 random ones, or a million. */
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink, findLink } from '../../src/codec/link.ts';
import { spoilt } from './spoilt.ts';

const rounds = process.env.PARLEY_ALL ? 1_000_000 : 20_000;

describe('random links and randomly damaged links', () => {
  it(`are read ${rounds.toLocaleString('en')} times without an exception, and open only what they contain`, () => {
    let opened = 0;
    let round = 0;
    for (const { link, text } of spoilt()) {
      if (round++ === rounds) break;
      const read = decodeLink(text);
      if (read.ok) {
        opened += 1;
        // A link opens what was written, apart from characters that a writing program adds after it.
        if (!link.startsWith(encodeLink(read.value)) && !text.startsWith(encodeLink(read.value)))
          expect.fail(`${JSON.stringify(text)} opened as ${encodeLink(read.value)}`);
      }
      findLink(text);
    }
    expect(opened).toBeGreaterThanOrEqual(rounds / 10);
  }, 600_000);
});
