/** Texts about evidence and sources. */

export const evidenceWords = {
  toLabel: 'your task',
  toFind: 'Your task: find the sentences yourself. When you have answered, they appear here.',
  /** Introduces the ids of the quotations. */
  setAside: 'You have left out',
  thisSetAside: 'You have left this out.',
  /** Shown with a dotted underline; `dottedMeans` completes the sentence. */
  dotted: 'Dotted words',
  dottedMeans: ' are hedges, such as “may”, “so far” or “if”.',
  /** Follows a term of the glossary, for screen readers. */
  explained: ' (what this means)',
  ours: 'Our explanation, not the articles’.',

  cited: {
    close: 'Close',
    takeBack: 'Use it again',
    setAside: 'Leave this sentence out',
  },
};
export const sourceWords = {
  title: 'Sources',
  intro:
    'Every sentence of the articles that this map uses, in the order in which it stands there. We quote single sentences and link to the whole articles.',
  nothing: 'This map names no source.',
  brackets: 'Titles in square brackets are ours.',
  about: 'About this map',
  setAside: 'What if you do not believe one of them?',
  articles: (sources: number): string =>
    sources === 1 ? 'The article' : sources === 2 ? 'The two articles' : 'The articles',
  passages: (publisher: string): string => `What we quote from ${publisher}`,
  rest: 'The other passages, in order',
  saysNothing: 'This article quotes no words of this speaker.',
  bothSentences: 'Both sentences',
  /** The name of the field by which passages are picked by who speaks. */
  speaker: 'Who speaks',
  everyone: 'Everyone',
  differ: 'Where they differ',
  differIntro: 'Two sentences side by side that do not quite fit together.',
  happened: 'What was reported, in order',
  order:
    'We worked out the order from what each article says is over and what it says is still to come. Times in quotation marks are the articles’ own words.',
  orderOfFile: 'In the order in which the file has it.',
  sentences: 'The sentences',
};
