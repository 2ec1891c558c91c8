/**
 * Client of xAPI 1.0.3 (ADL, *Experience API*, part three), launched in the manner of Tin Can: the address contains
 * the endpoint, the authorisation and the student. Requests go to no other host.
 */
import type { PlatformStatus } from '../lesson/work.ts';
import { throttle, type LessonProgress, type Platform } from './platform.ts';
import type { Packed } from './packed.ts';
import { resume, suspend } from './suspend.ts';
import { submissionWords } from '../words/beyond/submissions.ts';

/** The parameters of a launch. */
export interface Launch {
  /** With its last slash. */
  readonly endpoint: string;
  /** The value of the `Authorization` header. */
  readonly auth: string;
  /** The student, as the platform identifies them; sent back unchanged. */
  readonly actor: Readonly<Record<string, unknown>>;
  /** Empty for none. */
  readonly registration: string;
}

/** Maximum lengths of a text in a result and of a state, in characters. */
const LONGEST_RESPONSE = 20_000;
const LONGEST_STATE = 60_000;
const LONGEST_LAUNCH = 4_000;

/** The launch in `address`; null where there is none or it is invalid. */
export function readLaunch(address: URL): Launch | null {
  const given = (name: string) => address.searchParams.get(name) ?? '';
  const [endpoint, auth, text, registration] = ['endpoint', 'auth', 'actor', 'registration'].map(given) as [
    string,
    string,
    string,
    string,
  ];
  if ([endpoint, auth, text].some((value) => value.length > LONGEST_LAUNCH)) return null;
  if (!/^[\u0020-\u007e]*$/.test(auth)) return null;
  if (!/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/i.test(registration)) return null;
  try {
    const url = new URL(endpoint);
    const actor: unknown = JSON.parse(text);
    if (typeof actor !== 'object' || actor === null || Array.isArray(actor)) return null;
    // Without encryption only the host of the page itself is accepted.
    if (url.protocol !== 'https:' && url.origin !== address.origin) return null;
    if (url.username || url.password || url.search || url.hash) return null;
    return {
      endpoint: url.href.replace(/\/?$/, '/'),
      auth,
      actor: actor as Launch['actor'],
      registration,
    };
  } catch {
    return null;
  }
}

/** Starts a visit with the launch in `address`. `tell` is called with each change of the state of storage. */
export async function xapiPlatform(
  address: URL,
  packed: Packed,
  tell: (keeping: PlatformStatus) => void,
  ask: typeof fetch = (...request) => fetch(...request),
): Promise<Platform> {
  const launch = readLaunch(address);
  if (!launch) {
    tell({ kind: 'none' });
    return { left: null, keep: () => undefined, leave: () => undefined };
  }
  const { host } = new URL(launch.endpoint);
  const refused = (code: string) => tell({ kind: 'refused', host, code });

  /** Sends a request to the endpoint; null where it cannot be reached. */
  async function send(
    method: 'GET' | 'PUT' | 'POST',
    resource: string,
    body?: unknown,
  ): Promise<Response | null> {
    const headers: Record<string, string> = { 'X-Experience-API-Version': '1.0.3' };
    if (launch?.auth) headers['Authorization'] = launch.auth;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const text = body === undefined ? null : JSON.stringify(body);
    try {
      return await ask(`${launch?.endpoint ?? ''}${resource}`, {
        method,
        headers,
        body: text,
        // Redirects could lead to a host that the launch does not name.
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        // The last request of a closing page must outlive it; browsers limit the size of such requests.
        keepalive: (text?.length ?? 0) < 15_000,
      });
    } catch {
      return null;
    }
  }

  const state = `activities/state?${new URLSearchParams({
    activityId: packed.address,
    agent: JSON.stringify(launch.actor),
    stateId: 'parley-lesson',
    ...(launch.registration && { registration: launch.registration }),
  }).toString()}`;
  const statement = (verb: 'experienced' | 'completed', result?: object) => ({
    actor: launch.actor,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    object: {
      objectType: 'Activity',
      id: packed.address,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/lesson',
        name: { und: packed.lesson.title || submissionWords.lesson },
      },
    },
    ...(result && { result }),
    ...(launch.registration && { context: { registration: launch.registration } }),
    timestamp: new Date().toISOString(),
  });

  const before = await send('GET', state);
  const { work, completed: was } = readState(before?.ok ? await before.text() : '');
  let completed = was;
  if (before?.ok || before?.status === 404) {
    const posted = await send('POST', 'statements', statement('experienced'));
    if (!posted?.ok) refused(String(posted?.status ?? ''));
  } else refused(String(before?.status ?? ''));

  /** Requests are sequential, so that an older state never overwrites a newer one. */
  let last: Promise<unknown> = Promise.resolve();
  const { give, flush } = throttle((done: LessonProgress) => {
    const suspended = suspend(done, LONGEST_STATE);
    if (!suspended) return refused('');
    const asked = async () => {
      let code: string | null = null;
      const note = (answer: Response | null) => {
        if (!answer?.ok) code = String(answer?.status ?? '');
        return answer?.ok ?? false;
      };
      // The statement is sent once; where that failed, it is sent again with the next step.
      if (done.completed && !completed) {
        const result = { completion: true, response: cut(done.text()) };
        completed = note(await send('POST', 'statements', statement('completed', result)));
      }
      note(await send('PUT', state, { work: suspended.text, completed }));
      if (code === null) tell({ kind: 'kept', host, missing: suspended.missing });
      else refused(code);
    };
    last = last.then(asked);
  });
  return {
    left: work === '' ? null : (resume(work, LONGEST_STATE) ?? 'damaged'),
    keep: (done) => {
      give(done);
      if (done.completed && !completed) flush();
    },
    leave: flush,
  };
}

function readState(text: string): { readonly work: string; readonly completed: boolean } {
  try {
    const value: unknown = text.length > LONGEST_STATE * 2 ? null : JSON.parse(text);
    const { work, completed } = (value ?? {}) as { readonly work?: unknown; readonly completed?: unknown };
    return { work: typeof work === 'string' ? work : '', completed: completed === true };
  } catch {
    return { work: '', completed: false };
  }
}

const cut = (text: string): string =>
  text.length <= LONGEST_RESPONSE
    ? text
    : `${text.slice(0, LONGEST_RESPONSE - 30)}\n\n${submissionWords.cut}`;
