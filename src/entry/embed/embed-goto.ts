/**
 * Resolves the target of a `goto` message of the host page: the story of a link, or the step of an answer or a
 * quotation.
 */
import { wayToAnswer } from '../../analysis/graph/reaching.ts';
import { walk } from '../../analysis/graph/walk.ts';
import { decodeLink } from '../../codec/link.ts';
import type { Answer, Story } from '../../scenario/scenario.ts';
import type { Embedded } from '../../view/embed/state.ts';

/**
 * The story that `to` names, seen from `story`; null where `to` names nothing that can be played from here. The first
 * `lock` steps are not changed. `to` is a link, as it stands after `#`; the code of an answer; or the id of a
 * quotation.
 */
export function storyTo(
  { scenario, graph }: Pick<Embedded, 'scenario' | 'graph'>,
  story: Story,
  to: string,
  lock: number,
): Story | null {
  const kept = story.slice(0, lock);
  const link = decodeLink(to);
  if (link.ok) {
    const asked = link.value;
    if (asked.scenario && asked.scenario !== scenario.id) return null;
    const keeps = kept.every((code, at) => asked.story[at] === code);
    return keeps && walk(graph, asked.story).refused === null ? asked.story : null;
  }

  const wanted = (answer: Answer) => answer.code === to || answer.evidence.includes(to);
  const told = walk(graph, story).steps.findLastIndex((step) => wanted(step.answer));
  if (told >= lock) return story.slice(0, told + 1);
  for (const from of [story, kept]) {
    const way = wayToAnswer(graph, from, wanted);
    if (way) return [...from, ...way];
  }
  return null;
}
