/** What an embed carries: the scenario without what an embed never shows, and its futures. */
import type { Futures } from '../../analysis/graph/futures.ts';
import { graphOf } from '../../analysis/graph/graph.ts';
import { excludedQuotations, withoutQuotations, type Aside } from '../../analysis/questions/knockout.ts';
import { readOpenings } from '../../analysis/graph/openings.ts';
import { graphMachine } from '../../analysis/graph/graph-machine.ts';
import { complete } from '../../scenario/complete.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import type { Embedded } from '../../view/embed/state.ts';
import { embedWords } from '../../words/beyond/embed.ts';

export interface EmbedData {
  readonly file: ScenarioFile;
  readonly futures: Futures;
  /** The newest edition known when the embed was built. */
  readonly newest: number;
  /** Whether the embed keeps this edition whatever comes after it. */
  readonly frozen: boolean;
  /** The folder of the full map, seen from the embed. */
  readonly site: string;
  /** The address of that folder, where the build was told it: for an embed that is opened from a disk. */
  readonly published?: string;
}

/** What an embed shows of `file`. It is a lawful scenario with the same stories. */
export function forEmbed(file: ScenarioFile): ScenarioFile {
  const { format, id, edition, title, notice, issues, endings } = file;
  return {
    format,
    id,
    edition,
    title,
    notice,
    ...chosen(file, ['language', 'asOf', 'acts', 'grid', 'silences', 'renamed']),
    sources: (file.sources ?? []).map((source) => ({
      id: source.id,
      title: source.title,
      ...chosen(source, ['publisher', 'url', 'published', 'dateBasis']),
    })),
    // The place in characters is for checking; the reader is shown the paragraph.
    evidence: (file.evidence ?? []).map((item) => ({
      id: item.id,
      source: item.source,
      paragraph: item.paragraph,
      start: 0,
      end: 0,
      quote: item.quote,
      kind: item.kind,
      ...chosen(item, ['speaker', 'hedges']),
    })),
    actors: (file.actors ?? []).map(({ id, name }) => ({ id, name })),
    issues: issues.map(({ id, states }) => ({ id, states: states.map(({ id }) => ({ id })) })),
    questions: file.questions.map((question) => ({
      ...lessened(question, ['prompts']),
      answers: question.answers.map((answer) => lessened(answer, ['consent'])),
    })),
    endings: endings.map((ending) => lessened(ending, ['prompts'])),
    tensions: (file.tensions ?? []).filter(({ question }) => question),
  };
}

/** The fields of `part` with these names, where it has them. */
const chosen = <T extends object, N extends keyof T>(part: T, names: readonly N[]): Pick<T, N> =>
  Object.fromEntries(names.flatMap((name) => (part[name] === undefined ? [] : [[name, part[name]]]))) as Pick<
    T,
    N
  >;

/** `part` without the fields with these names. */
const lessened = <T extends object, N extends keyof T>(part: T, names: readonly N[]): Omit<T, N> =>
  Object.fromEntries(Object.entries(part).filter(([name]) => !names.includes(name as N))) as Omit<T, N>;

/** What is said of the edition in an embed that keeps one. */
export function keptWords({ file, newest, frozen }: EmbedData): string {
  if (!frozen) return '';
  return newest > file.edition ? embedWords.keptOlder(file.edition, newest) : embedWords.kept(file.edition);
}

/** Makes an embed’s data ready to be told, without the quotations that `aside` sets aside. */
export function embedded(
  { file, futures }: Pick<EmbedData, 'file' | 'futures'>,
  aside: readonly Aside[] = [],
): Embedded {
  const whole = complete(file);
  const scenario = withoutQuotations(whole, excludedQuotations(whole, aside));
  const graph = graphOf(scenario, futures);
  return { scenario, machine: graphMachine(graph), graph, openings: readOpenings(graph) };
}
