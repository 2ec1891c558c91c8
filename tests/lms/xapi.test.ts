/**
 * Tests that only a valid launch is accepted, that only its endpoint is used, and that a failing store does not break
 * the page.
 */
import { describe, expect, test } from 'vitest';
import type { Packed } from '../../src/lms/packed.ts';
import type { PlatformStatus } from '../../src/lesson/work.ts';
import type { LessonProgress } from '../../src/lms/platform.ts';
import { readLaunch, xapiPlatform } from '../../src/lms/xapi.ts';
import { EMPTY } from '../../src/lesson/lesson.ts';

const sound = {
  endpoint: 'https://lrs.example/xapi',
  auth: 'Basic abc=',
  actor: '{"mbox":"mailto:ann@example.org"}',
  registration: '3b241101-e2bb-4255-8caf-4136c566a962',
};
const address = (launch: Record<string, string>, page = 'http://lms.example/parley.html') =>
  new URL(`${page}?${new URLSearchParams(launch).toString()}`);

test('a valid launch: is read, with a final slash on its endpoint', () => {
  expect(readLaunch(address(sound))).toEqual({
    ...sound,
    endpoint: 'https://lrs.example/xapi/',
    actor: { mbox: 'mailto:ann@example.org' },
  });
});

describe('a launch is refused for', () => {
  test.each<[string, Record<string, string>]>([
    ['an address without one', {}],
    ['an endpoint over an open line', { ...sound, endpoint: 'http://lrs.example/' }],
    ['an endpoint that is a script', { ...sound, endpoint: 'javascript:alert(1)' }],
    ['an endpoint with a name in it', { ...sound, endpoint: 'https://lrs.example@evil.example/' }],
    [
      'an endpoint with a query, which would swallow what is asked',
      { ...sound, endpoint: 'https://evil.example/?x=' },
    ],
    ['an endpoint with a fragment', { ...sound, endpoint: 'https://evil.example/#' + 'x' }],
    ['a right with a line break in it', { ...sound, auth: 'Basic a\r\nX-Other: b' }],
    ['an actor that is none', { ...sound, actor: '[1]' }],
    ['an actor that cannot be read', { ...sound, actor: '{' }],
    ['an actor that is too long', { ...sound, actor: JSON.stringify({ name: 'x'.repeat(5_000) }) }],
    ['a registration that is none', { ...sound, registration: '../statements' }],
  ])('%s', (_, launch) => {
    expect(readLaunch(address(launch))).toBeNull();
  });
});

test('plain HTTP: is accepted only for the host of the page', () => {
  const launch = { ...sound, endpoint: 'http://school.example/xapi/' };
  expect(readLaunch(address(launch, 'http://school.example/parley.html'))?.endpoint).toBe(launch.endpoint);
});

describe('a record store that', () => {
  const packed: Packed = { by: 'xapi', lesson: EMPTY, edition: 1, address: 'https://example.org/#1' };
  const done: LessonProgress = {
    lesson: 'abcdefgh',
    edition: 1,
    story: ['s0'],
    label: '',
    replies: new Map(),
    missing: [],
    completed: true,
    text: () => 'x'.repeat(100_000),
  };
  const answers: readonly [string, () => Promise<Response>, string][] = [
    ['refuses', () => Promise.resolve(new Response('', { status: 403 })), '403'],
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch')), ''],
  ];

  test.each(answers)('%s is reported as storing nothing, and the page continues', async (_, answer, code) => {
    const told: PlatformStatus[] = [];
    const platform = await xapiPlatform(address(sound), packed, (keeping) => told.push(keeping), answer);
    platform.keep(done);
    await expect.poll(() => told.length).toBe(2);
    expect(told.at(-1)).toEqual({ kind: 'refused', host: 'lrs.example', code });
    expect(platform.left).toBeNull();
    platform.leave();
  });

  test('works receives the completion once, without overlong texts, and no other host receives it', async () => {
    const asked: { url: string; init: RequestInit }[] = [];
    const told: PlatformStatus[] = [];
    const platform = await xapiPlatform(
      address(sound),
      packed,
      (keeping) => told.push(keeping),
      (url, init) => {
        asked.push({ url: url instanceof Request ? url.url : String(url), init: init ?? {} });
        return Promise.resolve(new Response(null, { status: init?.method === 'GET' ? 404 : 204 }));
      },
    );
    platform.keep(done);
    await expect.poll(() => told.length).toBe(1);
    platform.keep({ ...done, story: ['s0', 'nx'] });
    platform.leave();
    await expect.poll(() => told.length).toBe(2);
    expect(told.at(-1)).toEqual({ kind: 'kept', host: 'lrs.example', missing: [] });
    const bodies = asked.map(({ init }) => (typeof init.body === 'string' ? init.body : ''));
    const completed = bodies.filter((body) => body.includes('verbs/completed'));
    expect(completed).toHaveLength(1);
    expect(completed[0]?.length).toBeLessThan(21_000);
    for (const { url, init } of asked) {
      expect(url.startsWith('https://lrs.example/xapi/')).toBe(true);
      expect(init).toMatchObject({ redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer' });
    }
  });
});
