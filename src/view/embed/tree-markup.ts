/** Writes a tree as HTML text, for the build. */
import { attributes, html, trustedMarkup, type Markup } from '../../scenario/text/markup.ts';
import { parts, written, type Tree } from './tree.ts';

const VOID = ['path', 'br'];

/** `tree` as markup. */
export const toMarkup = (tree: Tree): Markup =>
  html`${[...parts(tree)].map((part) => {
    if (typeof part === 'string') return part;
    // Tags come from the program, never from a scenario.
    const tag = trustedMarkup(part.tag);
    const set = attributes(Object.fromEntries(written(part)));
    return VOID.includes(part.tag)
      ? html`<${tag}${set}/>`
      : html`<${tag}${set}>${toMarkup(part.children)}</${tag}>`;
  })}`;
