/**
 * A drawing of HTML as plain data, and how it becomes elements. An embed is one pure function from a story to
 * such a tree: the build writes it as HTML (`tree-markup.ts`), the browser makes elements of it, and both are the same page. It is here
 * because Svelte’s runtime alone would take two thirds of the bytes an embed may have.
 */
export type Tree = Branch | string | number | false | null | undefined | readonly Tree[];

/** Only `h` makes one: data of any shape is no branch, so it cannot become an element. */
class Branch {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly Tree[];

  constructor(tag: string, attributes: Attributes, children: readonly Tree[]) {
    this.tag = tag;
    this.attributes = attributes;
    this.children = children;
  }
}

export type { Branch };

/** False leaves an attribute out; true writes it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export function h(tag: string, attributes: Attributes = {}, ...children: Tree[]): Branch {
  return new Branch(tag, attributes, children);
}

/** Every branch and text of `tree`, in order. What is left out, and what is neither, yields nothing. */
export function* parts(tree: Tree): Generator<Branch | string> {
  if (tree instanceof Branch) yield tree;
  else if (Array.isArray(tree)) for (const part of tree as readonly Tree[]) yield* parts(part);
  else if (typeof tree === 'string' || typeof tree === 'number') yield String(tree);
}

/** The attributes of a branch that are written, with their values. An address leads to the web, a file or the page itself. */
export function* written({ attributes }: Branch): Generator<[name: string, value: string]> {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'object' || value === false || value === undefined) continue;
    const text = value === true ? '' : String(value);
    if ((name === 'href' || name === 'cite') && !/^(?:https?:|file:|[#./])/.test(text)) continue;
    yield [name, text];
  }
}

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
