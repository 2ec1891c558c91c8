/** Tests of single views, in a browser, on scenarios made for one aspect each. */
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { complete } from '../../src/scenario/complete.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import type { Evidence, Scenario } from '../../src/scenario/scenario.ts';
import BasisLabel from '../../src/view/evidence/BasisLabel.svelte';
import EvidenceFor from '../../src/view/evidence/EvidenceFor.svelte';
import OpenedNotice from '../../src/view/shell/OpenedNotice.svelte';
import QuestionOnTable from '../../src/view/story/QuestionOnTable.svelte';
import Quotation from '../../src/view/evidence/Quotation.svelte';
import { START } from '../../src/session/place.ts';
import { SURROUNDINGS } from '../../src/view/shell/services.ts';
import { closed } from '../zoo/zoo.ts';
import file from '../../seeds/ukraine-2025/edition-1.json';
import { around } from './surroundings.ts';
// A question fetches it: here it is there before the clock of a test runs.
import '../../src/view/story/later.ts';

const real = complete(file as unknown as ScenarioFile);

async function faultless(element: HTMLElement) {
  // A view alone has no page around it.
  const rules = { region: { enabled: false }, 'landmark-one-main': { enabled: false } };
  const { violations } = await axe.run(element, { rules });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

function item(id: string): Evidence {
  const found = real.evidence.find((item) => item.id === id);
  if (!found) throw new Error(`no evidence ${id}`);
  return found;
}

function answerOf(scenario: Scenario, code: string) {
  const found = scenario.questions
    .flatMap((question) => question.answers)
    .find((answer) => answer.code === code);
  if (!found) throw new Error(`no answer ${code}`);
  return found;
}

describe('a quotation', () => {
  it('is shown in a blockquote, character for character, with its speaker, kind, place and link', async () => {
    const { container } = await render(Quotation, {
      props: { item: item('M-03') },
      context: around(real).context,
    });
    const words = container.querySelector('blockquote')?.textContent ?? '';
    expect(words.trim()).toBe(item('M-03').quote);
    const caption = container.querySelector('figcaption')?.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(caption).toContain('Sir Keir Starmer, partly in the speaker’s own words.');
    expect(caption).toContain('The British Eye, paragraph 2');
    expect(container.querySelector('a')?.href).toContain('#:~:text=Prime%20Minister');
    expect([...container.querySelectorAll('.hedge')].map((hedge) => hedge.textContent)).toEqual(
      item('M-03').hedges,
    );
    await faultless(container);
  });

  it('without a speaker is not called the speaker’s own words', async () => {
    const { container } = await render(Quotation, {
      props: { item: item('M-02') },
      context: around(real).context,
    });
    expect(container.textContent).toContain('its words, with a quoted phrase');
    expect(container.textContent).not.toContain('speaker’s own');
  });

  it('shows the hedging words of its paragraph beside the cited words', async () => {
    const { container } = await render(Quotation, {
      props: { item: item('L-01') },
      context: around(real).context,
    });
    const { quote, hedges } = item('L-01');
    const outside = hedges.filter((hedge) => !quote.includes(hedge));
    expect(outside.length).toBeGreaterThan(0);
    for (const hedge of outside) expect(container.querySelector('figcaption')?.textContent).toContain(hedge);
    expect(container.querySelector('blockquote')?.textContent?.trim()).toBe(quote);
  });

  it('of a source without an address has no link', async () => {
    const bare = { ...real, sources: real.sources.map((source) => ({ ...source, url: '' })) };
    const { container } = await render(Quotation, {
      props: { item: item('M-03') },
      context: around(bare).context,
    });
    expect(container.querySelector('a')).toBeNull();
  });
});

describe('the label of a basis', () => {
  const words = new Map([
    ['wc', 'Stated'],
    ['ch', 'Reported'],
    ['ds', 'Worked out'],
    ['ca', 'Asked for'],
    ['va', 'Suggested'],
    ['db', 'What if?'],
    ['tc', 'Your reading'],
    ['nx', 'Left open'],
  ]);

  it.each([...words])('of %s is “%s”, with a distinct shape', async (code, word) => {
    const { container } = await render(BasisLabel, { props: { answer: answerOf(real, code) } });
    expect(container.textContent?.trim()).toBe(word);
    expect(container.querySelector('svg')?.children.length).toBeGreaterThan(0);
  });

  it('has a different shape for each basis', async () => {
    const shapes = new Set<string>();
    for (const code of words.keys()) {
      const { container } = await render(BasisLabel, { props: { answer: answerOf(real, code) } });
      shapes.add(container.querySelector('svg')?.innerHTML ?? '');
    }
    expect(shapes.size).toBe(words.size);
  });
});

describe('the evidence for an answer', () => {
  it('shows the evidence against it on this path beside the evidence for it', async () => {
    const { session, context } = around(real, ['s0', 'nx', 'yx', 'tc']);
    const props = { answer: answerOf(real, 'ca'), states: session.replay.now.states };
    const { container } = await render(EvidenceFor, { props, context });
    await expect.element(page.getByText('What the articles say')).toBeVisible();
    await expect.element(page.getByText('Against it', { exact: true })).toBeVisible();
    await expect.element(page.getByText('Also against it, on this path')).toBeVisible();
    await expect.element(page.getByText(/opens the way to the force Russia objects to/)).toBeVisible();
    await faultless(container);
  });

  it('omits evidence against it that applies only on another path', async () => {
    const { session, context } = around(real, ['s0', 'nf', 'yx', 'tc']);
    const props = { answer: answerOf(real, 'ca'), states: session.replay.now.states };
    const { container } = await render(EvidenceFor, { props, context });
    expect(container.textContent).not.toContain('on this path');
  });

  it('states that no source says an assumption, and calls its quotations background', async () => {
    const { session, context } = around(real, []);
    const props = { answer: answerOf(real, 'sr'), states: session.replay.now.states };
    const { container } = await render(EvidenceFor, { props, context });
    expect(container.textContent).toContain('Neither article says this.');
    expect(container.textContent).toContain('The closest the articles come');
    expect(container.textContent).not.toContain('What the articles say');
  });
});

describe('a question', () => {
  it('shows an answer closed by a source, with the reason, and hides one closed only by the structure', async () => {
    const { session, context } = around(closed, ['k0']);
    const question = session.replay.now.question;
    if (!question) throw new Error('no question');
    const { container } = await render(QuestionOnTable, { props: { question }, context });
    await expect.poll(() => container.textContent).toContain('Not possible here: There is no key.');
    expect(container.querySelector('button[data-code="o"]')).toBeNull();
    await expect.element(page.getByRole('button', { name: /^Answer h/ })).toBeVisible();
    await faultless(container);
  });

  it('hides an answer that only the structure closes', async () => {
    const { session, context } = around(closed, ['k']);
    const question = session.replay.now.question;
    if (!question) throw new Error('no question');
    const { container } = await render(QuestionOnTable, { props: { question }, context });
    await expect.element(page.getByRole('button', { name: /^Answer o/ })).toBeVisible();
    expect(container.textContent).not.toContain('Answer h');
  });

  it('can be answered by pressing a button', async () => {
    const { session, context } = around(closed);
    const question = session.replay.now.question;
    if (!question) throw new Error('no question');
    await render(QuestionOnTable, { props: { question }, context });
    await page.getByRole('button', { name: /^Answer k/ }).click();
    expect(session.story).toEqual(['k']);
  });
});

/** What `session` has to tell. */
function noticeOf({ notice }: ReturnType<typeof around>['session']) {
  if (!notice || notice.kind === 'changed') throw new Error('there is no notice');
  return notice;
}

describe('a notice', () => {
  it.each([
    ['damaged', 'is damaged'],
    ['newer', 'newer version'],
    ['too-long', 'longer than any link'],
    ['not-a-link', 'holds no story'],
    ['other-scenario', 'another map'],
    ['unknown-view', 'does not have'],
  ])('about a link that is %s says what is wrong and what to do', async (why, words) => {
    const { session, context } = around(real);
    session.tellOnce({ kind: 'bad-link', why });
    const { container } = await render(OpenedNotice, { props: { notice: noticeOf(session) }, context });
    expect(container.textContent).toContain(words);
    await page.getByRole('button', { name: 'Close this note' }).click();
    expect(session.notice).toBeNull();
  });
});

describe('a link of an earlier edition', () => {
  const story = ['s0', 'nx', 'yx', 'tc'];
  const now: Scenario = {
    ...real,
    edition: 2,
    questions: real.questions.map((question) => ({
      ...question,
      answers: question.answers.map((answer) =>
        answer.code === 'yx' ? { ...answer, label: 'Other words than then' } : answer,
      ),
    })),
  };

  it('shows a receipt, and offers the edition it was made for', async () => {
    const set = around(now, []);
    const asked: unknown[] = [];
    const services = {
      ...set.services,
      edition: () => Promise.resolve(real),
      openEdition: (...given: unknown[]) => Promise.resolve(asked.push(given) > 0),
    };
    const context = new Map([[SURROUNDINGS, { ...set, services }]]);
    set.session.openPlace({ ...START, story: [...story, 'xyz'] }, 1);
    const { container } = await render(OpenedNotice, { props: { notice: noticeOf(set.session) }, context });
    await expect.element(page.getByText('4 of its 5 answers can still be given.')).toBeVisible();
    await page.getByText('What became of each answer').click();
    await expect.element(page.getByText('In other words now')).toBeVisible();
    await expect.element(page.getByText(`Edition 1 said: ${answerOf(real, 'yx').label}`)).toBeVisible();
    await page.getByRole('button', { name: 'See it as it was in edition 1' }).click();
    expect(asked).toEqual([[1, { story: [...story, 'xyz'] }]]);
    await faultless(container);
  });

  it('which this site does not keep, reports the number of answers given', async () => {
    const set = around(now, []);
    set.session.openPlace({ ...START, story: [...story, 'xyz'] }, 1);
    await render(OpenedNotice, { props: { notice: noticeOf(set.session) }, context: set.context });
    await expect.element(page.getByText('4 of its 5 answers can still be given.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: /See it as it was/ })).not.toBeInTheDocument();
  });
});
