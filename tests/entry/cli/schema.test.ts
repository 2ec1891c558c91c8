/** Tests that the published JSON Schema is the one that the format produces. */
import { expect, it } from 'vitest';
import { schemaText } from '../../../src/entry/cli/schema-text.ts';
import { text } from '../../scenario/files.ts';

const schema = JSON.parse(schemaText());

it('the schema: equals the output of `npm run schema`, which is to be run when this fails', () => {
  expect(text('public/scenario.schema.json')).toBe(schemaText());
});

it('the schema: allows nested conditions and claims', () => {
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

it('the schema: allows only fields of the format, and requires those that the format requires', () => {
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
