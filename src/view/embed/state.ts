/** What an embed is drawn from: the story as it stands, and what whoever embeds it has set. */
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
  /** The first so many steps may not be changed. */
  readonly lock: number;
  /** Whether the quotations behind the latest step are laid open, or one press away. */
  readonly evidence: 'open' | 'closed';
  /** Whether the endings still open are laid open, one press away, or left out. */
  readonly endings: 'open' | 'closed' | 'hide';
  /** Whether the map in small stands above the question, or is left out. */
  readonly map: 'show' | 'hide';
}

export interface EmbedState {
  readonly embedded: Embedded;
  readonly replay: Replay;
  readonly settings: EmbedSettings;
  /** Sentences for the reader, each with details; they stay until the next step. */
  readonly notes: readonly { readonly text: string; readonly details: readonly string[] }[];
  /** The address of the full map with this story; where the map’s own is not known, only its end, from `#` on. */
  readonly full: string;
  /** The address of the page “About this map”, which is left out where that of the full map is not known. */
  readonly about: string;
  /** What else is said below the sources: of an edition that is kept, of what is set aside; else empty. */
  readonly kept: string;
  /** The tag of the title: the page’s own heading, or a line in somebody else’s page. */
  readonly title: 'h1' | 'p';
}
