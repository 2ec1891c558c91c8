/** A page that was packed for a learning platform: where the student goes on, and what the platform is told. */
import { fingerprint } from '../../codec/lesson.ts';
import type { Packed } from '../../lms/packed.ts';
import type { PlatformStatus } from '../../lesson/work.ts';
import type { Platform } from '../../lms/platform.ts';
import { findApi, scormPlatform } from '../../lms/scorm.ts';
import { xapiPlatform } from '../../lms/xapi.ts';
import { reached } from '../../lesson/work.ts';
import { START, type Place } from '../../session/place.ts';
import type { Session } from '../../session/session.svelte.ts';
import type { PlatformStart, PlatformView } from '../../view/shell/services.ts';
import { workText } from '../../view/lesson/work-text.ts';

export interface PlatformVisit {
  readonly view: PlatformView;
  /** Tells the platform what is done by now. */
  readonly show: (place: Place) => void;
}

/** Begins a visit of `session` on the platform, with what an earlier one left. `handIn` gives the link of some work. */
export async function startPlatformVisit(
  packed: Packed,
  session: Session,
  handIn: (place: Place) => string | null,
): Promise<PlatformVisit> {
  const { lesson } = packed;
  const print = fingerprint(lesson);
  let keeping: PlatformStatus | null = null;
  let notify: (keeping: PlatformStatus) => void = () => undefined;
  const tell = (next: PlatformStatus) => {
    keeping = next;
    notify(next);
  };

  const platform = await found(packed, tell);
  addEventListener('pagehide', () => platform.leave());

  const { left } = platform;
  const same = left !== null && left !== 'damaged' && left.lesson === print;
  // What the address holds is of this visit, such as when the frame was loaded again: the platform’s is as new.
  if (left !== null && left !== 'damaged') {
    const { story, replies, label, edition } = left;
    const place = { ...START, lesson, story, ...(same && { replies, label }) };
    session.openPlace(place, edition, true);
  } else if (!session.lesson) {
    session.openPlace({ ...START, lesson, story: lesson.story }, packed.edition, true);
  }
  const begun: PlatformStart =
    left === null
      ? { kind: 'new' }
      : left === 'damaged'
        ? { kind: 'damaged' }
        : same
          ? { kind: 'resumed', missing: left.missing }
          : { kind: 'other-lesson' };

  return {
    view: {
      begun,
      keeping: () => keeping,
      onKeeping: (call) => (notify = call),
    },
    show(place) {
      // What a student does after leaving the lesson is not sent to the platform.
      if (!place.lesson || fingerprint(place.lesson) !== print) return;
      const { replay, scenario } = session;
      platform.keep({
        ...place,
        lesson: print,
        edition: session.whole.edition,
        missing: same ? left.missing : [],
        completed: reached(lesson, replay.now),
        text: () => workText(scenario, lesson, replay, place.replies, place.label, handIn(place)),
      });
    },
  };
}

async function found(packed: Packed, tell: (keeping: PlatformStatus) => void): Promise<Platform> {
  if (packed.by === 'xapi') return xapiPlatform(new URL(location.href), packed, tell);
  const alone = window.parent === window && window.opener === null;
  return scormPlatform(alone ? null : findApi(window), tell);
}
