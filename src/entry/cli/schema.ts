/** Writes the JSON Schema of the scenario format to `public/scenario.schema.json`: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { schemaText } from './schema-text.ts';

writeFileSync(new URL('../../../public/scenario.schema.json', import.meta.url), schemaText());
