/** The scenario format as a JSON Schema, for editors that know one. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { recursive, scenarioFile } from '../../scenario/format.ts';

/** The text of `scenario.schema.json`. It knows shapes only: what a file means is checked by the program. */
export function schemaText(): string {
  const { $schema, ...schema } = toJsonSchema(scenarioFile, {
    target: 'draft-2020-12',
    definitions: recursive,
    // A schema that is code says for itself, as metadata, what JSON Schema should make of it.
    overrideSchema: ({ valibotSchema }) => (valibotSchema.type === 'custom' ? {} : undefined),
  });
  const title = 'Parley scenario, format 1';
  return `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`;
}
