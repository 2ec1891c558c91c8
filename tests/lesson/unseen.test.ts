/**
 * Tests the handling of invisible characters in labels and replies of students, and in lessons handed out before they
 * were refused.
 */
import { describe, expect, it } from 'vitest';
import { decodeLesson, decodeWork, encodeLesson, encodeWork, fingerprint } from '../../src/codec/lesson.ts';
import { EMPTY, plain } from '../../src/lesson/lesson.ts';

const labelOf = (label: string) =>
  decodeWork(encodeWork({ lesson: 'qr1iebrc', label, story: [], replies: new Map() }))?.label;

describe('names that differ by invisible characters', () => {
  it.each(['Ann\u200b', '\ufeffAnn', 'An\u00adn', 'Ann\u200d', 'Ann\u2060', 'Ann\ufe0f', 'Ann\u{e0041}'])(
    'count as one name: %j',
    (label) => {
      expect(labelOf(label)).toBe('Ann');
      expect(plain(label)).toBe('Ann');
    },
  );

  it('stay distinct where the characters belong to the writing system', () => {
    expect(labelOf('می\u200cنا')).toBe('می\u200cنا');
    expect(labelOf('👩\u200d🚀')).toBe('👩\u200d🚀');
  });
});

describe('a reply', () => {
  it('has its invisible characters removed, and keeps its line ends', () => {
    const replies = new Map([[0, 'one\u200b\ntwo\u2060']]);
    const read = decodeWork(encodeWork({ lesson: 'qr1iebrc', label: '', story: [], replies }));
    expect(read?.replies.get(0)).toBe('one\ntwo');
  });
});

describe('a lesson that was handed out earlier', () => {
  it('is read with invisible characters in its texts, and keeps its fingerprint', () => {
    const lesson = { ...EMPTY, title: 'Peace\u200b talks', intro: 'Read\u00ad this.' };
    const read = decodeLesson(encodeLesson(lesson));
    expect(read).toEqual(lesson);
    expect(read && fingerprint(read)).toBe(fingerprint(lesson));
  });

  it('is not read with characters that were never allowed', () => {
    for (const title of ['a\u001b', 'a\u202e', 'a\u0085'])
      expect(decodeLesson(encodeLesson({ ...EMPTY, title }))).toBeNull();
  });

  it('loses its invisible characters when its text is written again', () => {
    expect(plain('Peace\u200b talks\u2028today')).toBe('Peace talks\ntoday');
    expect(plain('a\u{e0041}\ufeffb\r\nc')).toBe('ab\nc');
  });
});
