/** Where the terms of a glossary stand in a text. */
import type { Scenario } from '../scenario.ts';

export type Glossary = Scenario['glossary'];

/** A piece of a text, and the entry of the glossary that it is; null for text between. Joined, the pieces are the text. */
export interface TermRun {
  readonly text: string;
  readonly entry: Glossary[number] | null;
}

/**
 * `text` in pieces: of each term of `glossary` that `wanted` takes, the first place where it stands as a whole word, in
 * small or capital letters; with the s of a plural. Where two terms begin at one place, the longer one.
 */
export function findTerms(
  text: string,
  glossary: Glossary,
  wanted: (entry: Glossary[number]) => boolean,
): TermRun[] {
  const ordered = [...glossary].sort((a, b) => b.term.length - a.term.length);
  if (ordered.length === 0) return [{ text, entry: null }];
  const pattern = new RegExp(
    `[“”]|(?<![\\p{L}\\p{N}-])(${ordered.map(({ term }) => escape(term)).join('|')})s?(?![\\p{L}\\p{N}-])`,
    'giu',
  );
  const runs: TermRun[] = [];
  const used = new Set<Glossary[number]>();
  let done = 0;
  // The words between “ and ” are a source’s own.
  let quoted = false;
  for (const { 0: word, 1: name = '', index } of text.matchAll(pattern)) {
    if (name === '') quoted = word === '“';
    const entry = ordered.find(({ term }) => term.toLowerCase() === name.toLowerCase());
    if (!entry || used.has(entry) || quoted || !wanted(entry)) continue;
    used.add(entry);
    if (index > done) runs.push({ text: text.slice(done, index), entry: null });
    runs.push({ text: word, entry });
    done = index + word.length;
  }
  if (done < text.length) runs.push({ text: text.slice(done), entry: null });
  return runs;
}

const escape = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
