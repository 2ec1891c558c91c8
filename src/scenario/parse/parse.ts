/** From a text or bytes from outside to a scenario, or to what is wrong with it. */
import * as v from 'valibot';
import { problemsOf } from '../check.ts';
import { complete } from '../complete.ts';
import { scenarioFile } from '../format.ts';
import { parseJson } from './json.ts';
import { LIMITS } from '../limits.ts';
import { collect, problem, hasErrors, type Problem, type Result } from '../problems.ts';
import type { Scenario } from '../scenario.ts';
import { shapeProblem } from './shape.ts';
import { sizeProblems } from './sizes.ts';

/** Above this size only the first fault in the shape is named: a hostile file could hold a million. */
const LISTED_IN_FULL = 300_000;

/**
 * Takes a scenario file as it comes from outside, and looks at its size first, then at its JSON, at the sizes of its
 * parts, its shape and its meaning. Gives the complete scenario, perhaps with warnings; or what is wrong, up to the first stage that fails.
 * What only playing shows is not looked at.
 */
export function parse(input: string | Uint8Array): Result<Scenario> {
  const text = decode(input);
  if (typeof text !== 'string') return refuse([text]);

  const json = parseJson(text);
  if (json.value === undefined) return refuse(json.problems);
  const misfit = misfitOf(json.value);
  if (misfit) return refuse([...json.problems, misfit]);
  const sizes = collect(sizeProblems(json.value));
  if (sizes.length > 0) return refuse([...json.problems, ...sizes]);

  const shape = v.safeParse(scenarioFile, json.value, { abortEarly: text.length > LISTED_IN_FULL });
  if (!shape.success) return refuse([...json.problems, ...shape.issues.map(shapeProblem)]);

  const problems = collect(
    (function* () {
      yield* json.problems;
      yield* problemsOf(shape.output);
    })(),
  );
  return hasErrors(problems) ? refuse(problems) : { ok: true, value: complete(shape.output), problems };
}

function refuse(problems: Iterable<Problem>): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: collect(problems) };
}

/** The text of `input`, or what keeps it from being read at all. A byte-order mark at its start is no part of it. */
function decode(input: string | Uint8Array): string | Problem {
  // A character is never less than a byte: what is too long need not be counted.
  const bytes =
    typeof input === 'string' && input.length <= LIMITS.bytes ? new TextEncoder().encode(input) : input;
  if (bytes.length > LIMITS.bytes) return problem('too-large', '', `more than ${inFull(LIMITS.bytes)} bytes`);
  if (typeof input === 'string') return input.replace(/^\ufeff/, '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(input);
  } catch {
    return problem('not-json', '', 'some of its bytes are not UTF-8');
  }
}

/** What keeps a JSON value from being a file of this format, before its parts are looked at. */
function misfitOf(value: unknown): Problem | undefined {
  const file = typeof value === 'object' && value !== null ? value : {};
  const format: unknown = 'format' in file ? file.format : undefined;
  if (format !== 1) return problem('wrong-format', 'format', JSON.stringify(format) ?? 'missing');
  const questions: unknown = 'questions' in file ? file.questions : [];
  if (Array.isArray(questions) && questions.length > LIMITS.questions)
    return problem('too-large', 'questions', `${inFull(questions.length)} questions`);
  return undefined;
}

function inFull(count: number): string {
  return count.toLocaleString('en');
}
