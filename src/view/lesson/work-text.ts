/** Writes the work of a student as plain text, for a message, a form or a document. */
import { due, NOTHING } from '../../lesson/work.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import type { Replay } from '../../machine/replay.ts';
import { byId } from '../../scenario/lookups.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { linkWords } from '../../words/terms/links.ts';
import { placeOfPassage } from '../../words/terms/passage.ts';
import { replyWords, TASK_WORDS, taskWhere } from '../../words/terms/tasks.ts';
import { lessonWords } from '../../words/teaching/lesson.ts';

/**
 * The text of the work. `address` is the address of its link, or the fragment of one; null where a link would be too
 * long.
 */
export function workText(
  scenario: Scenario,
  lesson: Lesson,
  replay: Replay,
  replies: ReadonlyMap<number, string>,
  label: string,
  address: string | null,
): string {
  const quoted = (id: string) => {
    const item = byId(scenario.evidence, id);
    return item ? `${item.quote} (${placeOfPassage(scenario, item)})` : id;
  };
  const tasks = due(lesson, replay.steps, replay.now).map(({ task, number, step }) => {
    const reply = replies.get(number) ?? '';
    const said =
      reply === ''
        ? lessonWords.noReply
        : task.kind === 'support' && reply !== NOTHING
          ? quoted(reply)
          : replyWords(scenario, task.kind, reply);
    const where = taskWhere(scenario, task, replay.steps[step]);
    return lessonWords.taskText(number, where, task.prompt || TASK_WORDS[task.kind].name, said);
  });
  const steps = replay.steps.map(
    ({ question, answer }, at) => `${at + 1}. ${question.text}\n   ${answer.label}`,
  );
  return [
    lessonWords.workText(lesson.title, label),
    scenario.notice,
    ...tasks,
    lessonWords.storyText(steps),
    replay.now.ending ? lessonWords.endedText(replay.now.ending.title) : lessonWords.notEnded,
    ...(address ? [linkWords(address)] : []),
  ].join('\n\n');
}
