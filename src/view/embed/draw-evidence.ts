/** The quotations of an embed: the words, who says them and how, where they stand, and what they are to an answer. */
import { support } from '../../machine/support.ts';
import type { States } from '../../scenario/condition.ts';
import { idsWithin } from '../../scenario/evidence.ts';
import { byId, quotationsWith } from '../../scenario/lookups.ts';
import type { Answer, Evidence, Scenario } from '../../scenario/scenario.ts';
import { basisWords } from '../../words/terms/labels.ts';
import { quotationWords } from '../../words/terms/quotations.ts';
import { quotationShown } from '../../words/terms/quotation.ts';
import { h, type Tree } from './tree.ts';

/** A shape, in a square of `box`, as large as `size` pixels. */
export function mark(strokes: readonly { d: string; look: string }[], box: number, size: number): Tree {
  return h(
    'svg',
    { viewBox: `0 0 ${box} ${box}`, width: size, height: size, 'aria-hidden': 'true', class: 'mark' },
    strokes.map(({ d, look }) => h('path', { d, class: look })),
  );
}

/** Something that is there for the asking. */
export function more(summary: string, inside: Tree, set: { class?: string; open?: boolean } = {}): Tree {
  return h(
    'details',
    { open: set.open ?? false },
    h('summary', { class: set.class ?? false }, summary),
    inside,
  );
}

/** A text of the scenario, in which the id of a quotation can be pressed to read it. */
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

export function quotation(scenario: Scenario, item: Evidence, note = false): Tree {
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
        // A passage taken from the middle of a sentence shows that it is one, outside the words themselves.
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
          { class: 'place' },
          '· ',
          h(
            'a',
            { href: shown.link, target: '_blank', rel: 'noopener noreferrer' },
            quotationWords.readThere,
            h('span', { class: 'unseen' }, quotationWords.opensOriginal),
          ),
          ' ',
        ),
      h('span', { class: 'place' }, `· ${item.id}`),
      beside.length > 0 &&
        h(
          'span',
          { class: 'remark' },
          `${quotationWords.sameParagraph} `,
          beside.map((hedge, at) => [at > 0 && ', ', h('span', { class: 'hedge' }, hedge)]),
          '.',
        ),
      note && item.note && h('span', { class: 'remark' }, prose(scenario, item.note)),
    ),
  );
}

/** Quotations under a heading that says what they are to the answer; those beyond the first few wait to be asked for. */
export function quotations(
  scenario: Scenario,
  ids: readonly string[],
  title: string,
  set: { first?: number; lead?: string; note?: boolean } = {},
): Tree {
  const items = quotationsWith(scenario, ids);
  if (items.length === 0) return null;
  const { first = items.length, lead = '', note = false } = set;
  const rest = items.slice(first);
  const drawn = (some: readonly Evidence[]) => some.map((item) => quotation(scenario, item, note));
  return h(
    'div',
    { class: 'quotations' },
    title && h('p', { class: 'heading' }, title),
    lead && h('p', { class: 'remark' }, lead),
    drawn(items.slice(0, first)),
    rest.length > 0 &&
      more(
        first > 0 ? quotationWords.more(rest.length) : quotationWords.all(rest.length),
        h('div', { class: 'quotations' }, drawn(rest)),
      ),
  );
}

/** All that bears on an answer where it is chosen. `brief` shows one quotation on each side, without notes. */
export function evidenceFor(scenario: Scenario, answer: Answer, states: States, brief: boolean): Tree {
  const found = support(answer, states);
  const plain = found.against.filter((id) => answer.against.includes(id));
  const set = brief ? { first: 1 } : { note: true };
  const later = brief ? { first: 0 } : { note: true };
  return h(
    'div',
    { class: 'evidence' },
    h('p', { class: 'heading' }, basisWords(answer).means),
    answer.note && h('p', { class: 'remark' }, prose(scenario, answer.note)),
    h(
      'div',
      { class: 'sides' },
      quotations(
        scenario,
        found.for,
        answer.basis === 'assumption' ? quotationWords.related : quotationWords.restsOn,
        set,
      ),
      quotations(scenario, plain, quotationWords.against, set),
      found.because.map((clause) =>
        quotations(scenario, clause.evidence, quotationWords.againstOnPath(plain.length > 0), {
          ...later,
          lead: clause.why,
        }),
      ),
      quotations(scenario, found.doubt, quotationWords.leavesOpen, later),
    ),
  );
}
