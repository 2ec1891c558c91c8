/** The data that an embed is drawn from: the present story, and the options of the embed. */
import type { Graph } from '../../analysis/graph/graph.ts';
import type { Openings } from '../../analysis/graph/openings.ts';
import type { Machine } from '../../machine/situation.ts';
import type { Replay } from '../../machine/replay.ts';
import type { Scenario } from '../../scenario/scenario.ts';

export interface Embedded {
  readonly scenario: Scenario;
  readonly machine: Machine;
  readonly graph: Graph;
  readonly openings: Openings;
}

export interface EmbedSettings {
  /** Number of steps at the beginning that cannot be changed. */
  readonly lock: number;
  /** Whether the quotations of the latest step are open, or in a closed disclosure. */
  readonly evidence: 'open' | 'closed';
  /** Whether the list of endings is open, in a closed disclosure, or left out. */
  readonly endings: 'open' | 'closed' | 'hide';
  /** Whether the small map is shown. */
  readonly map: 'show' | 'hide';
}

export interface EmbedState {
  readonly embedded: Embedded;
  readonly replay: Replay;
  readonly settings: EmbedSettings;
  /** Notes to the reader, each with details; they are removed at the next step. */
  readonly notes: readonly { readonly text: string; readonly details: readonly string[] }[];
  /**
   * The address of this story on the full map; only its fragment, from `#` on, where the address of the map is
   * unknown.
   */
  readonly full: string;
  /** The address of the page “About this map”; it is left out where the address of the map is unknown. */
  readonly about: string;
  /** Further text below the sources, about a fixed edition or quotations set aside; or empty. */
  readonly kept: string;
  /** Tag of the title: `h1` in a page of its own, `p` in a host page. */
  readonly title: 'h1' | 'p';
}
