/**
 * A second small program beside the loader: finds the map’s quotations in the text of an article, so that nobody has to
 * mark them. It looks within elements marked `data-parley-article`, and marks what it finds as a writer would.
 *
 * Each frame is asked once, and heard once: see `codec/quotations.ts` for what is believed of its answer.
 */
import { postTo, senderOf, type Message } from '../../browser/host-page.ts';
import { findQuotations, readQuotations, type Quotation } from '../../codec/quotations.ts';

const SKIPPED = 'script,style,iframe,textarea,[data-parley]';
/** The frames that were asked, and whether each has answered. */
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
  // The first word of an embed that has heard the loader: now it answers.
  else if ((type === 'step' || type === 'ending') && !answered.has(frame)) {
    answered.set(frame, false);
    postTo(frame, { type: 'quotations' });
  }
});

/** Marks the first place of each of `quotations` in `article`. */
function mark(article: Element, quotations: readonly Quotation[]): void {
  const nodes = textsOf(article);
  const marks = findQuotations(
    nodes.map(({ data }) => data),
    quotations,
    () => performance.now(),
  );
  const parts = marks.flatMap(({ id, parts }) => parts.map((part, at) => ({ ...part, id, first: at === 0 })));
  // From the end: marking a part leaves what stands before it in the same text where it is.
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

/** The texts of `element`, in order, without those that are no part of what is read or marked already. */
function textsOf(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest(SKIPPED)) texts.push(text);
  }
  return texts;
}
