/** What a teacher pastes, drops, picks or scans becomes links on the desk, and what could not be read is said. */
import type { Batch } from '../../lesson/class.ts';
import { visible } from '../../scenario/text/text.ts';
import { classOf, type Class } from '../../session/class.svelte.ts';
import type { Session } from '../../session/session.svelte.ts';
import { gatherWords } from '../../words/teaching/class-gather.ts';
import { CAME, standingWords } from './class.ts';
import type { Classroom } from '../shell/services.ts';

interface Given {
  readonly given: string | Blob;
  /** Where it came from, in words. */
  readonly from: string;
}

export class Gathering {
  reading = $state(false);
  /** What was added last, in words; empty for nothing. */
  said = $state('');
  problems = $state.raw<readonly string[]>([]);
  readonly #session: Session;
  readonly #class: Class;
  readonly #tools: () => Promise<Classroom>;
  readonly #onadded: () => void;

  constructor(session: Session, tools: () => Promise<Classroom>, onadded: () => void) {
    this.#session = session;
    this.#class = classOf(session);
    this.#tools = tools;
    this.#onadded = onadded;
  }

  /** Whether anything was added. */
  async take(things: readonly Given[]): Promise<boolean> {
    const { gather } = await this.#tools();
    this.reading = true;
    // Ten thousand links take some seconds: the page says so meanwhile.
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    const batches: Batch[] = [];
    const wrong: string[] = [];
    for (const { given, from } of things) {
      const found = await gather(given, from).catch(() => null);
      if (found?.ok && found.pasted.length > 0)
        batches.push({ from, text: found.text, group: this.#class.settings.into, pasted: found.pasted });
      if (found?.ok && found.more) wrong.push(gatherWords.tooMany(from));
      if (found?.ok && found.rest !== '') wrong.push(gatherWords.notAll(from, found.text.length, found.rest));
      if (!found) wrong.push(gatherWords.tooMuch(from));
      else if (!found.ok) wrong.push(gatherWords.notGathered[found.why](from));
    }
    this.reading = false;
    this.problems = wrong;
    const links = batches.reduce((sum, { pasted }) => sum + pasted.length, 0);
    this.said = links > 0 ? gatherWords.added(links) : '';
    if (batches.length === 0) return false;
    this.#class.desk.add(batches);
    this.#onadded();
    return true;
  }

  files(list: Iterable<File>): Promise<boolean> {
    return this.take([...list].map((file) => ({ given: file, from: visible(file.name) })));
  }

  /** What stands in the field. */
  async paste(): Promise<void> {
    const { draft } = this.#class.settings;
    if (draft.trim() === '') this.problems = [gatherWords.nothingPasted];
    // What held a link stays below, word for word; what held none stays in the field.
    else if (await this.take([{ given: draft, from: CAME.paste }])) this.#class.set({ draft: '' });
  }

  /** A paste that is too large would stop the browser before it stands in the field. */
  pasting(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // A spreadsheet puts a picture of itself beside its text; a screenshot comes alone.
    const pictures = text === '' ? [...(event.clipboardData?.files ?? [])] : [];
    if (text.length <= 200_000 && pictures.length === 0) return;
    event.preventDefault();
    void (pictures.length > 0 ? this.files(pictures) : this.take([{ given: text, from: CAME.paste }]));
  }

  async dropped(data: DataTransfer | null): Promise<void> {
    const { files, items } = data ?? {};
    if (files && files.length > 0) return void (await this.files(files));
    for (const item of items ?? [])
      if (item.type === 'text/plain')
        item.getAsString((text) => void this.take([{ given: text, from: CAME.drop }]));
  }

  /** Gives what is to be said of a code. */
  async scanned(text: string): Promise<string> {
    const before = this.#class.counted.length;
    await this.take([{ given: text, from: CAME.camera }]);
    const last = this.#class.entries.at(-1);
    if (this.problems.length > 0 || !last) return this.problems[0] ?? '';
    if (this.#class.counted.length > before) return gatherWords.readNext(this.#class.counted.length);
    return gatherWords.read(standingWords(last, this.#session.scenario));
  }
}
