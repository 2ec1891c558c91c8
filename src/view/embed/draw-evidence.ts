/** Draws quotations in an embed: the words, speaker and place, and their relation to an answer. */
import { support } from '../../machine/support.ts';
import type { States } from '../../scenario/condition.ts';
import { idsWithin } from '../../scenario/evidence.ts';
import { byId, quotationsWith } from '../../scenario/lookups.ts';
import type { Answer, Evidence, Scenario } from '../../scenario/scenario.ts';
import { embedWords } from '../../words/beyond/embed.ts';
import { basisWords, shapeOf } from '../../words/terms/labels.ts';
import { quotationWords } from '../../words/terms/quotations.ts';
import { quotationShown } from '../../words/terms/quotation.ts';
import { BASIS_MARKS } from '../evidence/marks.ts';
import { h, type Tree } from './tree.ts';

/** A shape with a view box of `box` units, drawn at `size` pixels. */
export function mark(strokes: readonly { d: string; look: string }[], box: number, size: number): Tree {
  return h(
    'svg',
    { viewBox: `0 0 ${box} ${box}`, width: size, height: size, 'aria-hidden': 'true', class: 'mark' },
    strokes.map(({ d, look }) => h('path', { d, class: look })),
  );
}

/** A disclosure with the given summary and content. */
export function more(summary: string, inside: Tree, set: { class?: string; open?: boolean } = {}): Tree {
  return h(
    'details',
    { open: set.open ?? false },
    h('summary', { class: set.class ?? false }, summary),
    inside,
  );
}

/** A text of the scenario, with ids of quotations as buttons that show them. */
export function prose(scenario: Scenario, text: string): Tree {
  return idsWithin(text).map((part) =>
    byId(scenario.evidence, part)
      ? h(
          'button',
          {
            type: 'button',
            class: 'id',
            'data-cite': part,
            'aria-label': quotationWords.name(part),
            'aria-expanded': 'false',
          },
          part,
        )
      : part,
  );
}

export function quotation(scenario: Scenario, item: Evidence): Tree {
  const shown = quotationShown(scenario, item);
  const { who, how, beside } = shown;
  return h(
    'figure',
    { 'data-quotation': item.id },
    h(
      'blockquote',
      { cite: shown.cite || false },
      h(
        'p',
        // The class marks an excerpt from the middle of a sentence; the sign for it is outside the quoted words.
        { class: shown.within && 'within' },
        shown.runs.map(({ text, hedge }) => (hedge ? h('span', { class: 'hedge' }, text) : text)),
      ),
    ),
    h(
      'figcaption',
      {},
      h('b', {}, who),
      `${quotationWords.how(how)} `,
      h('cite', {}, shown.publisher),
      `${quotationWords.paragraph(item.paragraph)} `,
      shown.link !== '' &&
        h(
          'span',
          { class: 'place-of' },
          '· ',
          h(
            'a',
            { href: shown.link, target: '_blank', rel: 'noopener noreferrer' },
            quotationWords.readThere,
            h('span', { class: 'unseen' }, quotationWords.opensOriginal),
          ),
          ' ',
        ),
      beside.length > 0 &&
        h(
          'span',
          { class: 'remark' },
          `${quotationWords.sameParagraph} `,
          beside.map((hedge, at) => [at > 0 && ', ', h('span', { class: 'hedge' }, hedge)]),
          '.',
        ),
    ),
  );
}

/** Quotations under a heading that states their relation to the answer. */
export function quotations(scenario: Scenario, ids: readonly string[], title: string, lead = ''): Tree {
  const items = quotationsWith(scenario, ids);
  if (items.length === 0) return null;
  return h(
    'div',
    { class: 'quotations' },
    title !== '' && h('p', { class: 'heading' }, title),
    lead !== '' && h('p', { class: 'remark' }, lead),
    items.map((item) => quotation(scenario, item)),
  );
}

/** The mark of the basis of `answer`. */
export const basisMark = (answer: Answer): Tree => mark(BASIS_MARKS[shapeOf(answer)], 16, 18);

/** The evidence of an answer in the situation `states`: the meaning of its label, and the quotations on each side. */
export function evidenceFor(scenario: Scenario, answer: Answer, states: States): Tree {
  const found = support(answer, states);
  const plain = found.against.filter((id) => answer.against.includes(id));
  const { word, means } = basisWords(answer);
  return h(
    'div',
    { class: 'evidence' },
    h('p', { class: 'remark' }, h('b', {}, `${word} `), means),
    answer.note !== '' && h('p', { class: 'remark' }, prose(scenario, answer.note)),
    quotations(scenario, found.for, answer.basis === 'assumption' ? embedWords.near : ''),
    quotations(scenario, plain, embedWords.against),
    found.because.map((clause) => quotations(scenario, clause.evidence, embedWords.against, clause.why)),
    quotations(scenario, found.doubt, embedWords.leavesOpen),
  );
}
