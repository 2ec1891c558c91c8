/** What the page shows beside the story: the view that is open, what is asked about there, and what the reader is told. */
import type { Answer, Ending, Story, Walk } from '../scenario/scenario.ts';
import type { Way } from '../scenario/way.ts';
import type { Migration } from '../machine/receipt.ts';
import type { Refusal, Replay } from '../machine/replay.ts';
import type { Place, View } from './place.ts';

/** Something the reader should be told once: it stays until the next step. */
export type Notice =
  | {
      readonly kind: 'changed';
      readonly step: number;
      readonly kept: number;
      readonly dropped: readonly Refusal[];
      /** What stood before the change: Undo brings it back. */
      readonly before: Pick<Screen, 'walk'> & { readonly story: Story; readonly ahead: Story };
    }
  /** A link was opened: the story it held, as far as it could be played. */
  | {
      readonly kind: 'opened';
      /** In the codes it was written with. */
      readonly story: Story;
      readonly replay: Replay;
      readonly edition: number;
      /** How a story of an earlier edition is told here; null for one of this edition. */
      readonly migration: Migration | null;
    }
  | { readonly kind: 'bad-link'; readonly why: string }
  /** The lesson keeps its first steps as they are. */
  | { readonly kind: 'locked'; readonly steps: number };

export class Screen {
  view = $state<View>('story');
  /** The ending that is asked about in the view `endings`; null for none. */
  ending = $state.raw<Ending | null>(null);
  /** The stories that are compared: none, or two. */
  compared = $state.raw<readonly Story[]>([]);
  /** The walk that is followed. */
  walk = $state.raw<Walk | null>(null);
  /** The way that is followed; never together with a walk. */
  way = $state.raw<Way | null>(null);
  /** What was handed in and is looked at in the view `work`; never one’s own. */
  submission = $state.raw<Place | null>(null);
  notice = $state.raw<Notice | null>(null);
  /** Why the reader’s own work is not kept on this device, as `words/terms/keeping.ts` explains it; empty where nothing is amiss. */
  saveProblem = $state('');
  /** The answer the reader is looking at without having chosen it. */
  preview = $state.raw<Answer | null>(null);
  /** Goes up whenever the reader moves the story, so that a view knows to show where it stands. */
  moves = $state(0);

  /** Follows a walk, a way or, without either, nothing that was laid out beforehand. */
  follow(laid: { readonly walk?: Walk; readonly way?: Way } = {}): void {
    this.walk = laid.walk ?? null;
    this.way = laid.way ?? null;
  }

  /** Shows the story after a move, and drops the notice and the preview, which belonged to the step before. */
  showStory(): void {
    this.notice = null;
    this.preview = null;
    this.view = 'story';
    this.moves += 1;
  }
}
