/** Tests that an embed contains everything required at every step. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embedded, forEmbed } from '../../../src/entry/embed/embed-data.ts';
import { available, closing } from '../../../src/machine/situation.ts';
import { replay } from '../../../src/machine/replay.ts';
import { support } from '../../../src/machine/support.ts';
import { serialise } from '../../../src/scenario/complete.ts';
import type { Story } from '../../../src/scenario/scenario.ts';
import { shortEnding } from '../../../src/scenario/short.ts';
import { storySentence } from '../../../src/words/terms/ending.ts';
import { saidBy } from '../../../src/words/terms/said-by.ts';
import { drawEmbed } from '../../../src/view/embed/draw.ts';
import { toMarkup } from '../../../src/view/embed/tree-markup.ts';
import { compiled, randomStory, seeded } from '../../support/laws.ts';
import { newest, real } from '../../support/real.ts';

const editions = [real, newest].map((scenario) => {
  const all = compiled(scenario);
  return { scenario, all, made: embedded({ file: forEmbed(serialise(scenario)), futures: all.futures }) };
});
type Edition = (typeof editions)[number];

const draw = ({ made }: Edition, story: Story, lock = 0) =>
  String(
    toMarkup(
      drawEmbed({
        embedded: made,
        replay: replay(made.machine, story),
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

describe.each(editions)(
  'at every step of walks and random stories of edition $scenario.edition',
  (edition) => {
    const { scenario, all, made } = edition;
    const random = seeded(5);
    const stories = [
      ...scenario.walks.map(({ story }) => story),
      ...Array.from({ length: 20 }, () => randomStory(all, random)),
    ];
    it.each(stories.map((story) => ({ name: story.join(' '), story })))('$name', ({ story }) => {
      for (let length = 0; length <= story.length; length++) {
        const played = replay(all.machine, story.slice(0, length));
        const html = draw(edition, story.slice(0, length));
        const text = textOf(html);
        const says = (what: string) => expect(text).toContain(what);
        const quotes = (ids: readonly string[]) => {
          for (const id of ids)
            says(scenario.evidence.find((item) => item.id === id)?.quote ?? 'no such quotation');
        };

        says(scenario.notice);
        for (const { publisher } of scenario.sources) says(publisher);
        says(`, March 2025. Edition ${scenario.edition}.`);
        expect(html).toContain('href="https://example.org/#about"');
        const last = played.steps.at(-1);
        if (last) {
          says(last.answer.label);
          const found = support(last.answer, last.before.states);
          quotes([...found.for, ...found.against, ...found.doubt]);
          for (const { why } of found.because) says(why);
          const point = made.openings.find(story.slice(0, length - 1));
          const closed = made.openings.closes(point, last.answer);
          // Two or fewer by their titles, more by their short names.
          for (const ending of closed)
            says(closed.length > 2 ? shortEnding(ending).join(', ') : ending.title);
        }
        const { question, ending, states } = played.now;
        says(question?.text ?? ending?.title ?? '');
        if (ending) {
          says(ending.text);
          says(storySentence(scenario, played.steps));
        }
        for (const answer of question?.answers ?? []) {
          const reasons = closing(answer, states).filter(({ kind }) => kind !== 'structure');
          const button = html.includes(`data-code="${answer.code}"`);
          expect(button).toBe(available(answer, states));
          if (button || reasons.length > 0) says(answer.label);
          if (button && answer.basis !== 'reading')
            says(saidBy(scenario, answer, support(answer, states).against));
          for (const { why, evidence } of reasons) {
            says(why);
            quotes(evidence);
          }
        }
      }
    });
  },
);

it('an embed: names no quotation by its id, in the edition whose texts have none', () => {
  const [, edition] = editions;
  if (!edition) throw new Error('There is no newer edition.');
  for (const { story } of newest.walks)
    for (let length = 0; length <= story.length; length++) {
      const text = textOf(draw(edition, story.slice(0, length)));
      for (const { id } of newest.evidence) expect(text).not.toContain(id);
    }
});

describe('the line map', () => {
  const [, edition] = editions;
  const line = (story: Story) => {
    if (!edition) throw new Error('There is no newer edition.');
    const [, svg = ''] = /<svg class="line-map"(.*?)<\/svg>/.exec(draw(edition, story)) ?? [];
    const of = (name: string) => [...svg.matchAll(new RegExp(`class="${name}" d="([^"]*)"`, 'g'))];
    return { legs: of('thread (?:solid|dashed|dotted)').length, marks: of('under').length, tiles: of, svg };
  };

  it.each(newest.walks)('passes through every answer of $title', ({ story }) => {
    for (let length = 0; length <= story.length; length++) {
      const { legs, marks } = line(story.slice(0, length));
      expect([legs, marks]).toEqual([length, length]);
    }
  });

  it('ends at one tile, and marks the endings that the last answer closed', () => {
    for (const { story } of newest.walks) {
      expect(line(story).tiles('reached')).toHaveLength(1);
      expect(line(story.slice(0, 1)).tiles('reached')).toHaveLength(0);
    }
    const [walk] = newest.walks.filter(({ story }) => story.includes('td'));
    const upTo = walk?.story.slice(0, walk.story.indexOf('td') + 1) ?? [];
    const [going] = line(upTo).tiles('going');
    expect(going?.[1]?.match(/l/g)?.length).toBe(2);
  });
});

describe('the locked first steps', () => {
  it('have no way back into them', () => {
    const [edition] = editions;
    if (!edition) throw new Error('There is no edition.');
    const story = ['s0', 'nx', 'yx', 'tc'];
    const back = (html: string) =>
      [...html.matchAll(/data-back="(\d+)"( disabled)?/g)].map(([, at, not]) => `${at}${not ? '!' : ''}`);
    expect(back(draw(edition, story))).toEqual(['0', '1', '2', '3', '3', '0']);
    expect(back(draw(edition, story, 2))).toEqual(['2', '3', '3', '2']);
    expect(back(draw(edition, story, 4))).toEqual(['3!']);
  });
});

describe('the style', () => {
  it('has the colours of the site, light and dark', () => {
    const read = (file: string) => readFileSync(join(import.meta.dirname, '../../../src/view', file), 'utf8');
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
