/**
 * HTML as plain data, and its conversion to elements. An embed is a pure function from a story to such a tree: the
 * build writes it as HTML (`tree-markup.ts`), the browser creates elements from it, and both give the same page.
 * Svelte is not used, because its runtime alone would take two thirds of the size limit of an embed.
 */
export type Tree = Branch | string | number | false | null | undefined | readonly Tree[];

/** Only `h` creates instances. Plain data of any shape is not a branch, so it cannot become an element. */
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

/** False omits the attribute; true writes it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export function h(tag: string, attributes: Attributes = {}, ...children: Tree[]): Branch {
  return new Branch(tag, attributes, children);
}

/** Yields the branches and texts of `tree`, in order. Omitted children, and values of other types, yield nothing. */
export function* parts(tree: Tree): Generator<Branch | string> {
  if (tree instanceof Branch) yield tree;
  else if (Array.isArray(tree)) for (const part of tree as readonly Tree[]) yield* parts(part);
  else if (typeof tree === 'string' || typeof tree === 'number') yield String(tree);
}

/**
 * Yields the attributes of a branch with their values. Addresses are written only where they are http, https, file,
 * relative or fragments.
 */
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
