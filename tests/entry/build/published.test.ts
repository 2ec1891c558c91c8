/** Tests that publisher and contact are those set for the build, and that unsafe values are refused. */
import { describe, expect, it } from 'vitest';
import { publisherOf } from '../../../src/entry/build/published.ts';

describe('the publisher of a site', () => {
  it('is empty where it is not set', () => {
    expect(publisherOf({})).toEqual({ name: '', contact: '' });
  });

  it.each(['mailto:corrections@example.org', 'https://example.org/corrections?map=1'])(
    'may have the contact %s',
    (contact) => {
      expect(publisherOf({ PARLEY_PUBLISHER: ' Example School ', PARLEY_CONTACT: contact })).toEqual({
        name: 'Example School',
        contact,
      });
    },
  );

  it.each([
    'corrections@example.org',
    'http://example.org/',
    'javascript:alert(1)',
    'https://me:secret@example.org/',
    'mailto:',
    'mailto:a@example.org?bcc=b@example.org',
  ])('may not have the contact %s: the build stops', (contact) => {
    expect(() => publisherOf({ PARLEY_CONTACT: contact })).toThrow('PARLEY_CONTACT');
  });

  it.each(['<b>School</b>', 'A\nB', 'x'.repeat(201)])('may not have the name %j: the build stops', (name) => {
    expect(() => publisherOf({ PARLEY_PUBLISHER: name })).toThrow('PARLEY_PUBLISHER');
  });
});
