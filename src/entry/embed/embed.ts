/**
 * Program of the embed page, which runs in a frame. It takes over the first question, which is in the page as HTML.
 */
import '../../view/embed/embed.css';
import '../../view/embed/frame.css';
import {
  keepInAddress,
  openedWith,
  reportHeight,
  watchHost,
  type EmbedMessage,
} from '../../browser/frame.ts';
import { encodeLink, decodePercent } from '../../codec/link.ts';
import { readOptions } from '../../codec/options.ts';
import { addressOf, homeOf } from '../../codec/passed-on.ts';
import type { Replay } from '../../machine/replay.ts';
import type { Story } from '../../scenario/scenario.ts';
import { Embed } from '../../view/embed/embed.ts';
import { embedded, keptWords, type EmbedData } from './embed-data.ts';
import { storyTo } from './embed-goto.ts';
import { aboutLink, openLink, readLink } from './embed-link.ts';

const { dataset } = document.documentElement;
const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as EmbedData;
const place = document.getElementById('embed');
if (!place) throw new Error('The page has no place for the embed.');

const opened = openedWith();
const { options, notes: faults } = readOptions(location.search, location.hash);
if (options.theme !== 'auto') dataset.theme = options.theme;

// The story in the address: after `#`, or in the option `p` where the host page cannot pass a fragment.
const text = (location.hash.startsWith('#?') ? '' : decodePercent(location.hash.slice(1))) || options.p;
const { link, notes: unread } = readLink(text, data.file);
const made = embedded(data, link.aside);
const { scenario } = made;
const opening = openLink(made, link);
const notes = [...faults.map((text) => ({ text, details: [] })), ...unread, ...opening.notes];
/** Keeps the other contents of the link, such as weights, in the links to later steps. */
const linkTo = (story: Story): string => encodeLink({ ...link, edition: scenario.edition, story });
const { lock, evidence, endings, map } = { ...options, lock: Math.min(options.lock, opening.story.length) };

let reportHeightAgain = (): void => undefined;
const tell = watchHost(
  {
    hello() {
      tell(news(embed.told, false));
      reportHeightAgain();
    },
    quotations: () =>
      tell({
        parley: 1,
        type: 'quotations',
        quotations: Object.fromEntries(scenario.evidence.map(({ id, quote }) => [id, quote])),
      }),
    goTo(to) {
      const story = storyTo(made, embed.story, to, lock);
      if (story) embed.goTo(story);
    },
  },
  outside(),
);

/** Address of the full map; empty for an embed from a disk without a published address. */
const home = homeOf(location.href, data.published, data.site);
// The HTML of the build is taken over only where it is what would be drawn.
const drawn =
  opening.story.length === 0 && notes.length === 0 && endings === 'closed' && map === 'show' && home !== '';
if (window.origin === 'null' && location.protocol !== 'file:') dataset.confined = '';
const embed = new Embed(
  place,
  made,
  {
    settings: { lock, evidence, endings, map },
    notes,
    title: 'h1',
    kept: [keptWords(data), opening.said].filter(Boolean).join(' '),
    full: (story) => addressOf(home, linkTo(story)),
    about: addressOf(home, aboutLink(scenario.edition)),
    moved(replay, byReader) {
      const link = linkTo(embed.story);
      keepInAddress(location.hash.startsWith('#?') ? `?secret=${options.secret}&p=${link}` : link, opened);
      tell(news(replay, byReader));
    },
  },
  { story: opening.story, drawn },
);
delete dataset.wait;
dataset.ready = '';
// An answer that the reader chose before the program had loaded.
const { chose } = dataset;
if (chose && embed.told.now.question?.answers.some(({ code }) => code === chose))
  embed.goTo([...embed.story, chose], true);
if (options.height === 'auto')
  reportHeightAgain = reportHeight(place, {
    id: options.id || scenario.id,
    secret: options.secret,
    address: opened,
  });

function news(replay: Replay, moved: boolean): EmbedMessage {
  const last = replay.steps.at(-1)?.answer;
  const ending = replay.now.ending?.id ?? '';
  return {
    parley: 1,
    type: ending ? 'ending' : 'step',
    link: linkTo(replay.steps.map(({ code }) => code)),
    code: last?.code ?? '',
    evidence: last?.evidence ?? [],
    ending,
    moved,
  };
}

/** The origin of the host page, where the browser tells it; otherwise empty. */
function outside(): string {
  const [origin] = location.ancestorOrigins ?? [];
  if (origin?.startsWith('http')) return origin;
  return document.referrer ? new URL(document.referrer).origin : '';
}
