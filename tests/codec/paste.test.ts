/** Tests that every link in a pasted text is found, in any form, and that nothing else is taken for a link. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLesson, encodeWork, fingerprint } from '../../src/codec/lesson.ts';
import { encodeLessonFile } from '../../src/codec/lesson-file.ts';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { findLinks, LONGEST_PASTE, MOST_LINKS, MOST_SEARCHED } from '../../src/codec/paste.ts';
import { gather } from '../../src/codec/gather.ts';
import { submissionData } from '../../src/codec/submission-file.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { real, walk } from '../support/real.ts';
import { milliseconds } from '../support/timing.ts';

const lesson: Lesson = {
  ...EMPTY,
  title: 'Follow the evidence',
  tasks: [{ kind: 'text', at: 'start', prompt: 'Who is speaking?' }],
};
const print = fingerprint(lesson);
const work = (label: string, reply = 'The article.') =>
  encodeWork({ lesson: print, label, replies: new Map([[0, reply]]), story: [] });
const link = (label: string) =>
  encodeLink({
    ...EMPTY_LINK,
    edition: 1,
    story: walk('W3'),
    lesson: encodeLesson(lesson),
    work: work(label),
  });
const [a, b, c] = [link('Ann'), link('Bo'), link('Cy')] as const;
const at = (text: string) => `https://example.org/parley/#${text}`;
const texts = (pasted: string) =>
  findLinks(pasted).links.map(({ text, read }) => (read.ok ? text : read.problem));
const wrapped = (text: string, width: number, join: string) =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(join);

describe('links are found in', () => {
  const forms: Readonly<Record<string, string>> = {
    'a column of a spreadsheet': ['Link', at(a), at(b), at(c)].join('\r\n'),
    'a table with tabs and quotation marks': `Ann\t"${at(a)}"\nBo\t"${at(b)}"\nCy\t"${at(c)}"`,
    'a comma-separated table': `Ann,${at(a)},12.5\nBo,${at(b)},3.25\nCy,${at(c)},1.1`,
    'a chat': `[22/11/2025, 10:45:18] Ann: here it is ${at(a)}\n22.11.2025, 10:46 - Bo: _${at(b)}_ 👍\n[10:47] Cy: <${at(c)}>.`,
    'an e-mail with wrapped lines': `Dear all,\n\n${wrapped(at(a), 72, '\n')}\n\n${wrapped(at(b), 76, '\n')}\n${wrapped(at(c), 60, '\r\n')}\n\nBest`,
    'a quoted reply, wrapped': [a, b, c].map((one) => `> ${wrapped(at(one), 70, '\n> ')}`).join('\n>\n'),
    'a reply to a reply': [a, b, c].map((one) => `> > ${wrapped(at(one), 70, '\n> > ')}`).join('\n'),
    'quoted-printable mail': `Content-Transfer-Encoding: quoted-printable\n\n${[a, b, c]
      .map((one) => wrapped(`https://example.org/?p=3D${one}`, 75, '=\r\n'))
      .join('\r\n')}`,
    'percent-encoded addresses': [a, b, c].map((one) => `https://example.org/%23${one}`).join(' '),
    'addresses wrapped by a mail guard': [a, b, c]
      .map((one) => `https://guard.example/?url=${encodeURIComponent(at(one))}&data=05%7C01`)
      .join('\n'),
    'addresses encoded twice': [a, b, c]
      .map((one) => encodeURIComponent(encodeURIComponent(at(one))))
      .join('\n'),
    'Markdown and HTML': `- [mine](${at(a)})\n<a href="${at(b)}">link</a> and (${at(c)}), 50 % done`,
    'links alone': `1. ${a}\n2. ${b}\n3. ${c}`,
    'the query in place of the fragment': [a, b, c].map((one) => `https://example.org/?p=${one}`).join(';'),
    'text with soft hyphens': [a, b, c].map((one) => wrapped(at(one), 30, '\u00ad')).join('\n'),
  };
  for (const [name, text] of Object.entries(forms))
    it(name, () => {
      expect(texts(text)).toEqual([a, b, c]);
    });

  it('any text cut into lines anywhere after its head', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: a.length - 1 }), { maxLength: 6 }), (cuts) => {
        const parts = [...new Set(cuts)].sort((x, y) => x - y);
        const text = [0, ...parts].map((from, n) => a.slice(from, parts[n] ?? a.length)).join('\n> ');
        expect(texts(`see ${text} and write to me@example.org`)).toEqual([a]);
      }),
      { seed: 21, numRuns: 300 },
    );
  });
});

describe('a damaged link', () => {
  it('is reported with its line and its text', () => {
    const cut = `${a.slice(0, 60)}X${a.slice(61)}`;
    const { links } = findLinks(`Ann: ${at(b)}\nBo: ${at(cut)}\nCy: ${at(c)}`);
    expect(links.map(({ read }) => read.ok)).toEqual([true, false, true]);
    expect(links[1]).toMatchObject({ line: 2, read: { ok: false, problem: 'damaged' } });
    expect(links[1]?.around).toContain('#1.1.s0');
    expect(texts(at(a.slice(0, -9)))).toEqual(['damaged']);
  });

  it('is not reported for a date, a version, a price, an IP address, or any text without links', () => {
    for (const text of [
      'on 12.03.2025 and 1.3.2025, 10.45',
      'version 1.1.1 of v2.10.3-beta.4, 192.168.1.12',
      'costs 12.50 or 3.99.',
      'https://example.org/docs#1.2.3',
      '',
    ])
      expect(texts(text), text).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(findLinks(text).links.filter(({ read }) => read.ok)).toEqual([]);
      }),
      { seed: 22, numRuns: 1_000 },
    );
  });

  it('is shown from the start of a word', () => {
    const { links } = findLinks('Here is the link that is mine http://a.org/#1.1.s0nxyx.zzzz\n\nNext');
    expect(links[0]?.around).toBe('…that is mine http://a.org/#1.1.s0nxyx.zzzz');
  });

  it('is shown without characters that reverse the writing direction', () => {
    const { links } = findLinks(`\u202eevil\u0007 #1.1.s0nxyx.zzzz`);
    expect(links[0]?.around).toBe('evil  #1.1.s0nxyx.zzzz');
  });
});

describe('a large pasted text', () => {
  it('is read up to ten thousand links, and further links are reported', () => {
    const { links, more } = findLinks(`${at(a)}\n`.repeat(MOST_LINKS + 1));
    expect(links.length).toBe(MOST_LINKS);
    expect(links.at(-1)?.line).toBe(MOST_LINKS);
    expect(more).toBe(true);
  });

  it('is searched in linear time, also where it has many numbers', () => {
    for (const text of [
      '12.50 1.1.2025 1.1.s0 ',
      '1.1.-- ',
      '1.1.s0nx.\n',
      '#1.',
      `1.1.${'-'.repeat(1_990)} `,
      // Each goes on the ones before it, and may be the end of any of them.
      `a-1.1.${'x'.repeat(24)}--- `,
      '-1.1.-a ',
    ]) {
      const time = milliseconds(() => findLinks(text.repeat(Math.ceil(1_000_000 / text.length))), 1);
      expect(time, text.slice(0, 20)).toBeLessThan(1_500);
    }
  });

  it('is searched in blocks, and no link is cut at the end of a block', async () => {
    const line = `${'x'.repeat(99)}\n`;
    const whole = `${at(a)}\n${line.repeat(MOST_SEARCHED / line.length - 5)}${at(b)}\n${at(c)}\nThe end`;
    const found = await gather(whole, 'x', real.id);
    if (!found.ok) throw new Error(found.why);
    expect(found.text.length).toBeLessThanOrEqual(MOST_SEARCHED);
    expect(found.text.endsWith('\n')).toBe(true);
    expect(whole.slice(found.text.length).startsWith(found.rest)).toBe(true);
    const second = await gather(whole.slice(found.text.length), 'x', real.id);
    if (!second.ok) throw new Error(second.why);
    expect(second.rest).toBe('');
    expect([...found.pasted, ...second.pasted].map(({ text }) => text)).toEqual([a, b, c]);
    // What was looked at is kept, and gives the same again.
    const again = await gather(found.text, 'x', real.id);
    expect(again).toEqual({ ...found, rest: '' });
  });

  it('lets other work run between links', async () => {
    let pauses = 0;
    await gather(`${at(a)} 12.50 \n`.repeat(1_000), 'x', real.id, () => {
      pauses += 1;
      return undefined;
    });
    expect(pauses).toBeGreaterThan(1_000);
  });

  it('may be one line of many links, each shown with the text beside it', () => {
    const { links } = findLinks(`${at(a.slice(0, -9))} `.repeat(3_000));
    expect(links.length).toBe(3_000);
    for (const { around, line } of links) {
      expect(line).toBe(1);
      expect(around.length).toBeLessThanOrEqual(92);
      expect(around).toContain(a.slice(0, 10));
    }
  });

  it('is refused by size before it is searched', async () => {
    expect(await gather('x'.repeat(LONGEST_PASTE + 1), 'a paste', real.id)).toEqual({
      ok: false,
      why: 'too-large',
    });
    expect(await gather(new Blob([new Uint8Array(50_000_000)]), 'a file', real.id)).toEqual({
      ok: false,
      why: 'too-large',
    });
  });
});

describe('a gathered entry', () => {
  it('holds the lesson, the label and the replies', async () => {
    const found = await gather(
      `${at(a)}\n${at(encodeLink({ ...EMPTY_LINK, edition: 1, lesson: encodeLesson(lesson) }))}`,
      'x',
      real.id,
    );
    if (!found.ok) throw new Error(found.why);
    expect(found.pasted.map(({ read }) => read)).toMatchObject([
      {
        ok: true,
        value: { label: 'Ann', print, lesson, worked: true, replies: new Map([[0, 'The article.']]) },
      },
      { ok: true, value: { label: '', print, lesson, worked: false } },
    ]);
  });

  it('may come from a file: text in any encoding, or work as JSON', async () => {
    for (const bytes of [
      new TextEncoder().encode(`\ufeff${at(a)}`),
      Buffer.from(`\ufeff${at(a)}`, 'utf16le'),
      Buffer.from([0xe9, 0x20, ...Buffer.from(at(a))]),
    ]) {
      const found = await gather(new Blob([new Uint8Array(bytes)]), 'links.csv', real.id);
      expect(found.ok && found.pasted.map(({ text }) => text)).toEqual([a]);
    }
    const one = await gather(at(a), 'x', real.id);
    if (!one.ok || !one.pasted[0]?.read.ok) throw new Error('not read');
    const { value } = one.pasted[0].read;
    const file = await gather(new Blob([JSON.stringify(submissionData(value))]), 'ann.json', real.id);
    expect(file.ok && file.pasted[0]?.read).toEqual({ ok: true, value });
    const task = await gather(encodeLessonFile(lesson, { id: real.id, edition: 1 }), 'lesson.json', real.id);
    expect(task.ok && task.pasted[0]?.read).toMatchObject({
      ok: true,
      value: { lesson, print, worked: false },
    });
    const saved = { parley: 'class', gathered: [{ ...submissionData(value), group: 2 }, { story: 'no' }] };
    const whole = await gather(JSON.stringify(saved), 'class.json', real.id);
    expect(whole.ok && whole.pasted.map(({ group, read }) => [group, read.ok])).toEqual([
      [1, true],
      [null, false],
    ]);
  });

  it('is damaged where it is nested too deeply', async () => {
    const deep = `{"parley":"class","gathered":[${'['.repeat(200_000)}${']'.repeat(200_000)},{}]}`;
    const found = await gather(deep, 'x', real.id);
    expect(found.ok && found.pasted.map(({ read }) => read.ok)).toEqual([false, false]);
  });

  it('reports where a saved class has more entries than the limit', async () => {
    const saved = { parley: 'class', gathered: Array.from({ length: MOST_LINKS + 1 }, () => ({})) };
    const found = await gather(JSON.stringify(saved), 'x', real.id);
    expect(found.ok && [found.pasted.length, found.more]).toEqual([MOST_LINKS, true]);
  });

  it('is refused where it is no text, or contains no link', async () => {
    expect(await gather(new Blob([new Uint8Array([80, 75, 3, 4, 0, 0])]), 'x', real.id)).toEqual({
      ok: false,
      why: 'not-text',
    });
    expect(await gather('Dear Ms Miller, I forgot.', 'x', real.id)).toEqual({ ok: false, why: 'no-link' });
  });

  it('is read or refused without an exception, from a file of any shape', async () => {
    const near = fc.record(
      {
        parley: fc.constantFrom('work', 'class'),
        version: fc.oneof(fc.constant(1), fc.anything()),
        scenario: fc.oneof(fc.constant(real.id), fc.anything()),
        edition: fc.oneof(fc.constant(1), fc.anything()),
        story: fc.oneof(fc.array(fc.string({ maxLength: 3 })), fc.anything()),
        label: fc.oneof(fc.string(), fc.anything()),
        replies: fc.oneof(fc.array(fc.record({ task: fc.anything(), reply: fc.anything() })), fc.anything()),
        print: fc.oneof(fc.constant(print), fc.anything()),
        lesson: fc.anything(),
        gathered: fc.array(fc.anything()),
      },
      { requiredKeys: ['parley'] },
    );
    await fc.assert(
      fc.asyncProperty(near, async (value) => {
        let text: string;
        try {
          text = JSON.stringify(value);
        } catch {
          return;
        }
        await gather(text, 'x', real.id);
      }),
      { seed: 23, numRuns: 1_000 },
    );
  });
});
