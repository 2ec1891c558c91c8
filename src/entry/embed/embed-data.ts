/** The data of an embed: the scenario without the fields that embeds never show, and its futures. */
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
  /** Whether the embed stays at this edition when newer ones are published. */
  readonly frozen: boolean;
  /** Path of the folder of the full map, relative to the embed. */
  readonly site: string;
  /**
   * Absolute address of that folder, where the build has `PARLEY_ADDRESS`; used by an embed that is opened from a
   * disk.
   */
  readonly published?: string;
}

/** `file` reduced to what an embed shows: a lawful scenario with the same stories. */
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
    // The offset in characters serves only checks; embeds show the paragraph.
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

/** Copy of `part` with only the named fields that it has. */
const chosen = <T extends object, N extends keyof T>(part: T, names: readonly N[]): Pick<T, N> =>
  Object.fromEntries(names.flatMap((name) => (part[name] === undefined ? [] : [[name, part[name]]]))) as Pick<
    T,
    N
  >;

/** Copy of `part` without the named fields. */
const lessened = <T extends object, N extends keyof T>(part: T, names: readonly N[]): Omit<T, N> =>
  Object.fromEntries(Object.entries(part).filter(([name]) => !names.includes(name as N))) as Omit<T, N>;

/** The sentence about the edition in an embed that stays at one; empty for a live embed. */
export function keptWords({ file, newest, frozen }: EmbedData): string {
  if (!frozen) return '';
  return newest > file.edition ? embedWords.keptOlder(file.edition, newest) : embedWords.kept(file.edition);
}

/** Compiles the data of an embed for drawing, without the quotations that `aside` names. */
export function embedded(
  { file, futures }: Pick<EmbedData, 'file' | 'futures'>,
  aside: readonly Aside[] = [],
): Embedded {
  const whole = complete(file);
  const scenario = withoutQuotations(whole, excludedQuotations(whole, aside));
  const graph = graphOf(scenario, futures);
  return { scenario, machine: graphMachine(graph), graph, openings: readOpenings(graph) };
}
