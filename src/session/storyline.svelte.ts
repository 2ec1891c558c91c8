/** The story so far and what lies ahead of it: the two lists of answer codes that a session is made of. */
import { startsWith, replay, type Replay } from '../machine/replay.ts';
import type { Machine } from '../machine/situation.ts';
import type { Story } from '../scenario/scenario.ts';

export class Storyline {
  /** The answers that were chosen; what of them the machine refuses is no part of the story. */
  #codes = $state.raw<Story>([]);
  #ahead = $state.raw<Story>([]);
  /** An earlier replay, and the machine that played it: what the story still begins with is not played again. */
  #played: { readonly machine: Machine; readonly replay: Replay } | null = null;
  readonly #machine: () => Machine;
  readonly replay: Replay;
  readonly story: Story;

  constructor(machine: () => Machine) {
    this.#machine = machine;
    this.replay = $derived(this.play(this.#codes));
    this.story = $derived(this.replay.steps.map(({ code }) => code));
  }

  /** Answers that were taken back, or that a walk still holds, in order. */
  get ahead(): Story {
    return this.#ahead;
  }

  /** What happens when `story` is told in place of this one, which stays. */
  play(story: Story): Replay {
    const machine = this.#machine();
    return replay(machine, story, this.#played?.machine === machine ? this.#played.replay : undefined);
  }

  /** Tells `story`, as far as it can be played. Answers that it takes back stay ahead while it is told along them. */
  tell(story: Story): void {
    const whole = [...this.story, ...this.#ahead];
    this.#played = { machine: this.#machine(), replay: this.replay };
    this.#codes = story;
    this.#ahead = startsWith(whole, story) ? whole.slice(story.length) : [];
  }

  /** Lays `ahead` ahead of the story, in place of what lay there. */
  layAhead(ahead: Story): void {
    this.#ahead = ahead;
  }
}
