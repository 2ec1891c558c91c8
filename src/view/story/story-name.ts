/** What one of the reader’s own stories is called where they are listed. */
import { replay } from '../../machine/replay.ts';
import type { Place } from '../../session/place.ts';
import type { Session } from '../../session/session.svelte.ts';
import { byId } from '../../scenario/lookups.ts';

/** What kind of story it is, its title, and where it stands; the last is empty where the title says it. */
export function storyName(
  { machine, scenario }: Session,
  { story, lesson, walk }: Place,
): { readonly kind: string; readonly title: string; readonly stands: string } {
  const { ending, question } = replay(machine, story).now;
  const stands = ending ? `Ended: ${ending.title}` : question ? `Next: ${question.text}` : '';
  if (lesson) return { kind: 'Lesson', title: lesson.title || 'A lesson', stands };
  const title = byId(scenario.walks, walk)?.title;
  if (title !== undefined) return { kind: 'Walk', title, stands };
  return ending
    ? { kind: 'Ended', title: ending.title, stands: '' }
    : { kind: 'The question reached', title: question?.text ?? '', stands: '' };
}
