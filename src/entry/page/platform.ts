/** Visit of a packed page on a learning platform: resumes the student’s work and reports progress. */
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
  /** Reports the present state of the work to the platform. */
  readonly show: (place: Place) => void;
}

/**
 * Starts a visit of `session` on the platform, from the state that an earlier visit stored. `handIn` makes the link
 * of the work at a place.
 */
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
  // The address holds state of this visit, as after a reload of the frame. It is at least as recent as the state of
  // the platform.
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
