/**
 * The excerpt as somebody would write it by hand who wants the smallest good page: one file, everything in its HTML,
 * and a few lines of script that lay open the next question. It holds one quotation to an answer and can only go on.
 */
import type { Excerpt, ExcerptAnswer, ExcerptQuestion } from './excerpt.ts';
import { escaped, type AskingPage } from './page.ts';

export function pageByHand(excerpt: Excerpt): AskingPage {
  return {
    name: 'a page written by hand, without any framework',
    files: new Map([['index.html', html(excerpt)]]),
    question: 'section:not([hidden], .answered) h2',
    choice: 'section:not([hidden], .answered) button',
    label: 'b',
  };
}

const html = ({ title, notice, questions }: Excerpt) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<script>${SCRIPT}</script>
<h1>${escaped(title)}</h1>
<p>${escaped(notice)}</p>
${questions.map(section).join('\n')}
</html>
`;

const section = ({ text, answers }: ExcerptQuestion, at: number) => `<section${at > 0 ? ' hidden' : ''}>
<h2 tabindex="-1">${escaped(text)}</h2>
<ul>
${answers.map(choice).join('\n')}
</ul>
</section>`;

const choice = ({ label, basis, quotation }: ExcerptAnswer) =>
  `<li><button><b>${escaped(label)}</b> <small>${basis}</small></button>${
    quotation
      ? `<blockquote hidden>“${escaped(quotation.words)}” <cite>${escaped(quotation.speaker)}</cite></blockquote>`
      : ''
  }`;

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 0 auto; padding: 1rem; font: 1.05rem/1.5 Georgia, serif; }
h1, h2 { font-size: 1.3rem; line-height: 1.25; }
ul { padding: 0; list-style: none; }
button { display: block; width: 100%; min-height: 44px; margin: .5rem 0; padding: .6rem .8rem; font: inherit; text-align: left; border: 1px solid; border-radius: 6px; background: none; color: inherit; cursor: pointer; }
button:hover, button:focus-visible { outline: 2px solid #17649b; }
small { display: block; opacity: .75; }
blockquote { margin: .5rem 0 .5rem 1rem; padding-left: .8rem; border-left: 3px solid #8aa; }
.answered li:not(.given) { display: none; }
`;

const SCRIPT = `
addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const section = button.closest('section');
  const item = button.closest('li');
  const quotation = item.querySelector('blockquote');
  const next = section.nextElementSibling;
  button.disabled = true;
  item.className = 'given';
  section.className = 'answered';
  if (quotation) quotation.hidden = false;
  if (!next) return;
  next.hidden = false;
  next.querySelector('h2').focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
});
`;
