/** Does an embed say at every step all that it owes its reader? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embedded, forEmbed } from '../../src/entry/embed/embed-data.ts';
import { available, closing } from '../../src/machine/situation.ts';
import { replay } from '../../src/machine/replay.ts';
import { support } from '../../src/machine/support.ts';
import { serialise } from '../../src/scenario/complete.ts';
import type { Story } from '../../src/scenario/scenario.ts';
import { drawEmbed } from '../../src/view/embed/draw.ts';
import { toMarkup } from '../../src/view/embed/tree-markup.ts';
import { compiled, randomStory, seeded } from '../support/laws.ts';
import { real } from '../support/real.ts';

const all = compiled(real);
const made = embedded({ file: forEmbed(serialise(real)), futures: all.futures });

const draw = (story: Story, lock = 0) =>
  String(
    toMarkup(
      drawEmbed({
        embedded: made,
        told: replay(made.machine, story),
        settings: { lock, evidence: 'open', endings: 'closed', map: 'show' },
        notes: [],
        full: 'https://example.org/',
        about: 'https://example.org/#about',
        kept: '',
        title: 'p',
      }),
    ),
  );

/** The text of the page, without its tags. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const random = seeded(5);
const stories = [
  ...real.walks.map(({ story }) => story),
  ...Array.from({ length: 20 }, () => randomStory(all, random)),
];

describe('at every step of walks and random stories', () => {
  it.each(stories.map((story) => ({ name: story.join(' '), story })))('$name', ({ story }) => {
    for (let length = 0; length <= story.length; length++) {
      const told = replay(all.machine, story.slice(0, length));
      const html = draw(story.slice(0, length));
      const text = textOf(html);
      const says = (what: string) => expect(text).toContain(what);
      const quotes = (ids: readonly string[]) => {
        for (const id of ids)
          says(real.evidence.find((item) => item.id === id)?.quote ?? 'no such quotation');
      };

      says(real.notice);
      for (const { title, publisher } of real.sources) says(`${title}, ${publisher}, March 2025`);
      const last = told.steps.at(-1);
      if (last) {
        says(last.answer.label);
        const found = support(last.answer, last.before.states);
        quotes([...found.for, ...found.against, ...found.doubt]);
        for (const { why } of found.because) says(why);
      }
      const { question, ending, states } = told.now;
      says(question?.text ?? ending?.title ?? '');
      if (ending) says(ending.text);
      for (const answer of question?.answers ?? []) {
        const reasons = closing(answer, states).filter(({ kind }) => kind !== 'structure');
        const button = html.includes(`data-code="${answer.code}"`);
        expect(button).toBe(available(answer, states));
        if (button || reasons.length > 0) says(answer.label);
        for (const { why, evidence } of reasons) {
          says(why);
          quotes(evidence);
        }
      }
    }
  });
});

describe('a set past', () => {
  it('offers no way back into it', () => {
    const story = ['s0', 'nx', 'yx', 'tc'];
    const back = (html: string) =>
      [...html.matchAll(/data-back="(\d+)"( disabled)?/g)].map(([, at, not]) => `${at}${not ? '!' : ''}`);
    expect(back(draw(story))).toEqual(['0', '1', '2', '3', '3', '0']);
    expect(back(draw(story, 2))).toEqual(['2', '3', '3', '2']);
    expect(back(draw(story, 4))).toEqual(['3!']);
  });
});

describe('the style', () => {
  it('has the colours of the site, light and dark', () => {
    const read = (file: string) => readFileSync(join(import.meta.dirname, '../../src/view', file), 'utf8');
    const colours = (css: string) =>
      new Map(
        [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
      );
    const [, light = '', dark = ''] =
      /:root \{([^}]*)\}[^]*?prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(
        read('shell/paper.css'),
      ) ?? [];
    const both = [
      ...read('embed/embed.css').matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g),
    ];
    expect(both.length).toBe(10);
    for (const [, name = '', inLight, inDark] of both) {
      expect([name, inLight]).toEqual([name, colours(light).get(name)]);
      expect([name, inDark]).toEqual([name, colours(dark).get(name)]);
      expect(colours(read('embed/embed.css')).get(name)).toBe(inLight);
    }
  });
});
