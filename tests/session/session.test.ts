/** Tests of a reader’s session: its state, and the values derived from the story. */
import { describe, expect, it } from 'vitest';
import { byId } from '../../src/scenario/lookups.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { START } from '../../src/session/place.ts';
import { Session } from '../../src/session/session.svelte.ts';
import { compiled } from '../support/laws.ts';
import { answer, real, walk } from '../support/real.ts';
import { closed, diamond } from '../zoo/zoo.ts';

const whole = compiled(real);
const begin = () => new Session(whole.machine.scenario, whole.futures);
const place = (story: readonly string[], walk = '') => ({ ...START, story, walk });

describe('a session', () => {
  it('starts with an empty story and every ending open', () => {
    const session = begin();
    expect(session.story).toEqual([]);
    expect(session.replay.now.question?.id).toBe(real.questions[0]?.id);
    expect(session.open.endings.size).toBe(real.endings.length);
  });

  it('builds its story from chosen answers, and derives its state from the story', () => {
    const session = begin();
    for (const code of walk('W1')) session.choose(answer(code));
    expect(session.story).toEqual(walk('W1'));
    expect(session.replay.now.ending?.id).toBe('fights-on');
    expect([...session.open.endings].map((ending) => ending.id)).toEqual(['fights-on']);
    expect(session.point).toBe(whole.openings.find(walk('W1')));
  });

  it('goes back any number of steps, and forward again along the same answers', () => {
    const session = begin();
    for (const code of walk('W3')) session.choose(answer(code));
    session.back(7);
    expect(session.story).toEqual(walk('W3').slice(0, 8));
    expect(session.ahead).toEqual(walk('W3').slice(8));
    session.back(100);
    expect(session.story).toEqual([]);
    session.forward(15);
    expect(session.story).toEqual(walk('W3'));
    expect(session.ahead).toEqual([]);
  });

  it('keeps the steps ahead within the same lesson, and none in another lesson', () => {
    const session = begin();
    const [one, other] = [walk('W3').slice(0, 3), walk('W3').slice(0, 2)].map((story) => ({
      ...EMPTY,
      story,
    }));
    if (!one || !other) throw new Error('Two lessons.');
    session.openPlace({ ...place(walk('W3').slice(0, 6)), lesson: one }, 1);
    session.openPlace({ ...place(one.story), lesson: { ...one } }, 1);
    expect(session.ahead).toEqual(walk('W3').slice(3, 6));
    session.openPlace({ ...place(other.story), lesson: other }, 1);
    expect(session.story).toEqual(other.story);
    expect(session.ahead).toEqual([]);
  });

  it('keeps the steps ahead while the same answers are chosen again, and drops them at another', () => {
    const session = begin();
    for (const code of ['s0', 'nx', 'yx', 'tc']) session.choose(answer(code));
    session.goTo(1);
    session.choose(answer('nx'));
    expect(session.ahead).toEqual(['yx', 'tc']);
    session.choose(answer('ya'));
    expect(session.ahead).toEqual([]);
  });

  it('names the endings that an answer would close, and none for an unavailable answer', () => {
    const session = begin();
    session.openPlace(place(['s0', 'nx', 'yx', 'tc']), 1);
    expect(session.closedBy(answer('ca')).map((ending) => ending.id)).toEqual(['fights-on', 'sky-sea-truce']);
    expect(session.closedBy(answer('zk'))).toEqual([]);
    session.look(answer('ca'));
    expect(session.closing).toHaveLength(2);
    session.choose(answer('ca'));
    expect(session.closing).toEqual([]);
  });

  it('does not replay steps that the story still begins with', () => {
    const session = begin();
    for (const code of walk('W3').slice(0, 5)) session.choose(answer(code));
    const [first, second] = session.replay.steps;
    session.back(3);
    session.choose(answer(walk('W5')[2] ?? ''));
    expect(session.replay.steps[0]).toBe(first);
    expect(session.replay.steps[1]).toBe(second);
  });

  it('does not choose a closed answer', () => {
    const all = compiled(closed);
    const session = new Session(all.machine.scenario, all.futures);
    session.choose(answerOf(closed, 'k0'));
    session.choose(answerOf(closed, 'o'));
    expect(session.story).toEqual(['k0']);
  });
});

describe('a walk', () => {
  it('is put ahead when it is followed, and no answer is chosen for the reader', () => {
    const session = begin();
    session.follow(walkOf('W2'));
    expect(session.story).toEqual([]);
    expect(session.ahead).toEqual(walk('W2'));
    session.forward();
    expect(session.story).toEqual(['s0']);
  });

  it('opened from an address continues from the current place of the story', () => {
    const session = begin();
    session.openPlace(place(walk('W2').slice(0, 3), 'W2'), 1);
    expect(session.ahead).toEqual(walk('W2').slice(3));
    expect(session.walk?.id).toBe('W2');
  });

  it('is not put ahead of a story that has left it', () => {
    const session = begin();
    session.openPlace(place(['sr'], 'W2'), 1);
    expect(session.ahead).toEqual([]);
  });

  it('can be left, and the story stays', () => {
    const session = begin();
    session.follow(walkOf('W2'));
    session.forward(2);
    session.leaveWalk();
    expect(session.walk).toBeNull();
    expect(session.story).toEqual(['s0', 'nx']);
    expect(session.ahead).toEqual([]);
  });
});

describe('a changed step', () => {
  it('keeps the later answers that remain possible and names the rest', () => {
    const session = begin();
    session.openPlace(place(walk('W3')), 1);
    session.change(3, answer('td'));
    expect(session.story.slice(0, 4)).toEqual(['s0', 'nx', 'yx', 'td']);
    const { notice } = session;
    if (notice?.kind !== 'changed') throw new Error('the reader was told nothing');
    expect(notice.step).toBe(4);
    expect(notice.kept + notice.dropped.length).toBe(walk('W3').length - 4);
    expect(notice.dropped.find((refusal) => refusal.code === 'wc')?.why).toBe('closed');
  });

  it('can be undone by playing the former story again', () => {
    const all = compiled(diamond);
    const session = new Session(all.machine.scenario, all.futures);
    session.choose(answerOf(diamond, 'a1'));
    session.choose(answerOf(diamond, 'b1'));
    session.change(0, answerOf(diamond, 'a0'));
    expect(session.story).toEqual(['a0', 'b1']);
    session.change(0, answerOf(diamond, 'a1'));
    expect(session.story).toEqual(['a1', 'b1']);
  });
});

describe('the reader’s weights', () => {
  it('are empty until the reader sets one, and can be removed again', () => {
    const session = begin();
    expect(session.weights.size).toBe(0);
    const question = byId(session.scenario.questions, 'ceasefire-first');
    if (!question) throw new Error('no such question');
    session.weigh(question, new Map([['ca', 1]]));
    expect(session.place.weights).toEqual(new Map([['ca', 1]]));
    session.weigh(question, null);
    expect(session.place.weights.size).toBe(0);
  });
});

describe('an address', () => {
  it('is played as far as possible, and the rest is reported', () => {
    const session = begin();
    session.openPlace(place(['s0', 'zz', 'nx']), 4);
    expect(session.story).toEqual(['s0']);
    const { notice } = session;
    if (notice?.kind !== 'opened') throw new Error('the reader was told nothing');
    expect(notice.replay.refused.map((refusal) => refusal.why)).toEqual(['unknown', 'after']);
    expect(notice.edition).toBe(4);
  });
});

function answerOf(scenario: typeof real, code: string) {
  const found = scenario.questions
    .flatMap((question) => question.answers)
    .find((answer) => answer.code === code);
  if (!found) throw new Error(`no answer ${code}`);
  return found;
}

function walkOf(id: string) {
  const found = real.walks.find((walk) => walk.id === id);
  if (!found) throw new Error(`no walk ${id}`);
  return found;
}

describe('a lesson', () => {
  const lesson: Lesson = {
    ...EMPTY,
    title: 'One',
    story: walk('W3').slice(0, 3),
    locked: true,
    hidden: ['map', 'how'],
    tasks: [{ kind: 'text', at: 'commit', prompt: '' }],
  };

  it('hides its hidden views, also where a link asks for one', () => {
    const session = begin();
    session.openPlace({ ...place(lesson.story), lesson, view: 'map' }, real.edition);
    expect(session.hides('map')).toBe(true);
    expect(session.hides('odds')).toBe(false);
    expect(session.view).toBe('story');
    session.openPlace({ ...place(lesson.story), lesson, view: 'odds' }, real.edition);
    expect(session.view).toBe('odds');
  });

  it('can be tried out, after which the teacher’s own story is restored', () => {
    const session = begin();
    session.tell(walk('W5').slice(0, 6));
    session.lessonEditor.begin(lesson);
    session.tryOut(lesson);
    expect(session.trying).toBe(true);
    expect(session.story).toEqual(lesson.story);
    session.reply(0, 'a try');
    session.choose(answer('tc'));
    session.endTrial();
    expect(session.trying).toBe(false);
    expect(session.lesson).toBeNull();
    expect(session.replies.size).toBe(0);
    expect(session.story).toEqual(walk('W5').slice(0, 6));
    expect(session.view).toBe('teach');
    expect(session.lessonEditor.draft?.lesson).toEqual(lesson);
  });

  it('in the making is kept in the address, and restored from it along its walk', () => {
    const session = begin();
    session.show('teach');
    session.lessonEditor.begin(lesson, walk('W3'));
    expect(session.place.lesson).toEqual(lesson);
    const other = begin();
    other.openPlace({ ...session.place, lesson: { ...lesson } }, real.edition, true);
    expect(other.lesson).toBeNull();
    expect(other.lessonEditor.draft).toEqual({ lesson, way: walk('W3') });
  });

  it('in the making is replaced by another, and can be restored', () => {
    const session = begin();
    session.lessonEditor.begin(lesson);
    session.lessonEditor.begin(EMPTY);
    expect(session.lessonEditor.former?.lesson).toEqual(lesson);
  });

  it('that was handed in is read-only', () => {
    const session = begin();
    const replies = new Map([[0, 'theirs']]);
    const handed = { ...place(walk('W3')), lesson, replies, label: 'Blue 7', view: 'work' as const };
    session.openPlace(handed, real.edition, true);
    expect(session.lesson).toBeNull();
    expect(session.replies.size).toBe(0);
    expect(session.notice).toBeNull();
    expect(session.place).toMatchObject({ view: 'work', lesson, replies, label: 'Blue 7' });
    session.show('story');
    expect(session.place).toMatchObject({ lesson: null, label: '' });
  });

  it('keeps a marked reply, and shows the map’s answer only after the student has confirmed the reply', () => {
    const [code = ''] = lesson.story;
    const asked = { ...lesson, tasks: [{ kind: 'basis', at: answer(code).question, prompt: '' } as const] };
    const session = begin();
    session.teach(asked);
    session.pick(0, 'stated');
    session.pick(0, 'reported');
    // Another page, and the same place by the button of the browser.
    session.show('hand-in');
    session.openPlace({ ...session.place, view: 'story' }, real.edition);
    expect(session.replies.get(0)).toBe('reported');
    expect(session.conceals(answer(code))).toBe(true);
    // Loaded again, or opened from what is kept.
    const again = begin();
    again.openPlace(session.place, real.edition);
    expect(again.replies.get(0)).toBe('reported');
    session.settle(0);
    expect(session.conceals(answer(code))).toBe(false);
    session.pick(0, 'reported');
    expect(session.conceals(answer(code))).toBe(true);
  });

  it('changes replies that a link would refuse: invisible characters are removed, and long texts are cut', () => {
    const session = begin();
    session.teach(lesson);
    session.reply(0, 'a\tb\u202ec\r\nd');
    expect(session.replies.get(0)).toBe('a bc\nd');
    session.reply(0, '😀'.repeat(600));
    expect([...(session.replies.get(0) ?? '')]).toHaveLength(500);
  });

  it('keeps its locked steps, by every way of going back or changing', () => {
    const session = begin();
    session.teach(lesson);
    session.choose(answer('tc'));
    const told = session.story;
    const other = real.walks.find(({ id }) => id === 'W5');
    if (!other) throw new Error('no W5');
    session.follow(other);
    expect(session.story).toEqual(told);
    expect(session.walk).toBeNull();
    expect(session.notice).toEqual({ kind: 'locked', steps: 3 });
    session.layAhead(1, ['nf']);
    session.tell(walk('W10'));
    session.restart();
    expect(session.story.slice(0, 3)).toEqual(lesson.story);
    // A walk that begins with them can be followed from there.
    const same = real.walks.find(({ id }) => id === 'W3');
    if (same) session.follow(same);
    expect(session.story).toEqual(lesson.story);
    expect(session.ahead).toEqual(walk('W3').slice(3));
    session.teach(null);
    session.follow(other);
    expect(session.story).toEqual([]);
  });
});

describe('a source that is set aside', () => {
  const source = real.sources[0]?.id ?? '';

  it('changes the basis of answers, but neither the story nor the steps ahead', () => {
    const session = begin();
    session.follow(walkOf('W3'));
    session.forward(6);
    const [{ story, ahead }, before] = [session, session.replay.steps.map(({ answer }) => answer.evidence)];
    session.setAside(real.sources.map(({ id }) => ({ kind: 'source', id })));
    expect(session.excluded.size).toBe(real.evidence.length);
    expect(session.story).toEqual(story);
    expect(session.ahead).toEqual(ahead);
    expect(session.walk?.id).toBe('W3');
    expect(session.replay.steps.flatMap(({ answer }) => answer.evidence)).toEqual([]);
    expect(session.machine.scenario).toEqual(session.scenario);
    session.setAside([]);
    expect(session.replay.steps.map(({ answer }) => answer.evidence)).toEqual(before);
    expect(session.scenario).toEqual(session.whole);
  });

  it('is restored from an address with the story told without it', () => {
    const session = begin();
    session.openPlace(
      { ...place(walk('W3').slice(0, 4)), aside: [{ kind: 'source', id: source }] },
      real.edition,
    );
    expect(session.aside).toEqual([{ kind: 'source', id: source }]);
    expect(session.story).toEqual(walk('W3').slice(0, 4));
    const gone = new Set(real.evidence.filter((one) => one.source === source).map(({ id }) => id));
    expect(session.excluded).toEqual(gone);
    session.openPlace(place([]), real.edition);
    expect(session.excluded.size).toBe(0);
  });
});
