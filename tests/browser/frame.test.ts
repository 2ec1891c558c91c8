/** Tests of the messages between an embed and its host page, and of those that the embed ignores. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dispatch, heightMessages } from '../../src/browser/frame.ts';

describe('the height', () => {
  it('is sent in every protocol that pages use', () => {
    expect(
      heightMessages(640, { id: 'ukraine-2025', secret: 'pFq3', address: 'https://example.org/embed.html' }),
    ).toEqual([
      { parley: 1, type: 'height', height: 640 },
      { 'datawrapper-height': { 'ukraine-2025': 640 } },
      { sentinel: 'amp', type: 'embed-size', height: 640 },
      '{"src":"https://example.org/embed.html","context":"iframe.resize","height":640}',
      { subject: 'lti.frameResize', height: 640 },
      { message: 'height', value: 640, secret: 'pFq3' },
    ]);
  });

  it('is not told to WordPress where there is no secret', () => {
    const messages = heightMessages(1, { id: 'x', secret: '', address: 'https://example.org/embed.html' });
    expect(messages).toHaveLength(5);
    expect(JSON.stringify(messages)).not.toContain('secret');
  });
});

describe('the height of an embed that was opened from a disk', () => {
  it('is told without the address, which names folders of the reader', () => {
    const messages = heightMessages(1, { id: 'x', secret: '', address: 'file:///home/ann/embed.html' });
    expect(messages).toHaveLength(4);
    expect(JSON.stringify(messages)).not.toContain('ann');
  });
});

describe('a message from the page', () => {
  const hear = (data: unknown) => {
    const asked = { hello: vi.fn(), quotations: vi.fn(), goTo: vi.fn() };
    const understood = dispatch(data, asked);
    return { understood, hello: asked.hello.mock.calls.length, goTo: asked.goTo.mock.calls.flat() };
  };

  it('is understood where it says hello or asks to go somewhere', () => {
    expect(hear({ parley: 1, type: 'hello' })).toEqual({ understood: true, hello: 1, goTo: [] });
    expect(hear({ parley: 1, type: 'goTo', to: 'ca' })).toEqual({ understood: true, hello: 0, goTo: ['ca'] });
  });

  it('is ignored where it is anything else', () => {
    const nothing = { understood: false, hello: 0, goTo: [] };
    const inherited = Object.create({ parley: 1, type: 'hello' }) as unknown;
    expect(hear(inherited)).toEqual(nothing);
    for (const type of ['height', 'step', 'constructor', '__proto__', 'has', '', null, 0])
      expect(hear({ parley: 1, type, to: 'ca' })).toEqual(nothing);
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withDate: true }), (data) => {
        expect(hear(data)).toEqual(nothing);
      }),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(fc.anything(), (to) => {
        fc.pre(typeof to !== 'string' || to === '' || to.length > 2_000);
        expect(hear({ parley: 1, type: 'goTo', to })).toEqual(nothing);
      }),
    );
  });
});
