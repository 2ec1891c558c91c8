/** Tests of the line map: it shows exactly what can still happen, and its line follows the story. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/analysis/graph/rules.ts';
import { available } from '../../src/machine/situation.ts';
import { replay } from '../../src/machine/replay.ts';
import { inActs, legOf, lineOf, stopsInOrder } from '../../src/picture/line.ts';
import { complete } from '../../src/scenario/complete.ts';
import type { Answer, Story } from '../../src/scenario/scenario.ts';
import { compiled, randomStory, seeded, type Compiled } from '../support/laws.ts';
import { real } from '../support/real.ts';
import { backwards, ZOO } from '../zoo/zoo.ts';

const file = join(import.meta.dirname, '../../seeds/ukraine-2025/scenario.json');
const shipped = complete(JSON.parse(readFileSync(file, 'utf8')));

/** What the exploration, and not the graph of futures, meets from the situation that `story` leads to. */
function ahead({ exploration, rules, scenario }: Compiled, story: Story) {
  const { firstEdge, edgeAnswer, edgeTarget, question, states } = exploration;
  const edges = (number: number) => {
    const from = firstEdge[number] as number;
    return Array.from({ length: (firstEdge[number + 1] as number) - from }, (_, edge) => from + edge);
  };
  let start = 0;
  for (const code of story)
    start = edgeTarget[
      edges(start).find((edge) => rules.answers[edgeAnswer[edge] as number]?.code === code) ?? -1
    ] as number;
  const found = { questions: new Set<string>(), answers: new Set<string>(), endings: new Set<string>() };
  const seen = new Set([start]);
  for (const number of seen) {
    const asked = scenario.questions[question[number] as number];
    if (asked) found.questions.add(asked.id);
    else found.endings.add(scenario.endings[run(rules.ending, states, number * rules.words)]?.id ?? '');
    for (const edge of edges(number)) {
      found.answers.add(rules.answers[edgeAnswer[edge] as number]?.key ?? '');
      seen.add(edgeTarget[edge] as number);
    }
  }
  return found;
}

const sorted = (items: Iterable<string>) => [...items].sort();

/** Every point of a few random stories, and of every walk. */
function* points(all: Compiled) {
  const random = seeded(9);
  const stories = [
    ...all.scenario.walks.map(({ story }) => story),
    ...Array.from({ length: 8 }, () => randomStory(all, random)),
  ];
  for (const story of stories)
    for (let length = 0; length <= story.length; length++) yield story.slice(0, length);
}

describe.each(
  [...ZOO, shipped].map((scenario) => ({ name: `${scenario.id} ${scenario.edition}`, scenario })),
)('the line map of $name', ({ scenario }) => {
  const all = compiled(scenario);
  const map = (story: Story, looked: Answer | null = null) =>
    lineOf(scenario, replay(all.machine, story), all.openings, looked);

  it('says of each question whether it can still be asked', () => {
    for (const story of points(all)) {
      const { questions } = ahead(all, story);
      const { stops, here } = map(story);
      for (const { state, question, number } of stops) {
        if (state === 'passed' || state === 'never') expect(questions).not.toContain(question.id);
        if (state === 'ahead' || state === 'here') expect(questions).toContain(question.id);
        expect(number !== null).toBe(state === 'taken' || state === 'here');
      }
      expect(here?.question ?? null).toBe(replay(all.machine, story).now.question);
    }
  });

  it('says of each answer and ending whether it is open', () => {
    for (const story of points(all)) {
      const { answers, endings } = ahead(all, story);
      const line = map(story);
      const { states } = replay(all.machine, story).now;
      for (const stop of line.stops)
        for (const { answer, state } of stop.marks) {
          // Of the question asked now, what can be given now; of another, what can be given from here on.
          const open = stop.state === 'here' ? available(answer, states) : answers.has(answer.key);
          if (state !== 'taken') expect(state).toBe(open ? 'open' : 'closed');
        }
      const open = [...line.endings].filter(([, state]) => state !== 'closed').map(([{ id }]) => id);
      expect(sorted(open)).toEqual(sorted(endings));
    }
  });

  it('shows for an answer looked at what is so once it is given', () => {
    for (const story of points(all)) {
      const { question, states } = replay(all.machine, story).now;
      const before = map(story);
      for (const answer of question?.answers ?? []) {
        const line = map(story, answer);
        if (!available(answer, states)) {
          expect(line.preview).toBeNull();
          expect(line.endings).toEqual(before.endings);
          continue;
        }
        const after = replay(all.machine, [...story, answer.code]).now;
        const then = ahead(all, [...story, answer.code]);
        expect(line.preview?.next).toBe(after.question ?? after.ending);
        const stay = [...line.endings].filter(([, state]) => state === 'open').map(([{ id }]) => id);
        const close = [...line.endings].filter(([, state]) => state === 'closing').map(([{ id }]) => id);
        expect(sorted(stay)).toEqual(sorted(then.endings));
        expect(sorted([...stay, ...close])).toEqual(sorted(ahead(all, story).endings));
        expect(line.preview?.closing.map(({ id }) => id)).toEqual(close);
        for (const stop of line.stops.filter(({ state }) => state === 'ahead')) {
          expect(stop.dropped).toBe(!then.questions.has(stop.question.id));
          for (const mark of stop.marks)
            if (mark.state !== 'closed')
              expect(mark.state).toBe(then.answers.has(mark.answer.key) ? 'open' : 'closing');
        }
      }
    }
  });

  it('leads through the marks of the answers given, in their order', () => {
    for (const story of points(all)) {
      const line = map(story);
      expect(line.visits.map(({ answer }) => answer.code)).toEqual(story);
      for (const { row, column, answer } of line.visits)
        expect(line.stops[row]?.marks[column]?.answer).toBe(answer);
    }
  });

  it('has a stop for every question, and each in one act', () => {
    const { stops } = map([]);
    expect(inActs(stops).flatMap((act) => act.stops)).toEqual(stops);
    expect(new Set(stops.map(({ question }) => question))).toEqual(new Set(scenario.questions));
  });
});

describe('how the line leads to an answer', () => {
  const answer = shipped.questions[0]?.answers[0] as Answer;
  it.each([
    ['stated', 'solid'],
    ['reported', 'solid'],
    ['reading', 'solid'],
    ['leave', 'solid'],
    ['urged', 'dashed'],
    ['suggested', 'dashed'],
    ['assumption', 'dotted'],
  ] as const)('%s: %s', (basis, leg) => {
    expect(legOf({ ...answer, basis, inferred: false })).toBe(leg);
  });
  it('is dotted where the map worked it out itself', () => {
    expect(legOf({ ...answer, basis: 'reported', inferred: true })).toBe('dotted');
  });
});

describe('the order of the stops', () => {
  const order = (scenario: typeof real) =>
    stopsInOrder(scenario, compiled(scenario).openings).map(({ id }) => id);
  it('is that of the file in the scenarios that are shipped', () => {
    for (const scenario of [shipped, real])
      expect(order(scenario)).toEqual(scenario.questions.map(({ id }) => id));
  });
  it('is that in which the questions come up where the file has another', () => {
    expect(order(backwards)).toEqual(['first', 'second', 'third']);
  });
});
