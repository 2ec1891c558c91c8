/**
 * Makes the pages to read, one for the scenario and one for each walk, and their preview pictures. The build runs it.
 */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import file from '../../../seeds/ukraine-2025/scenario.json';
import futures from '../../../seeds/ukraine-2025/scenario.json?futures';
import { EMPTY_LINK, encodeLink } from '../../codec/link.ts';
import { drawnStory } from '../../export/drawn-story.ts';
import { shareFile } from '../../picture/story-file.ts';
import { complete } from '../../scenario/complete.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { html, inlined, trustedMarkup, type Markup } from '../../scenario/text/markup.ts';
import type { Story, Walk } from '../../scenario/scenario.ts';
import { START, type Place } from '../../session/place.ts';
import { Session } from '../../session/session.svelte.ts';
import { BASIS_MARKS } from '../../view/evidence/marks.ts';
import { SURROUNDINGS, type Surroundings } from '../../view/shell/services.ts';
import App from '../../view/shell/App.svelte';
import paper from '../../view/shell/paper.css?inline';
import ScenarioPage from '../../view/plain/ScenarioPage.svelte';
import WalkPage from '../../view/plain/WalkPage.svelte';
import { sourceDate } from '../../words/terms/dates.ts';
import { plainWords } from '../../words/beyond/plain.ts';
import { headOf, type PageFacts } from '../build/head.ts';
import { withPolicy } from '../build/policy.ts';

export interface OutputFile {
  /** Relative to the folder of the site. */
  readonly file: string;
  readonly text: string;
}

const scenario = complete(file as unknown as ScenarioFile);

/**
 * The pages as HTML and their pictures as SVG. `address` is the address of the folder of the site, with its last
 * slash, or empty.
 */
export function makePages(address: string): { readonly page: OutputFile; readonly picture: OutputFile }[] {
  return [null, ...scenario.walks].map((walk) => {
    const reader = new Session(scenario, futures);
    reader.openPlace({ ...START, story: walk?.story ?? [] }, scenario.edition);
    const session = still(reader);
    return {
      page: page(walk, session, address),
      picture: { file: fileOf(walk, 'svg'), text: picture(walk, session, address) },
    };
  });
}

/**
 * A copy of `session` with derived values cached. In server rendering Svelte recomputes derived values on every read;
 * here the state does not change.
 */
function still(session: Session): Session {
  const known = new Map<PropertyKey, unknown>();
  return new Proxy(session, {
    get(target, name) {
      if (!known.has(name)) known.set(name, Reflect.get(target, name, target));
      return known.get(name);
    },
  });
}

/**
 * The first screen of `index.html` as the program draws it, with links in place of its answer buttons. `wholeFile` is
 * the size of the program in one file, in bytes.
 */
export function first(wholeFile: number): string {
  const session = still(new Session(scenario, futures));
  const address = (place: Place) =>
    `#${encodeLink({ ...EMPTY_LINK, edition: scenario.edition, story: place.story, view: place.view === 'story' ? '' : place.view, walk: place.walk })}`;
  const services = { address, foreign: {}, wholeFile: { address: './parley.html', bytes: wholeFile } };
  const { body } = drawn(App as Component, { session, services }, session);
  return body.replace(
    /<button type="button"( class="answer [^"]*")( data-code="(\w+)")([^]*?)<\/button>/g,
    (_, look: string, data: string, code: string, inside: string) =>
      `<a${look}${data} href="${address({ ...START, story: [code] })}"${inside}</a>`,
  );
}

/** Metadata for the head of `index.html`. `address` is as in `makePages`. */
export function mainHead(address: string): Markup {
  return headOf({ ...factsOf(null), file: '', canonical: fileOf(null, 'html') }, address);
}

/** Link for browsers that run no script. */
export const READ_INSTEAD = html`<p><a href="./${scenario.id}/index.html">${plainWords.readInstead}</a></p>`;

/** The preview picture of a page: the story of `walk`, or the whole map where it is null. */
function picture(walk: Walk | null, { replay, openings }: Session, address: string): string {
  const link = address && `${address}${walk ? fileOf(walk, 'html') : ''}`;
  const story = drawnStory(scenario, replay, openings, BASIS_MARKS, { link, made: '' });
  return shareFile(
    walk ? { ...story, title: walk.title, sentence: plainWords.endsWith(story.title) } : story,
    'wide',
  );
}

const fileOf = (walk: Walk | null, ending: string) => `${scenario.id}/${walk?.id ?? 'index'}.${ending}`;

function page(walk: Walk | null, session: Session, address: string): OutputFile {
  const home = '../';
  const about = `../#${encodeLink({ ...EMPTY_LINK, edition: scenario.edition, view: 'about' })}`;
  const { head, body } = walk
    ? drawn(
        WalkPage as Component,
        { walk, home, about, storyLink: link(walk.story), walkLink: link([], walk.id) },
        session,
      )
    : drawn(ScenarioPage as Component, { home, about }, session);
  const styles = [...head.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text);
  const facts = factsOf(walk);
  const style = `${paper}${styles.join('')}`;
  const text = html`<!doctype html>
<html lang="${scenario.language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${headOf(facts, address)}
    <link rel="icon" href="../icon.svg" type="image/svg+xml" />
    ${inlined('style', style)}
  </head>
  <body>${trustedMarkup(body)}</body>
</html>
`;
  return { file: facts.file, text: withPolicy(String(text), { inline: [style] }) };
}

/** Renders a component to HTML, with the styles that it and its parts need. */
function drawn(component: Component, props: object, session: Session): { head: string; body: string } {
  const context = new Map<symbol, Pick<Surroundings, 'session'>>([[SURROUNDINGS, { session }]]);
  const { head, body } = render(component, { props, context: context as Map<unknown, unknown> });
  // Comments serve hydration, which these pages do not use.
  return { head, body: body.replace(/<!--[\s\S]*?-->/g, '') };
}

const link = (story: Story, walk = '') =>
  `../#${encodeLink({ ...EMPTY_LINK, edition: scenario.edition, story, walk })}`;

function factsOf(walk: Walk | null): PageFacts {
  return {
    // A preview shows the title alone, so it must not read like news.
    title: walk ? plainWords.titleOfWalk(walk.title, scenario.title) : scenario.title,
    description: `${walk?.teaches ?? scenario.summary} ${scenario.notice}`,
    file: fileOf(walk, 'html'),
    picture: fileOf(walk, 'png'),
    pictureWords: walk ? plainWords.previewOfWalk(walk.title) : plainWords.preview,
    language: scenario.language,
    version: scenario.edition,
    ...(walk && { teaches: walk.teaches, partOf: { title: scenario.title, file: fileOf(null, 'html') } }),
    citations: scenario.sources.map((source) => ({
      title: source.title,
      publisher: source.publisher,
      url: source.url,
      date: source.dateBasis === 'stated' ? source.published : '',
      note: `${source.publisher}, ${sourceDate(source)}. ${source.note}`.trim(),
    })),
  };
}
