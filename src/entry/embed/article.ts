/**
 * Optional script beside the loader: finds the quotations of the map in the text of an article, and marks them as a
 * writer would by hand. It searches elements marked `data-parley-article`.
 *
 * Each frame is asked for its quotations once, and its first answer is used; `codec/quotations.ts` says how that
 * answer is checked.
 */
import { postTo, senderOf, type Message } from '../../browser/host-page.ts';
import { findQuotations, readQuotations, type Quotation } from '../../codec/quotations.ts';

const SKIPPED = 'script,style,iframe,textarea,[data-parley]';
/** The frames that were asked for their quotations, each with whether it has answered. */
const answered = new WeakMap<HTMLIFrameElement, boolean>();

addEventListener('message', (event: MessageEvent<Message>) => {
  const frame = senderOf(event);
  if (!frame) return;
  const { type, quotations } = event.data;
  if (type === 'quotations' && answered.get(frame) === false) {
    answered.set(frame, true);
    const read = readQuotations(quotations);
    for (const article of document.querySelectorAll('[data-parley-article]')) mark(article, read);
  }
  // The first message of an embed shows that its program runs and can answer.
  else if ((type === 'step' || type === 'ending') && !answered.has(frame)) {
    answered.set(frame, false);
    postTo(frame, { type: 'quotations' });
  }
});

/** Marks the first occurrence of each of `quotations` in `article`. */
function mark(article: Element, quotations: readonly Quotation[]): void {
  const nodes = textsOf(article);
  const marks = findQuotations(
    nodes.map(({ data }) => data),
    quotations,
    () => performance.now(),
  );
  const parts = marks.flatMap(({ id, parts }) => parts.map((part, at) => ({ ...part, id, first: at === 0 })));
  // Parts are marked from the end backwards, so that the offsets of earlier parts in the same text node stay valid.
  parts.sort((a, b) => b.text - a.text || b.start - a.start);
  for (const { text, start, end, id, first } of parts) {
    const span = document.createElement('span');
    span.dataset.parley = id;
    if (first) {
      span.tabIndex = 0;
      span.role = 'button';
    }
    const range = document.createRange();
    range.setStart(nodes[text] as Text, start);
    range.setEnd(nodes[text] as Text, end);
    range.surroundContents(span);
  }
}

/** The text nodes of `element` in document order, without those that are not prose or are marked already. */
function textsOf(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest(SKIPPED)) texts.push(text);
  }
  return texts;
}
