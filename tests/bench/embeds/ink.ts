/**
 * The excerpt as an ink story, in a web page of the shape that ink’s editor exports: a page, a style, ink’s runtime,
 * the compiled story and a script that writes paragraphs and choices, each 200 ms after the one before. In ink’s favour
 * they are there at once, where the export fades them in, and no font comes from another host.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Compiler } from 'inkjs/full';
import type { Excerpt } from './excerpt.ts';
import { escaped, type AskingPage } from './page.ts';

const require = createRequire(import.meta.url);

/** @param delay milliseconds between paragraphs; 0 is what an author gets who takes the export’s delays out. */
export function inkPage(excerpt: Excerpt, delay: number): AskingPage {
  const story = new Compiler(inkSource(excerpt)).Compile().ToJson();
  return {
    name: `ink’s web export (inkjs 2.4.0), ${delay > 0 ? `${delay} ms between paragraphs` : 'its delays taken out'}`,
    files: new Map<string, string | Buffer>([
      ['index.html', html(excerpt)],
      ['style.css', STYLE],
      [
        'ink.js',
        readFileSync(require.resolve('inkjs'))
          .toString()
          .replace(/\n\/\/# sourceMappingURL=.*/, ''),
      ],
      ['story.js', `var storyContent = ${story ?? ''};`],
      ['main.js', main(delay)],
    ]),
    question: '#story .question',
    choice: '#story .choice a',
    label: '',
  };
}

/** One knot for each question: it is asked, an answer is given, its quotation is read, and the next is asked. */
function inkSource({ title, notice, questions }: Excerpt): string {
  const knots = questions.map(({ text, answers }, at) => {
    const next = at + 1 < questions.length ? `q${at + 2}` : 'over';
    const choices = answers.map(
      ({ label, quotation }) =>
        `+ [${plain(label)}]\n${
          quotation ? `  “${plain(quotation.words)}” (${plain(quotation.speaker)}) # CLASS: quotation\n` : ''
        }  -> ${next}`,
    );
    return `=== q${at + 1} ===\n${plain(text)} # CLASS: question\n${choices.join('\n')}\n`;
  });
  return `# title: ${title}\n-> q1\n\n${knots.join('\n')}\n=== over ===\n${plain(notice)}\n-> END\n`;
}

/** `text` with what means something in ink set free of its meaning. */
const plain = (text: string): string => text.replace(/[\\[\]{}|#~<>/*+-]/g, (sign) => `\\${sign}`);

const html = ({ title, notice }: Excerpt) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
</head>
<body>
<div class="container">
<h1>${escaped(title)}</h1>
<p>${escaped(notice)}</p>
<div id="story"></div>
</div>
<script src="ink.js"></script>
<script src="story.js"></script>
<script src="main.js"></script>
</body>
</html>
`;

const STYLE = `body { margin: 0; font: 300 1.1rem/1.6 Georgia, serif; color: #333; background: #fff; }
.container { max-width: 36rem; margin: 0 auto; padding: 2rem 1rem 6rem; }
h1 { font-size: 1.6rem; line-height: 1.2; text-align: center; }
.question { font-weight: 700; }
.quotation { padding-left: 1rem; border-left: 3px solid #bbb; }
.choice { text-align: center; line-height: 1.7; }
.choice a { color: #a5470f; font-weight: 700; text-decoration: none; }
.choice a:hover { color: #000; }
.hidden { opacity: 0; }
`;

const main = (delay: number) => `(function (content) {
  var story = new inkjs.Story(content);
  var place = document.getElementById('story');
  goOn();

  function show(element, after) {
    place.appendChild(element);
    if (after === 0) return;
    element.classList.add('hidden');
    setTimeout(function () { element.classList.remove('hidden'); }, after);
  }

  function goOn() {
    var after = 0;
    while (story.canContinue) {
      var paragraph = document.createElement('p');
      paragraph.textContent = story.Continue();
      story.currentTags.forEach(function (tag) {
        var found = /^CLASS: *(.+)$/.exec(tag);
        if (found) paragraph.classList.add(found[1]);
      });
      show(paragraph, after);
      after += ${delay};
    }
    story.currentChoices.forEach(function (choice) {
      var line = document.createElement('p');
      var link = document.createElement('a');
      line.className = 'choice';
      link.href = '#';
      link.textContent = choice.text;
      link.addEventListener('click', function (event) {
        event.preventDefault();
        place.querySelectorAll('.choice').forEach(function (old) { old.remove(); });
        story.ChooseChoiceIndex(choice.index);
        goOn();
      });
      line.appendChild(link);
      show(line, after);
      after += ${delay};
    });
  }
})(storyContent);
`;
