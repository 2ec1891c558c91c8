/** The parts of a link: stories, weights, what is set aside and a way that is followed, each as a short text and back. */
import type { Aside } from '../analysis/questions/knockout.ts';
import type { Story } from '../scenario/scenario.ts';
import { WAY_KINDS, type Way, type WayKind } from '../scenario/way.ts';

/** The letter that stands for a kind of what can be set aside. */
const LETTERS: Readonly<Record<Aside['kind'], string>> = { source: 's', speaker: 'p', quotation: 'q' };
const KINDS = Object.keys(LETTERS) as Aside['kind'][];

const encodeCode = (code: string) => (code.length === 2 ? code : `${code.length === 1 ? '-' : '_'}${code}`);

export const encodeStory = (story: Story): string => story.map(encodeCode).join('');

export const encodeWeights = (weights: ReadonlyMap<string, number>): string =>
  [...weights].map(([code, weight]) => `${encodeCode(code)}${weight}`).join('');

export function decodeWeights(text: string): Map<string, number> | null {
  const parts = text.match(/(?:-[A-Za-z0-9]|_[A-Za-z0-9]{3}|[A-Za-z0-9]{2})\d/g) ?? [];
  if (parts.join('') !== text) return null;
  return new Map(parts.map((part) => [part.slice(0, -1).replace(/^[-_]/, ''), Number(part.at(-1))]));
}

export const encodeAside = (aside: readonly Aside[]): string =>
  aside.map(({ kind, id }) => LETTERS[kind] + id).join('~');

export function decodeAside(text: string): Aside[] | null {
  const marks = text === '' ? [] : text.split('~');
  const found = marks.flatMap((mark) => {
    const kind = KINDS.find((kind) => LETTERS[kind] === mark[0]);
    return kind && /^.[A-Za-z][A-Za-z0-9-]{0,63}$/.test(mark) ? [{ kind, id: mark.slice(1) }] : [];
  });
  return found.length === marks.length ? found : null;
}

export function decodeStories(text: string): Story[] | null {
  if (text === '') return [];
  const stories = text.split('~').map(decodeStory);
  return stories.length === 2 && stories.every((story) => story !== null) ? stories : null;
}

/** A letter for each kind of way, in the order of `WAY_KINDS`. */
const WAY_LETTERS = 'srunbpkif';
const WAY =
  /^([srunbpkif]{1,9})(\d{1,3})~([A-Za-z0-9_-]+)~([A-Za-z][A-Za-z0-9-]*)((?:~[A-Za-z][A-Za-z0-9-]*)*)$/;

/** `sr2~cakttc~peace-neutral`: kinds, where it began, its story, its ending; then the actors it is about. */
export const encodeWay = ({ kinds, from, story, ending, actors }: Way): string =>
  [`${kinds.map(letterOf).join('')}${from}`, encodeStory(story), ending, ...actors].join('~');

const letterOf = (kind: WayKind): string => WAY_LETTERS[WAY_KINDS.indexOf(kind)] ?? '';

/** Null for one that this version cannot read: the story can be opened without it. */
export function decodeWay(text: string): Way | null {
  const [, letters = '', from = '', codes = '', ending = '', actors = ''] = WAY.exec(text) ?? [];
  const story = decodeStory(codes);
  if (!story || story.length === 0 || Number(from) > story.length) return null;
  const kinds = WAY_KINDS.filter((kind) => letters.includes(letterOf(kind)));
  return { kinds, story, from: Number(from), ending, actors: actors.split('~').slice(1) };
}

export function decodeStory(text: string): string[] | null {
  const codes = text.match(/-[A-Za-z0-9]|_[A-Za-z0-9]{3}|[A-Za-z0-9]{2}/g) ?? [];
  return codes.join('') === text ? codes.map((code) => code.replace(/^[-_]/, '')) : null;
}
