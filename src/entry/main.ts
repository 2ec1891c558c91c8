/** The page of the scenario that this site ships with. */
import '../view/paper.css';
import { mount } from 'svelte';
import file from '../../seeds/ukraine-2025/scenario.json';
import futures from '../../seeds/ukraine-2025/scenario.json?futures';
import { watchAddress } from '../edge/address.ts';
import { findLink, type DecodedLink, type Link } from '../edge/link.ts';
import { save } from '../edge/save.ts';
import { complete } from '../scenario/complete.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { checkFindings } from './check-findings.ts';
import { Session, START, VIEWS, type Place } from '../session/session.svelte.ts';
import App from '../view/App.svelte';
import type { Host } from '../view/host.ts';

// The build proves the file lawful; the type checker sees only what JSON can say.
const scenario = complete(file as unknown as ScenarioFile);
const session = new Session(scenario, futures);

/** How lessons are written: loaded with the first of them. */
let lessons: typeof import('../edge/lesson.ts') | null = null;

const linkTo = (place: Place): Link => ({
  ...place,
  lesson: (place.lesson && lessons?.encodeLesson(place.lesson)) ?? '',
  work:
    (place.lesson &&
      place.replies.size > 0 &&
      lessons?.encodeWork({ ...place, lesson: lessons.fingerprint(place.lesson) })) ||
    '',
  scenario: '',
  edition: scenario.edition,
  view: place.view === 'story' ? '' : place.view,
});

/** The place that `link` opens here, or why it opens none. */
function placeOf(link: DecodedLink): ReturnType<Host['read']> {
  if (!link.ok) return { ok: false, why: link.problem };
  const { value } = link;
  if (value.scenario !== '' && value.scenario !== scenario.id) return { ok: false, why: 'other-scenario' };
  const lesson = value.lesson === '' ? null : (lessons?.decodeLesson(value.lesson) ?? null);
  if (value.lesson !== '' && !lesson) return { ok: false, why: lessons ? 'bad-lesson' : 'loading' };
  const work = value.work === '' ? null : lessons?.decodeWork(value.work);
  const view = VIEWS.find((name) => name === value.view) ?? 'story';
  return {
    ok: true,
    value: { ...value, view, lesson, replies: work?.replies ?? new Map(), label: work?.label ?? '' },
  };
}

// Read before the page is drawn, so that a lesson opens as one.
if (/\.l-/.test(location.href)) lessons = await import('../edge/lesson.ts');

let first = true;
const address = watchAddress((link) => {
  const place = link === null ? { ok: true as const, value: START } : placeOf(link);
  if (!place.ok && place.why === 'loading') {
    void import('../edge/lesson.ts').then((loaded) => {
      lessons = loaded;
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
    return null;
  }
  if (!place.ok) {
    session.notice = { kind: 'bad-link', why: place.why };
    return null;
  }
  session.openPlace(place.value, link?.ok ? link.value.edition : scenario.edition, first);
  if (link?.ok && link.value.view && link.value.view !== place.value.view)
    session.notice ??= { kind: 'bad-link', why: 'unknown-view' };
  first = false;
  return linkTo(session.place);
});

/** The reader’s own day, as `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const host: Host = {
  address: (place) => address.of(linkTo(place)),
  show: (place) => address.write(linkTo(place)),
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
  print: () => window.print(),
  handIn: (place) => address.of(linkTo(place)),
  edition: () => Promise.resolve(null),
  openEdition: () => Promise.resolve(),
  async takeAlong() {
    const { takeAlong } = await import('./take-along.ts');
    const at = (place: Place) => address.of(linkTo(place));
    return takeAlong(session, at({ ...session.place, view: 'story' }), at(START), today());
  },
  save,
  read: (text) => placeOf(findLink(text)),
  checkFindings: () => checkFindings(scenario),
};

const target = document.getElementById('app');
if (!target) throw new Error('The page has no place for the app.');
mount(App, { target, props: { session, host } });
