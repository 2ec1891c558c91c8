/** Numbers that a style sheet reckons with, set on an element from a script: the pages allow no style attributes. */
import type { Attachment } from 'svelte/attachments';

/** Sets `--name` to each value, by name. */
export const sized =
  (values: Readonly<Record<string, number>>): Attachment<HTMLElement> =>
  (element) => {
    for (const [name, value] of Object.entries(values)) element.style.setProperty(`--${name}`, String(value));
  };
