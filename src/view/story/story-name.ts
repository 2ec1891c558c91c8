/** Names a stored story in the list of the reader’s stories. */
import { replay } from '../../machine/replay.ts';
import type { Place } from '../../session/place.ts';
import type { Session } from '../../session/session.svelte.ts';
import { storyWords } from '../../words/views/story.ts';
import { byId } from '../../scenario/lookups.ts';

/** The kind of story, its title, and its last step; the last is empty where the title contains it. */
export function storyName(
  { machine, scenario }: Session,
  { story, lesson, walk }: Place,
): { readonly kind: string; readonly title: string; readonly stands: string } {
  const words = storyWords.name;
  const { ending, question } = replay(machine, story).now;
  const stands = ending ? words.endedAt(ending.title) : question ? words.next(question.text) : '';
  if (lesson) return { kind: words.lesson, title: lesson.title || words.aLesson, stands };
  const title = byId(scenario.walks, walk)?.title;
  if (title !== undefined) return { kind: words.walk, title, stands };
  return ending
    ? { kind: words.ended, title: ending.title, stands: '' }
    : { kind: words.reached, title: question?.text ?? '', stands: '' };
}
