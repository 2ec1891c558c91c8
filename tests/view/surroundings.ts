/** Surroundings for tests of single views: a session, and services that record calls. */
import { explore } from '../../src/analysis/graph/explore.ts';
import { futuresOf } from '../../src/analysis/graph/futures.ts';
import { compileRules } from '../../src/analysis/graph/rules.ts';
import type { Scenario, Story } from '../../src/scenario/scenario.ts';
import { START } from '../../src/session/place.ts';
import { Session } from '../../src/session/session.svelte.ts';
import { SURROUNDINGS, type Surroundings } from '../../src/view/shell/services.ts';
import '../../src/view/shell/paper.css';

export function around(
  scenario: Scenario,
  story: Story = [],
): Surroundings & { context: Map<symbol, Surroundings> } {
  const rules = compileRules(scenario);
  const session = new Session(scenario, futuresOf(rules, explore(rules)));
  session.openPlace({ ...START, story }, scenario.edition);
  const surroundings: Surroundings = {
    session,
    services: {
      address: ({ story }) => `https://example.org/#${story.join('')}`,
      leads: 'here',
      show: () => undefined,
      holds: () => true,
      copy: () => Promise.resolve(true),
      print: () => undefined,
      handIn: () => ({ address: '', whole: true }),
      lessons: () => Promise.reject(new Error('No lessons here.')),
      takeAlong: () => Promise.reject(new Error('Nothing is taken along in these tests.')),
      save: () => undefined,
      edition: () => Promise.resolve(null),
      openEdition: () => Promise.resolve(true),
      read: () => ({ ok: false, why: 'not-a-link' }),
    },
    open: () => Promise.resolve(),
    cite: () => undefined,
    takeAlong: () => Promise.resolve(),
  };
  return { ...surroundings, context: new Map([[SURROUNDINGS, surroundings]]) };
}
