/** Metadata for the head of a page: title, canonical address, Open Graph and schema.org JSON-LD. */
import { dataBlock, html, lines, type Markup } from '../../scenario/text/markup.ts';
import { plainWords } from '../../words/beyond/plain.ts';

export interface PageFacts {
  readonly title: string;
  readonly description: string;
  /** Paths of the page and of its picture, relative to the folder of the site. */
  readonly file: string;
  readonly picture: string;
  /** Text alternative of the picture. */
  readonly pictureWords: string;
  /** Path of the canonical page, where it is another page. */
  readonly canonical?: string;
  readonly language: string;
  readonly version: number;
  readonly teaches?: string;
  readonly partOf?: { readonly title: string; readonly file: string };
  readonly citations: readonly {
    readonly title: string;
    readonly publisher: string;
    readonly url: string;
    /** ISO 8601, as precise as the source states it; empty where no source states it. */
    readonly date: string;
    readonly note: string;
  }[];
}

/**
 * Elements for the head of the page. `address` is the address of the folder of the site, with its last slash. Where
 * it is empty, addresses are relative to the page; most programs that preview links do not resolve those.
 */
export function headOf(facts: PageFacts, address: string): Markup {
  const up = address || '../'.repeat(facts.file.split('/').length - 1) || './';
  const at = (file: string) => up + file.replace(/(^|\/)index\.html$/, '$1');
  const canonical = facts.canonical ?? facts.file;
  const property = (name: string, content: string) => html`<meta property="${name}" content="${content}" />`;
  const named = (name: string, content: string) => html`<meta name="${name}" content="${content}" />`;
  return lines([
    ...(facts.canonical === undefined
      ? [html`<title>${facts.title} · Parley</title>`, named('description', facts.description)]
      : []),
    html`<link rel="canonical" href="${at(canonical)}" />`,
    property('og:type', 'article'),
    property('og:site_name', 'Parley'),
    property('og:locale', facts.language),
    property('og:title', facts.title),
    property('og:description', facts.description),
    ...(address ? [property('og:url', at(canonical))] : []),
    property('og:image', at(facts.picture)),
    property('og:image:type', 'image/png'),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property('og:image:alt', facts.pictureWords),
    named('twitter:card', 'summary_large_image'),
    ...(facts.canonical === undefined ? [dataBlock('application/ld+json', linkedData(facts, at))] : []),
  ]);
}

/** As schema.org describes a thing to learn from, with the articles it rests on. */
function linkedData(facts: PageFacts, at: (file: string) => string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: facts.title,
    description: facts.description,
    url: at(facts.file),
    image: at(facts.picture),
    inLanguage: facts.language,
    version: facts.version,
    isAccessibleForFree: true,
    learningResourceType: facts.partOf ? plainWords.resourceOfWalk : plainWords.resource,
    ...(facts.teaches && { teaches: facts.teaches }),
    ...(facts.partOf && {
      isPartOf: { '@type': 'LearningResource', name: facts.partOf.title, url: at(facts.partOf.file) },
    }),
    citation: facts.citations.map(({ title, publisher, url, date, note }) => ({
      '@type': 'NewsArticle',
      name: title,
      publisher: { '@type': 'Organization', name: publisher },
      ...(url && { url }),
      ...(date && { datePublished: date }),
      description: note,
    })),
  };
}
