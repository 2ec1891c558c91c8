/** The shape of a condition. */
import * as v from 'valibot';
import type { Condition } from '../condition.ts';
import { list, text, texts } from './shapes.ts';

/** A condition. Its fields say which form is meant, so that a fault inside is found where it is. */
export const condition = v.lazy((input): v.GenericSchema<Condition> => {
  if (input === undefined) return anyForm;
  const fields = typeof input === 'object' && input !== null ? Object.keys(input).sort().join() : '';
  return forms.get(fields) ?? noForm;
});
const forms = new Map<string, v.GenericSchema<Condition>>([
  ['in,issue', v.strictObject({ issue: text, in: texts })],
  ['all', v.strictObject({ all: list(condition) })],
  ['any', v.strictObject({ any: list(condition) })],
  ['not', v.strictObject({ not: condition })],
]);
const noForm = v.never();
export const anyForm = v.union([...forms.values()]);
