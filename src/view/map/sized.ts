/** Sets numbers for a style sheet on an element by script: the policy of the pages allows no style attributes. */
import type { Attachment } from 'svelte/attachments';

/** Attachment that sets the custom property `--name` for each entry of `values`. */
export const sized =
  (values: Readonly<Record<string, number>>): Attachment<HTMLElement> =>
  (element) => {
    for (const [name, value] of Object.entries(values)) element.style.setProperty(`--${name}`, String(value));
  };
