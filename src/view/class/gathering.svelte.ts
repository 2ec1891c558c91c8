/** Adds what a teacher pastes, drops, picks or scans to the desk, and reports what cannot be read. */
import type { Batch } from '../../lesson/class.ts';
import { visible } from '../../scenario/text/text.ts';
import { classOf, type Class } from '../../session/class.svelte.ts';
import type { Session } from '../../session/session.svelte.ts';
import { gatherWords } from '../../words/teaching/class-gather.ts';
import { CAME, standingWords } from './class.ts';
import type { Classroom } from '../shell/services.ts';

interface Given {
  readonly given: string | Blob;
  /** Its origin, in words. */
  readonly from: string;
}

export class Gathering {
  reading = $state(false);
  /** What was added last, as a sentence; empty for nothing. */
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

  /** Adds `things` to the desk. Resolves to whether anything was added. */
  async take(things: readonly Given[]): Promise<boolean> {
    const { gather } = await this.#tools();
    this.reading = true;
    // Reading ten thousand links takes some seconds; the message is drawn before.
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

  /** Adds the text of the field. */
  async paste(): Promise<void> {
    const { draft } = this.#class.settings;
    if (draft.trim() === '') this.problems = [gatherWords.nothingPasted];
    // A text with links is kept with the batch; one without stays in the field.
    else if (await this.take([{ given: draft, from: CAME.paste }])) this.#class.set({ draft: '' });
  }

  /** Handles large pastes, which would block the browser in the field, and pasted pictures. */
  pasting(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // Spreadsheets copy a picture with their text; a screenshot has no text.
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

  /** Adds the text of a scanned code. Resolves to a message about it. */
  async scanned(text: string): Promise<string> {
    const before = this.#class.counted.length;
    await this.take([{ given: text, from: CAME.camera }]);
    const last = this.#class.entries.at(-1);
    if (this.problems.length > 0 || !last) return this.problems[0] ?? '';
    if (this.#class.counted.length > before) return gatherWords.readNext(this.#class.counted.length);
    return gatherWords.read(standingWords(last, this.#session.scenario));
  }
}
