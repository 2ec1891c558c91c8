/** Creates the exports of the present session. The module is loaded at first use. */
import { graphOf, startOf } from '../../analysis/graph/graph.ts';
import { walk } from '../../analysis/graph/walk.ts';
import { accountOf } from '../../analysis/questions/account.ts';
import { caption } from '../../export/caption.ts';
import { drawnStory } from '../../export/drawn-story.ts';
import { authorDate, bibtex, cslJson, noteForm, ris } from '../../export/citations.ts';
import {
  alongStories,
  gamebook,
  withNamedQuotations,
  towardsEndings,
  type AnswerFilter,
} from '../../export/gamebook.ts';
import { gamebookPage } from '../../export/gamebook-page.ts';
import { markdown } from '../../export/markdown.ts';
import { stepsTable, storyJson } from '../../export/steps.ts';
import { png } from '../../browser/png.ts';
import type { Download } from '../../browser/save.ts';
import { mapFile } from '../../picture/map-file.ts';
import { shareFile } from '../../picture/story-file.ts';
import type { Futures } from '../../analysis/graph/futures.ts';
import { bearing } from '../../lesson/key.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { byId } from '../../scenario/lookups.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Session } from '../../session/session.svelte.ts';
import { BASIS_MARKS } from '../../view/evidence/marks.ts';
import type { Book, TakeAlong, TextForm } from '../../view/shell/services.ts';
import { bookWords } from '../../words/beyond/book.ts';
import { exportWords } from '../../words/beyond/exports.ts';
import { mapWords } from '../../words/views/map.ts';
import { TASK_WORDS } from '../../words/terms/tasks.ts';
import { NOT_KNOWN } from '../../words/terms/unknown.ts';

/** Maximum length of an address in a picture, in characters. */
const LONGEST_SHOWN = 200;

/**
 * The exports of `session`. `link` is the address of the story, `start` that of the map, and `today` is `YYYY-MM-DD`.
 */
export function takeAlong(session: Session, link: string, start: string, today: string): TakeAlong {
  const { scenario, replay } = session;
  const retold = accountOf(scenario, replay);
  const remark = session.excluded.size === 0 ? '' : exportWords.setAside(session.excluded.size);
  const place = retold.ending?.id ?? `step-${retold.steps.length}`;
  const name = (what: string): string => `${scenario.id}-${place}${what}`;

  const texts: Readonly<Record<TextForm, () => Download>> = {
    'author-date': () => ({
      name: name('-references.txt'),
      type: 'text/plain',
      content: authorDate(retold, link),
    }),
    notes: () => ({ name: name('-notes.txt'), type: 'text/plain', content: noteForm(retold, link) }),
    bibtex: () => ({ name: name('.bib'), type: 'application/x-bibtex', content: bibtex(retold) }),
    ris: () => ({
      name: name('.ris'),
      type: 'application/x-research-info-systems',
      content: ris(retold),
    }),
    csl: () => ({
      name: name('.csl.json'),
      type: 'application/vnd.citationstyles.csl+json',
      content: cslJson(retold),
    }),
    markdown: () => ({
      name: name('.md'),
      type: 'text/markdown',
      content: markdown(retold, link, remark),
    }),
    csv: () => ({ name: name('.csv'), type: 'text/csv', content: stepsTable(retold) }),
    json: () => ({ name: name('.json'), type: 'application/json', content: storyJson(retold, link) }),
  };

  const drawn = () => {
    const story = drawnStory(scenario, replay, session.openings, BASIS_MARKS, {
      // An address with a lesson is too long for a picture.
      link: link.length > LONGEST_SHOWN ? start : link,
      made: today,
      remark,
    });
    return session.known || story.reached ? story : { ...story, sentence: NOT_KNOWN };
  };
  const drawings = {
    wide: () => shareFile(drawn(), 'wide'),
    square: () => shareFile(drawn(), 'square'),
    map: () =>
      mapFile(
        scenario,
        [retold.steps.map(({ answer }) => answer)],
        session.openings,
        caption(retold, link, today, remark),
        { notAsked: mapWords.beside.passed, legend: mapWords.legend },
      ),
  };

  function book({ from, bounds }: Book): { readonly sections: number; readonly file: () => Download } {
    const { graph } = session;
    const here = from === 'here';
    const made = gamebook(graph, here ? session.point : startOf(graph), keeps(bounds));
    const file = (): Download => ({
      name: here ? name('-book.html') : `${scenario.id}-book.html`,
      type: 'text/html',
      content: gamebookPage(made, {
        before: here ? retold.steps : [],
        bounds: bookWords.bounds[bounds],
        remark,
        link: here ? link : start,
      }),
    });
    return { sections: made.sections.length, file };
  }

  function keeps(bounds: Book['bounds']): AnswerFilter {
    if (bounds === 'sourced') return (_node, _edge, answer) => answer.basis !== 'assumption';
    if (bounds === 'walks')
      return alongStories(
        session.graph,
        scenario.walks.map(({ story }) => story),
      );
    return () => true;
  }

  return {
    text: (form) => texts[form](),
    svg: (drawing) => ({
      name: name(`-${drawing}.svg`),
      type: 'image/svg+xml',
      content: drawings[drawing](),
    }),
    png: async (drawing) => ({
      name: name(`-${drawing}.png`),
      type: 'image/png',
      content: await png(drawings[drawing]()),
    }),
    book: session.known ? book : null,
    lessonBook:
      session.futures &&
      (
        (futures) => (lesson: Lesson, address: string | null) =>
          lessonBook(session.whole, futures, lesson, address ?? start)
      )(session.futures),
  };
}

/**
 * The numbered book of `lesson`, with every quotation: what the teacher has set aside is not set aside for students.
 */
export function lessonBook(
  scenario: Scenario,
  futures: Futures,
  lesson: Lesson,
  link: string,
): { readonly sections: number; readonly file: () => Download } {
  const graph = graphOf(scenario, futures);
  const start = walk(graph, lesson.story);
  if (start.refused)
    throw new Error(`The lesson cannot start with “${start.refused.code}”: ask whether it is sound first.`);
  const made = withNamedQuotations(gamebook(graph, start.at, towardsEndings(graph, lesson.goals)), [
    lesson.intro,
    ...lesson.tasks.flatMap(({ prompt, quotes = [] }) => [prompt, ...quotes]),
    // Students pick among these quotations, also where the step comes before the book begins and has no section.
    ...lesson.tasks.flatMap(({ kind, at }) =>
      kind === 'support' ? (byId(scenario.questions, at)?.answers ?? []).flatMap(bearing) : [],
    ),
  ]);
  const goals = scenario.endings.flatMap(({ id, title }) =>
    lesson.goals.includes(id) ? [`“${title}”`] : [],
  );
  const bounds = goals.length === 0 ? '' : bookWords.lessonBounds(goals);
  const file = (): Download => ({
    name: `${scenario.id}-lesson-book.html`,
    type: 'text/html',
    content: gamebookPage(made, {
      before: start.steps,
      bounds,
      remark: '',
      link,
      lesson: {
        title: lesson.title,
        intro: lesson.intro,
        tasks: lesson.tasks.map((task) => ({ ...task, asks: TASK_WORDS[task.kind].asks })),
      },
    }),
  });
  return { sections: made.sections.length, file };
}
