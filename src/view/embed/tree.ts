/**
 * A drawing of HTML as plain data, and how it becomes text or elements. An embed is one pure function from a story to
 * such a tree: the build writes it as HTML, the browser makes elements of it, and both are the same page. It is here
 * because Svelte’s runtime alone would take two thirds of the bytes an embed may have.
 */
export type Tree = Branch | string | false | null | undefined | readonly Tree[];

export interface Branch {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly Tree[];
}

/** False leaves an attribute out; true writes it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export function h(tag: string, attributes: Attributes = {}, ...children: Tree[]): Branch {
  return { tag, attributes, children };
}

/** Every branch and text of `tree`, in order, without what is left out. */
function* parts(tree: Tree): Generator<Branch | string> {
  if (tree === false || tree === null || tree === undefined) return;
  if (typeof tree === 'string') yield tree;
  else if ('tag' in tree) yield tree;
  else for (const part of tree) yield* parts(part);
}

function* written({ attributes }: Branch): Generator<[name: string, value: string]> {
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== undefined) yield [name, value === true ? '' : String(value)];
}

const VOID = ['path', 'br'];

/** `tree` as the text of an HTML page. */
export function toHtml(tree: Tree): string {
  let html = '';
  for (const part of parts(tree)) {
    if (typeof part === 'string') {
      html += escaped(part);
      continue;
    }
    const attributes = [...written(part)].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
    const inside = toHtml(part.children);
    html += VOID.includes(part.tag)
      ? `<${part.tag}${attributes}/>`
      : `<${part.tag}${attributes}>${inside}</${part.tag}>`;
  }
  return html;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const SVG = 'http://www.w3.org/2000/svg';

/** `tree` as elements of `document`. */
export function toElements(tree: Tree, document: Document, svg = false): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const part of parts(tree)) {
    if (typeof part === 'string') {
      fragment.append(part);
      continue;
    }
    const drawn = svg || part.tag === 'svg';
    const element = drawn ? document.createElementNS(SVG, part.tag) : document.createElement(part.tag);
    for (const [name, value] of written(part)) element.setAttribute(name, value);
    element.append(toElements(part.children, document, drawn));
    fragment.append(element);
  }
  return fragment;
}
