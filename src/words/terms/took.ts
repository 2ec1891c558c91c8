/** One sentence or two on what a story took, for an embed and for a picture. */
import { spelled } from './text.ts';

/** `unreported` of its `answers` are asked for, suggested, worked out or said by nobody. */
export function itTook(answers: number, unreported: number): string {
  const took = `It took ${spelled(answers)} ${answers === 1 ? 'answer' : 'answers'}.`;
  if (unreported === 0) return `${took} The sources report ${answers === 1 ? 'it' : 'every one of them'}.`;
  const all = unreported === answers;
  return `${took} No source reports ${all ? (answers === 1 ? 'it' : 'any of them') : `${spelled(unreported)} of them`}.`;
}
