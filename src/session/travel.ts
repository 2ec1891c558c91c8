/** The moves of the story: each puts another list of answers in its place, as far as the lesson that is open allows. */
import { change } from '../machine/replay.ts';
import type { Answer, Story, Walk } from '../scenario/scenario.ts';
import type { Way } from '../scenario/way.ts';
import { SessionState } from './state.svelte.ts';

export class Travel extends SessionState {
  /** Chooses an answer of the question on the table. */
  choose(answer: Answer): void {
    this.move([...this.story, answer.code]);
  }

  /** Undoes the change of a step that was just made; where there is none, takes back `steps` answers, which stay ahead. */
  back(steps = 1): void {
    const { notice } = this;
    if (notice?.kind !== 'changed') return this.goTo(this.story.length - steps);
    this.move(notice.before.story);
    this.storyline.layAhead(notice.before.ahead);
    this.screen.walk = notice.before.walk;
  }

  /** Gives the next answers ahead again. */
  forward(steps = 1): void {
    this.move([...this.story, ...this.ahead.slice(0, steps)]);
  }

  /** Goes to just before step `at`, counted from 0, or as far back as a lesson allows. */
  goTo(at: number): void {
    this.move(this.story.slice(0, Math.max(this.locked, at)));
  }

  /** Answers step `at` otherwise, and keeps what later answers it can. */
  change(at: number, answer: Answer): void {
    if (at < this.locked) return;
    const changed = change(this.machine, this.story, at, answer.code);
    const { story, ahead, walk } = this;
    this.storyline.layAhead([]);
    this.move(changed.story);
    const { kept, dropped } = changed;
    this.screen.notice = { kind: 'changed', step: at + 1, kept, dropped, before: { story, ahead, walk } };
  }

  /** Begins again; the whole story stays ahead. */
  restart(): void {
    this.screen.follow();
    this.goTo(0);
  }

  /** Starts following a walk: it lies ahead, and nothing is chosen yet. */
  follow(walk: Walk): void {
    const from = walk.story.slice(0, this.locked);
    if (this.keeps(from)) return;
    this.move(from);
    this.storyline.layAhead(walk.story.slice(from.length));
    this.screen.follow({ walk });
  }

  /** Lays a way ahead of step `at` of the story: the reader goes back there and can follow it. False where a lesson forbids. */
  layAhead(at: number, way: Story, before = this.story.slice(0, at)): boolean {
    if (this.keeps(before)) return false;
    this.move(before);
    this.storyline.layAhead(way);
    this.screen.follow();
    return true;
  }

  /** Starts following a way: the reader stands where it begins, and the rest lies ahead. False where a lesson forbids. */
  followWay(way: Way): boolean {
    if (!this.layAhead(way.from, way.story.slice(way.from), way.story.slice(0, way.from))) return false;
    this.screen.follow({ way });
    return true;
  }

  /** Lays answers that were given in an earlier visit ahead again; the story stays where it is. */
  remember(ahead: Story): void {
    if (!this.walk && !this.way) this.storyline.layAhead(ahead);
  }

  /** Leaves the walk or the way; the story stays as it is. */
  leaveWalk(): void {
    this.screen.follow();
    this.storyline.layAhead([]);
  }

  /** Plays another story in place of this one, as far as it goes, and follows no walk or way any more. */
  tell(story: Story): void {
    const told = this.storyline.play(story).steps.map((step) => step.code);
    if (this.keeps(told)) return;
    this.screen.follow();
    this.move(told);
  }

  /** Whether the lesson does not allow `story`, because it begins with other steps than the locked ones; a notice then says so. */
  protected keeps(story: Story): boolean {
    if (!this.work.keeps(story)) return false;
    this.screen.view = 'story';
    this.screen.notice = { kind: 'locked', steps: this.locked };
    return true;
  }

  /** Moves to `story`, as far as it can be played, and shows it. */
  protected move(story: Story): void {
    this.storyline.tell(story);
    this.screen.showStory();
  }
}
