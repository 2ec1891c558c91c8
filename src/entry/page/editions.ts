/** Loads earlier editions of the site’s own scenario, for older links. */
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

/** Whether the site contains this edition. */
export const keepsEdition = (edition: number): boolean => fileOf(edition) in files;

/** The scenario in this edition; null where the site does not contain it. */
export async function scenarioIn(edition: number): Promise<Scenario | null> {
  const file = await files[fileOf(edition)]?.();
  return file ? complete(file) : null;
}

/** The futures of this edition; null where the site does not contain it. */
export const futuresIn = async (edition: number): Promise<Futures | null> =>
  (await futures[fileOf(edition)]?.()) ?? null;
