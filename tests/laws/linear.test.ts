/** Tests that reading untrusted text takes time at most linear in its length, whatever its contents. */
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/export/csv.ts';
import { bibtex, cslJson, ris } from '../../src/export/citations.ts';
import { markdown } from '../../src/export/markdown.ts';
import { readSubmissionFile } from '../../src/codec/submission-file.ts';
import { decodeLessonFile } from '../../src/codec/lesson-file.ts';
import { decodeLesson, decodeWork } from '../../src/codec/lesson.ts';
import { decodeLink, findLink, decodePercent } from '../../src/codec/link.ts';
import { resume } from '../../src/lms/suspend.ts';
import { scormManifest } from '../../src/lms/manifests.ts';
import { readLaunch } from '../../src/lms/xapi.ts';
import { readOptions } from '../../src/codec/options.ts';
import { findLinks } from '../../src/codec/paste.ts';
import { decodeStories } from '../../src/codec/stories-file.ts';
import { decodeWorkFile } from '../../src/codec/work-file.ts';
import { plain } from '../../src/lesson/lesson.ts';
import { idsWithin, originalLink } from '../../src/scenario/evidence.ts';
import { parse } from '../../src/scenario/parse/parse.ts';
import { findTerms } from '../../src/scenario/text/terms.ts';
import { visible } from '../../src/scenario/text/text.ts';
import { hasUnseen } from '../../src/scenario/text/unseen.ts';
import { LINK, retold, strange } from '../export/account.ts';
import { isSimple, patterns } from '../support/patterns.ts';
import { milliseconds } from '../support/timing.ts';
import { actorName } from '../../src/words/terms/people.ts';

const LENGTH = 100_000;
const LONGEST = 50;

/** `part` repeated to a text of `length` characters. */
const filled = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** Holds `act` to 50 ms for 100,000 characters, and to less than nine times as long for four times as many: about four, not sixteen. */
function checkLinear(name: string, act: (text: string) => unknown, text: (length: number) => string): void {
  const whole = text(LENGTH);
  // What takes next to no time the first time is too short to be compared.
  if (milliseconds(() => act(whole), 1) < 10) return;
  const time = milliseconds(() => act(whole), 3);
  expect(time, name).toBeLessThan(LONGEST);
  if (time < 10) return;
  const longer = text(4 * LENGTH);
  expect(milliseconds(() => act(longer), 5) / time, name).toBeLessThan(9);
}

/**
 * The patterns whose form alone does not say how long they take, each with parts of the texts that are worst for it:
 * what it repeats, and what makes it give back again.
 */
const CHECKED: Readonly<Record<string, readonly string[]>> = {
  [String.raw`/^(\d+)\/(\d+)$/`]: ['1', '1/', '/1'],
  [String.raw`/^(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/`]: ['1', '1.', '1e', '11.1e1'],
  [String.raw`/.{1,34}(?:\s|$)|\S+/gu`]: ['a', 'a ', `${'a'.repeat(35)} `, '\n', ' '],
  [String.raw`/^(\d+)([.)])/`]: ['1', '1.'],
  [String.raw`/^(\d+)\./`]: ['1', '1.'],
  [String.raw`/(<meta http-equiv="Content-Security-Policy" content=")([^"]*)("\s*\/?>)/`]: [
    '<meta http-equiv="Content-Security-Policy" content="a" ',
    '<meta http-equiv="Content-Security-Policy" content="a"x',
  ],
  [String.raw`/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/`]: ['a', 'a-', '-', 'aaaaaaaa-', '-a1'],
  [String.raw`/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g`]: ['a', 'a-', 'a--', '-', 'aa-aa_'],
  [String.raw`/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/`]: ['a', 'a-', 'a--', 'aa-a1'],
  [String.raw`/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y`]: [
    '1',
    '1.',
    '1e',
    '1.1e+',
    '-',
  ],
  [String.raw`/^(.+?[.?!]”?)\s+(.+)$/s`]: ['a', '.', '. ', '.”', '.\n', ' '],
  [String.raw`/: (.*)/`]: [': ', ':', ': \n', 'a'],
  [String.raw`/^([^:]+): (.+)$/`]: [': ', ':', ': \n', 'a'],
  [String.raw`/^([srunbpkif]{1,9})(\d{1,3})~([A-Za-z0-9_-]+)~([A-Za-z][A-Za-z0-9-]*)((?:~[A-Za-z][A-Za-z0-9-]*)*)$/`]:
    ['a', '~', '~a', 's1~', 's1~a~a', 's1~a~a~a-'],
};

describe('every pattern in the program', () => {
  // Those of the build read pages that the program itself has just written, in which what a scenario says is escaped.
  const written = patterns().filter(({ file }) => !/^entry[/\\](?:build|site)[/\\]/.test(file));

  it('is collected, in scripts and in components', () => {
    expect(written.length).toBeGreaterThan(100);
    expect(written.filter(({ file }) => file.endsWith('.svelte')).length).toBeGreaterThan(1);
  });

  it('is written out, not put together while the program runs', () => {
    const made = written.filter(({ text }) => text === 'RegExp').map(({ file }) => file);
    // The parts of one are the terms of a glossary, of the other names of scripts in a class of single characters; as readers
    // of texts both are tried below.
    expect(new Set(made)).toEqual(new Set(['scenario/text/terms.ts', 'scenario/text/unseen.ts']));
  });

  it('is quick by its form alone, or stands in the list of those that are tried', () => {
    const others = written.filter((pattern) => !isSimple(pattern) && !Object.hasOwn(CHECKED, pattern.text));
    expect(others.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  it('is in the list only where the program holds it', () => {
    const texts = new Set(written.map(({ text }) => text));
    expect(Object.keys(CHECKED).filter((text) => !texts.has(text))).toEqual([]);
  });

  it.each(Object.entries(CHECKED))('%s is quick on what is worst for it', (text, parts) => {
    const pattern = written.find((one) => one.text === text);
    if (!pattern) throw new Error('No such pattern.');
    const { source, flags } = pattern;
    const all = new RegExp(source, flags);
    for (const part of [...parts, 'a', '1', ' ', '-', '\n'])
      for (const end of ['', '!', '\u0000'])
        checkLinear(
          JSON.stringify([part, end]),
          (given) => given.replace(all, ''),
          (length) => filled(part, length) + end,
        );
  });

  it('is distinguished from slow patterns', () => {
    for (const slow of [
      String.raw`\s+$`,
      String.raw`,\s*$`,
      String.raw`\d+\.\d+`,
      String.raw`(a+)+`,
      String.raw`^(a|b)*$`,
      String.raw`^\s*\s*$`,
      String.raw`^a|b+c`,
      String.raw`(?:[ \t]|\n)+`,
      String.raw`x[a-z]{2,}y`,
    ])
      expect(isSimple({ file: '', text: '', source: slow, flags: '' }), slow).toBe(false);
    for (const quick of [String.raw`\s+`, '^[a-z]+$', 'a{1,9}b', String.raw`[\s\p{C}]`, String.raw`\+\*`])
      expect(isSimple({ file: '', text: '', source: quick, flags: 'gu' }), quick).toBe(true);
  });
});

/** Parts of texts that are bad for one reader of links or another. */
const PASTES = [
  `a-1.1.${'x'.repeat(24)}--- `,
  '-1.1.-a ',
  '-1.1.a---\n> > > ',
  'a.bcde-1.1. ',
  '-1.1.a.0000___ ',
  '#1.1.a ',
  '1.1.-- ',
  '#1.',
  '1.',
  '1.1.s0nx.\n',
  `1.1.${'-'.repeat(1_990)} `,
  `1.1.a.aaaa${' '.repeat(900)}`,
  '12.50 1.1.2025 1.1.s0 ',
  '%25',
  '%2525252525',
  '=\n',
  '=3D',
  ' ',
  '.',
  '1',
  'a',
  '\n> ',
];
const READERS: Readonly<Record<string, readonly [(text: string) => unknown, readonly string[]]>> = {
  'the links of a paste': [findLinks, PASTES],
  'the first link of a text': [findLink, PASTES],
  'a link': [decodeLink, PASTES],
  'the text of an address': [decodePercent, PASTES],
  'a lesson': [decodeLesson, ['a', '-', '_', 'A', '=']],
  'a work': [decodeWork, ['a', '-', '_', 'A', '=']],
  'a file that was handed in': [
    (text) => readSubmissionFile(text, 'x'),
    ['[', '{"a":', '{"parley":"class","gathered":[', ' ', '"\\u0000'],
  ],
  'the file of a lesson': [(text) => decodeLessonFile(text, OWN), ['[', '{"a":', ' ']],
  'the file of a work': [(text) => decodeWorkFile(text, OWN), ['[', '{"a":', ' ']],
  'the file of stories': [(text) => decodeStories(text, 0), ['[', '{"a":', ' ']],
  'a scenario': [parse, ['[', '{"a":', ' ', '1', '1.', '-', '"', '"\\u0000', '\n', '/']],
  'what a platform kept': [(text) => resume(text, Infinity), [' ', '1 ', '1.', '1 1 a.', '.']],
  'what a platform starts with': [
    (text) =>
      readLaunch(new URL(`https://example.org/?endpoint=https://example.org/${text}&auth=a&actor=${text}`)),
    ['/', '{', 'a', '%20'],
  ],
  'the options of an embed': [
    (text) => readOptions(`?p=${text}&theme=${text}`, text),
    ['&a=', '\u00a0', '%20', 'a', '?', '&theme=dark'],
  ],
  'what a student writes': [plain, ['\r', '\r\n', '\t', '\u202e', 'a']],
  'whether signs are unseen': [hasUnseen, ['a', ' ']],
  'what is shown of a text': [visible, ['\u202e', 'a']],
  'the terms of a glossary': [
    (text) => findTerms(text, GLOSSARY, () => true),
    ['troop ', 'troops', 'troop-', '“troop ', 'ceasefire of troop', 'a'],
  ],
  'the ids in a text': [idsWithin, ['a', 'a-', 'a1', 'a--', '1a', '-']],
  'the words of a quotation': [
    (text) => originalLink({ ...SOURCE, url: 'https://example.org/' }, text),
    ['a ', ' ', 'a', '-'],
  ],
  'the name of an actor': [
    (name) => actorName({ ...strange, actors: strange.actors.map((actor) => ({ ...actor, name })) }, ACTOR),
    [' (', ' (a)', ')', ' '],
  ],
  'a cell of a table': [
    (text) => csv([[text, 'a']]),
    ['\t', ' ', '=', ';=', '"', ';"', '\n\r', 'a', '\ufeff'],
  ],
  'the name of a lesson': [(title) => scormManifest({ ...ABOUT, title }), ['&', '\u0000', '\ud800', ' ']],
  BibTeX: [(title) => bibtex(titled(title)), ['{', '\\', ' ', '\n', 'a']],
  RIS: [(title) => ris(titled(title)), ['\n', ' ', 'a']],
  'CSL-JSON': [(title) => cslJson(titled(title)), ['\n', '"', 'a']],
  Markdown: [(title) => markdown(titled(title), LINK), ['\n', ' ', '\\', '1', '-', '[', 'a']],
};
const GLOSSARY = ['ceasefire', 'ceasefire of troops', 'troop'].map((term) => ({ term, meaning: '' }));
const OWN = { id: 'x', edition: 1 };
const ABOUT = { title: '', intro: '', id: 'x', address: LINK };
const ACTOR = strange.actors[0]?.id ?? '';
const account = retold(strange, ['p']);
const [SOURCE] = strange.sources as [(typeof strange.sources)[number]];
const titled = (title: string) => ({
  ...account,
  sources: account.sources.map((source) => ({ ...source, title })),
});

describe('what reads a text from outside', () => {
  it.each(Object.entries(READERS))('reads %s in time that grows with it', (_, [read, parts]) => {
    for (const part of parts)
      for (const end of ['', '!'])
        checkLinear(JSON.stringify([part, end]), read, (length) => filled(part, length) + end);
  });
});
