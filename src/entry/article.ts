/**
 * A second small program beside the loader: finds the map’s quotations in the text of an article, so that nobody has to
 * mark them. It looks within elements marked `data-parley-article`, and marks what it finds as a writer would.
 */
import { findText } from '../edge/find-text.ts';

const SKIPPED = 'script,style,iframe,textarea,[data-parley]';
const asked = new WeakSet<MessageEventSource>();

addEventListener('message', ({ data, source }) => {
  const frame = [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-parley]')].find(
    ({ contentWindow }) => contentWindow === source,
  );
  if (!frame || !source || data?.parley !== 1) return;
  if (data.type === 'quotations') mark(data.quotations);
  // The first word of an embed that has heard the loader: now it answers.
  else if (data.type !== 'height' && !asked.has(source)) {
    asked.add(source);
    frame.contentWindow?.postMessage({ parley: 1, type: 'quotations' }, '*');
  }
});

function mark(quotations: unknown): void {
  if (typeof quotations !== 'object' || quotations === null) return;
  for (const article of document.querySelectorAll('[data-parley-article]'))
    for (const [id, quote] of Object.entries(quotations)) {
      const nodes = textsOf(article);
      const found =
        typeof quote === 'string'
          ? findText(
              nodes.map(({ data }) => data),
              quote,
            )
          : [];
      found.forEach(({ text, start, end }, at) => {
        const span = document.createElement('span');
        span.dataset.parley = id;
        if (at === 0) {
          span.tabIndex = 0;
          span.role = 'button';
        }
        const range = document.createRange();
        range.setStart(nodes[text] as Text, start);
        range.setEnd(nodes[text] as Text, end);
        range.surroundContents(span);
      });
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
