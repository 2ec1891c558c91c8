/** Makes the code that embeds the map in an article, for each way, and the address of its preview. */
import { START } from '../../session/place.ts';
import type { Session } from '../../session/session.svelte.ts';
import {
  componentCode,
  embedAddress,
  frameCode,
  loaderCode,
  pictureCode,
  type Wanted,
} from '../embed/codes.ts';
import type { Services } from './services.ts';

/** Start of an embed: the first question, or the reader’s story, whose steps can be fixed. */
export type Begin = 'start' | 'story' | 'set';

export const WAYS = ['frame', 'loader', 'component', 'picture'] as const;
export type Way = (typeof WAYS)[number];

interface Choice {
  readonly session: Session;
  readonly services: Pick<Services, 'address'>;
  readonly begin: Begin;
  readonly kept: boolean;
  readonly theme: Wanted['theme'];
}

/** The code of `way`, and the address of its preview on this site; empty for a picture. */
export function codesOf(
  { session, services, begin, kept, theme }: Choice,
  way: Way,
): { readonly code: string; readonly preview: string } {
  const { id, edition, title } = session.scenario;
  // Embeds keep the quotations set aside; weights and lessons belong to the full map.
  const story = begin === 'start' ? [] : session.story;
  const address = services.address({ ...START, aside: session.aside, story });
  const site = new URL('.', address).href;
  const lock = begin === 'set' ? story.length : 0;
  const wanted: Wanted = {
    site,
    scenario: id,
    edition,
    title,
    link: new URL(address).hash.slice(1),
    kept,
    theme,
    lock,
  };
  const code = { frame: frameCode, loader: loaderCode, component: componentCode, picture: pictureCode }[way](
    wanted,
  );
  if (way === 'picture') return { code, preview: '' };
  if (way === 'frame') return { code, preview: embedAddress(wanted) };
  const page = new URL('hosts/preview.html', site);
  page.searchParams.set('kind', way);
  page.searchParams.set('address', embedAddress(wanted));
  return { code, preview: page.href };
}
