/** Tests that the published JSON Schema is the one that the format produces. */
import { expect, it } from 'vitest';
import { schemaText } from '../../../src/entry/cli/schema-text.ts';
import { text } from '../../scenario/files.ts';

const schema = JSON.parse(schemaText());

it('is in step with the format: run `npm run schema` when this fails', () => {
  expect(text('public/scenario.schema.json')).toBe(schemaText());
});

it('lets conditions and claims stand within each other', () => {
  const condition = { $ref: '#/$defs/condition' };
  expect(schema.$defs.condition.anyOf).toContainEqual({
    type: 'object',
    properties: { not: condition },
    required: ['not'],
    additionalProperties: false,
  });
  expect(schema.properties.endings.items.properties.when).toEqual(condition);
  expect(JSON.stringify(schema.$defs.claim)).toContain('{"$ref":"#/$defs/claim"}');
});

it('allows no field that the format does not have, and asks for those it needs', () => {
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toEqual([
    'format',
    'id',
    'edition',
    'title',
    'notice',
    'issues',
    'questions',
    'endings',
  ]);
  expect(schema.properties.questions.items.properties.answers.items.required).toEqual([
    'id',
    'code',
    'label',
    'basis',
  ]);
});
