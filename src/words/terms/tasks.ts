/** Texts about tasks, their places, replies, and what a lesson hides. */
import { END, START, type Hidden, type Task, type TaskKind } from '../../lesson/lesson.ts';
import { NOTHING } from '../../lesson/work.ts';
import type { Step } from '../../machine/replay.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { LABELS } from './labels.ts';

/** Name of each kind of task, and its default instruction. */
export const TASK_WORDS: Readonly<Record<TaskKind, { readonly name: string; readonly asks: string }>> = {
  predict: { name: 'Predict before you choose', asks: 'Which ending do you think this story will come to?' },
  support: { name: 'Which quotation supports this?', asks: 'Which quotation supports the answer you gave?' },
  basis: {
    name: 'Label it yourself',
    asks: 'Is the answer you gave reported, asked for, or a what-if? Its label is hidden until you choose.',
  },
  text: { name: 'In your own words', asks: 'What do you think?' },
};

/** The views that a lesson can hide, in words for teachers. */
export const HIDE_WORDS: Readonly<Record<Hidden, string>> = {
  odds: 'your own odds',
  structure: 'findings, and who can decide what',
  doubt: 'the map without a source',
  how: 'the endings, and how each could happen',
  map: 'the map',
};

/** A reply to a task in words, not as a code. */
export function replyWords(scenario: Scenario, kind: TaskKind, reply: string): string {
  if (kind === 'predict') return scenario.endings.find(({ id }) => id === reply)?.title ?? reply;
  if (kind === 'basis') return LABELS.find(({ shape }) => shape === reply)?.word ?? reply;
  if (kind === 'support') return reply === NOTHING ? 'No quotation supports it' : reply;
  return reply;
}

/** The place of a task, as a line. */
export function taskPlace(scenario: Scenario, at: string): string {
  if (at === START) return 'At the start';
  if (at === END) return 'At the ending';
  return scenario.questions.find(({ id }) => id === at)?.text ?? at;
}

/** The place of a task in finished work: a task on an answer names the answer. */
export function taskWhere(scenario: Scenario, task: Task, step: Step | undefined): string {
  const on = step && task.at === step.question.id && (task.kind === 'support' || task.kind === 'basis');
  return on ? `on: ${step.answer.label}` : taskPlace(scenario, task.at);
}
