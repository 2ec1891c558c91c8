/** The scenario format as a JSON Schema, for editors that support it. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { recursive, scenarioFile } from '../../scenario/format.ts';

/**
 * The text of `scenario.schema.json`. It describes shapes only; references, conditions and stories are checked by the
 * program.
 */
export function schemaText(): string {
  const { $schema, ...schema } = toJsonSchema(scenarioFile, {
    target: 'draft-2020-12',
    definitions: recursive,
    // A custom schema carries its JSON Schema as metadata.
    overrideSchema: ({ valibotSchema }) => (valibotSchema.type === 'custom' ? {} : undefined),
  });
  const title = 'Parley scenario, format 1';
  return `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`;
}
