/** What a view needs around it, for tests of single views: a session of a scenario and a host that only remembers. */
import { explore } from '../../src/analysis/explore.ts';
import { futures } from '../../src/analysis/futures.ts';
import { rules as compileRules } from '../../src/analysis/rules.ts';
import { compile } from '../../src/machine/compile.ts';
import type { Scenario, Story } from '../../src/scenario/scenario.ts';
import { Session } from '../../src/session/session.svelte.ts';
import { SURROUNDINGS, type Surroundings } from '../../src/view/host.ts';
import '../../src/view/paper.css';

export function around(
  scenario: Scenario,
  story: Story = [],
): Surroundings & { context: Map<symbol, Surroundings> } {
  const rules = compileRules(scenario);
  const session = new Session(compile(scenario), futures(rules, explore(rules)));
  session.openPlace({ story, view: 'story', walk: '', ending: '', weights: new Map() }, scenario.edition);
  const surroundings: Surroundings = {
    session,
    host: {
      address: ({ story }) => `https://example.org/#${story.join('')}`,
      show: () => undefined,
      copy: () => Promise.resolve(true),
      print: () => undefined,
    },
    open: () => Promise.resolve(),
    cite: () => undefined,
  };
  return { ...surroundings, context: new Map([[SURROUNDINGS, surroundings]]) };
}
