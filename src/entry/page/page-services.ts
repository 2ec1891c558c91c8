/** Creates the services of the views for the session shown. */
import { publisher } from 'virtual:published';
import wholeFile from 'virtual:whole-file';
import { save } from '../../browser/save.ts';
import { today } from '../../browser/today.ts';
import { LONGEST_LINK, writeLink } from '../../codec/link.ts';
import { homeOf } from '../../codec/passed-on.ts';
import { START, type Place } from '../../session/place.ts';
import type { Foreign, Services, PlatformView, Stories } from '../../view/shell/services.ts';
import { scenarioIn } from './editions.ts';
import type { PageLinks } from './page-links.ts';
import { fits } from './links.ts';
import type { Visit } from './visit.ts';

export interface ServicesOptions {
  readonly visit: Visit;
  readonly links: PageLinks;
  /** Address that shared links lead to; empty for none. */
  readonly home: string;
  readonly inOneFile: boolean;
  readonly stories: Stories | null;
  readonly platform: PlatformView | undefined;
  /** Writes the place to the address and stores it. */
  readonly show: (place: Place) => void;
  /** Writes the address again, when more of the place can be encoded. */
  readonly rewrite: () => void;
  /** Draws the session that the visit now shows. */
  readonly draw: () => void;
  readonly openForeign: Foreign['open'];
  readonly newer: Pick<Services, 'onNewer' | 'takeNewer'>;
}

export function pageServices(needs: ServicesOptions): Services {
  const { visit, links, home, inOneFile, stories, draw } = needs;
  const { session, shipped, shows } = visit;
  const address = (place: Place) => links.address(links.fitting(place));
  const leave = () => {
    visit.turnTo('');
    draw();
  };
  return {
    address,
    leads: home === '' ? 'nowhere' : home === homeOf(location.href) ? 'here' : 'site',
    show: needs.show,
    holds: (place) => fits(links.to(place)),
    copy,
    print: () => window.print(),
    publisher,
    handIn: (place) => links.handIn(place),
    async lessons() {
      await links.load();
      const { lessonTools } = await import('./lesson-tools.ts');
      // The address lacks the draft of a lesson until the codec is loaded.
      needs.rewrite();
      return lessonTools(session.whole, shows !== 'foreign', (lesson) => {
        const link = links.to({ ...START, story: lesson.story, lesson });
        const { length } = writeLink(link);
        const given = fits(link) && home !== '' ? links.address(link) : null;
        return { length, longest: LONGEST_LINK, address: given };
      });
    },
    edition: async (edition) => (shows === 'newest' ? scenarioIn(edition) : null),
    async openEdition(edition, place, desk) {
      if (!(await visit.fetchEdition(edition))) return false;
      visit.turnToEdition(edition);
      if (desk) (await import('./classroom.ts')).classroomOf(shipped.id, visit.name).keep(desk);
      visit.session.openPlace({ ...START, ...place }, edition);
      draw();
      return true;
    },
    ...(shows === 'earlier' && { newest: { edition: shipped.edition, open: leave } }),
    async takeAlong() {
      const { takeAlong } = await import('./take-along.ts');
      return takeAlong(session, address({ ...session.place, view: 'story' }), address(START), today());
    },
    save,
    read: (text) => links.readText(text),
    checkFindings: async () => (await import('./workers/check-findings.ts')).checkFindings(session.whole),
    ...(stories && { stories }),
    foreign: {
      shown: shows === 'foreign',
      shipped: shipped.id,
      examine,
      open: needs.openForeign,
      leave,
    },
    platform: needs.platform,
    ...(wholeFile &&
      shows === 'newest' &&
      home !== '' && {
        async platformFile(form, lesson, address) {
          const { platformFile } = await import('./platform-file.ts');
          return platformFile(form, lesson, shipped.edition, address, {
            home,
            wholeFile: wholeFile?.address ?? '',
          });
        },
      }),
    classroom: async () => (await import('./classroom.ts')).classroomOf(shipped.id, visit.name),
    wholeFile: inOneFile ? 'here' : (wholeFile ?? undefined),
    ...needs.newer,
  };
}

/** Copies `text` to the clipboard. Resolves to false where the browser refuses. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Examines a file. The code is loaded at first use; an examination that is stopped before then is not started. */
const examine: Foreign['examine'] = (file, tell) => {
  let stopped = false;
  let stop = (): void => {
    stopped = true;
  };
  void import('./workers/examining.ts').then(({ examineFile }) => {
    if (!stopped) stop = examineFile(file, tell);
  });
  return () => stop();
};
