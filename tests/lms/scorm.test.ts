/**
 * Tests that the API of a platform is found where the standard allows it, and that its failures do not break the
 * page.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlatformStatus } from '../../src/lesson/work.ts';
import type { LessonProgress } from '../../src/lms/platform.ts';
import { duration, findApi, scormPlatform, type ApiWindow, type ScormApi } from '../../src/lms/scorm.ts';
import { resume } from '../../src/lms/suspend.ts';

const saying = (values: Record<string, string> = {}, answer = 'true') => {
  const set: [string, string][] = [];
  const api: ScormApi = {
    LMSInitialize: () => answer,
    LMSGetValue: (name) => values[name] ?? '',
    LMSSetValue: (name, value) => (set.push([name, value]), answer),
    LMSCommit: () => answer,
    LMSFinish: () => (set.push(['finish', '']), answer),
    LMSGetLastError: () => '101',
  };
  return { api, set };
};

/** A page so many windows below one with `api`. */
function below(levels: number, api: unknown): ApiWindow {
  const top: Record<string, unknown> = { API: api, opener: null };
  top['parent'] = top;
  let page = top;
  for (let level = 0; level < levels; level++) page = { parent: page, opener: null };
  return page as unknown as ApiWindow;
}

describe('a platform is found', () => {
  const { api } = saying();

  test.each([0, 1, 3, 7])('%i windows above the page', (levels) => {
    expect(findApi(below(levels, api))).toBe(api);
  });

  test('up to seven windows above, and not where a window only has a value of that name', () => {
    expect(findApi(below(8, api))).toBeNull();
    for (const other of [undefined, null, {}, 'API', { LMSInitialize: () => 'true' }])
      expect(findApi(below(1, other))).toBeNull();
  });

  test('in the window that opened the page, or the one around it', () => {
    const page = { opener: below(2, api) } as unknown as { parent: ApiWindow };
    page.parent = page as unknown as ApiWindow;
    expect(findApi(page as unknown as ApiWindow)).toBe(api);
    expect(findApi({ parent: page, opener: null } as unknown as ApiWindow)).toBe(api);
  });

  test('beyond a window of another host, which answers with an error', () => {
    const strange = {
      get API(): unknown {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
      get opener(): unknown {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
      parent: below(0, api),
    };
    expect(findApi({ parent: strange, opener: null })).toBe(api);
  });
});

describe('a visit', () => {
  const done: LessonProgress = {
    lesson: 'abcdefgh',
    edition: 1,
    story: ['s0'],
    label: '',
    replies: new Map(),
    missing: [],
    completed: false,
    text: () => '',
  };

  test('reports the lesson as begun, stores the story, and sets no score', () => {
    const { api, set } = saying();
    const told: PlatformStatus[] = [];
    const platform = scormPlatform(
      api,
      (keeping) => told.push(keeping),
      () => 0,
    );
    expect(platform.left).toBeNull();
    platform.keep(done);
    expect(set).toContainEqual(['cmi.core.lesson_status', 'incomplete']);
    expect(set).toContainEqual(['cmi.core.exit', 'suspend']);
    expect(resume(set.find(([name]) => name === 'cmi.suspend_data')?.[1] ?? '')?.story).toEqual(['s0']);
    expect(told.at(-1)).toEqual({ kind: 'kept', host: '', missing: [] });
    platform.leave();
    platform.leave();
    platform.keep({ ...done, story: ['nx'] });
    expect(set.filter(([name]) => name === 'finish')).toHaveLength(1);
    expect(set.at(-1)).toEqual(['finish', '']);
    expect(set.filter(([name]) => name.includes('score'))).toEqual([]);
  });

  test('stores waiting changes at its end, and completion at once, and only once', () => {
    const { api, set } = saying();
    const platform = scormPlatform(
      api,
      () => undefined,
      () => 0,
    );
    platform.keep(done);
    platform.keep({ ...done, story: ['s0', 'nx'] });
    expect(set.filter(([name]) => name === 'cmi.suspend_data')).toHaveLength(1);
    platform.keep({ ...done, story: ['s0', 'nx', 'yx'], completed: true });
    expect(set).toContainEqual(['cmi.core.lesson_status', 'completed']);
    platform.keep(done);
    platform.leave();
    const status = set.filter(([name]) => name === 'cmi.core.lesson_status').map(([, value]) => value);
    expect(status).toEqual(['incomplete', 'completed']);
    expect(resume(set.findLast(([name]) => name === 'cmi.suspend_data')?.[1] ?? '')?.story).toEqual(['s0']);
  });

  test('keeps a completed lesson completed', () => {
    const { api, set } = saying({ 'cmi.core.lesson_status': 'completed' });
    const platform = scormPlatform(
      api,
      () => undefined,
      () => 0,
    );
    platform.keep(done);
    platform.leave();
    expect(set.filter(([name]) => name === 'cmi.core.lesson_status')).toEqual([]);
  });

  test.each<[string, ScormApi | null, PlatformStatus['kind']]>([
    ['there is none', null, 'none'],
    ['it says no', saying({}, 'false').api, 'refused'],
    [
      'it throws',
      new Proxy(saying().api, {
        get: () => () => {
          throw new Error('Broken.');
        },
      }),
      'refused',
    ],
  ])('reports the failure without an exception where %s', (_, api, kind) => {
    const told: PlatformStatus[] = [];
    const platform = scormPlatform(
      api,
      (keeping) => told.push(keeping),
      () => 0,
    );
    platform.keep({ ...done, completed: true });
    platform.leave();
    expect(told.at(-1)?.kind).toBe(kind);
    expect(platform.left).toBeNull();
  });

  test('reports state of another program as damaged', () => {
    const { api } = saying({ 'cmi.suspend_data': 'bookmark=3' });
    expect(
      scormPlatform(
        api,
        () => undefined,
        () => 0,
      ).left,
    ).toBe('damaged');
  });
});

test('a time span: is written in the format of SCORM 1.2', () => {
  expect(duration(0)).toBe('0000:00:00.00');
  expect(duration(3_723_450)).toBe('0001:02:03.45');
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1e15, noNaN: true }), (span) => {
      expect(duration(span)).toMatch(/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/);
    }),
  );
});
