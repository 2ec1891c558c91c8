/** Earlier editions of the site’s own scenario, for the links that were made for them. */
import type { Futures } from '../../analysis/graph/futures.ts';
import { complete } from '../../scenario/complete.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import type { Scenario } from '../../scenario/scenario.ts';

const files = import.meta.glob<ScenarioFile>('../../../seeds/ukraine-2025/edition-*.json', {
  import: 'default',
});
const futures = import.meta.glob<Futures>('../../../seeds/ukraine-2025/edition-*.json', {
  import: 'default',
  query: '?futures',
});
const fileOf = (edition: number) => `../../../seeds/ukraine-2025/edition-${edition}.json`;

/** Whether this site keeps the scenario in its `edition`. */
export const keepsEdition = (edition: number): boolean => fileOf(edition) in files;

/** The scenario in its `edition`; null where this site does not keep it. */
export async function scenarioIn(edition: number): Promise<Scenario | null> {
  const file = await files[fileOf(edition)]?.();
  return file ? complete(file) : null;
}

/** What can still happen in it; null where this site does not keep it. */
export const futuresIn = async (edition: number): Promise<Futures | null> =>
  (await futures[fileOf(edition)]?.()) ?? null;
