/** Finds texts for readers in a source file of the views, which belong in `words/`. */
import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** Attributes whose text a reader sees or hears; `summary` and `lead` are props of components. */
const HEARD = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'summary', 'lead'];

/** Attributes whose expressions are for the page alone. */
const UNHEARD = ['class', 'rel', 'd', 'transform', 'viewBox'];

/** What makes a text of several words one for programs: names of classes, paths of SVG, media queries, markup. */
const FOR_PROGRAMS = /^[\d\s.,MLHVCSQTAZmlhvcsqtaz-]+$|^\(?[a-z-]+: [\w.-]+\)?$|^[<[#.:]/;

const letter = /\p{L}/u;
const twoWords = /\p{L}[\p{L}’-]*[,.:;]? \p{L}/u;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Each text for a reader in `source`, the text of `file`: a component or a module. */
export function sentences(file: string, source: string): string[] {
  if (!file.endsWith('.svelte')) return inScript(source);
  const root = parse(source, { modern: true });
  const found: string[] = [];
  for (const script of [root.module, root.instance])
    if (script) {
      const { start, end } = script.content as unknown as Node;
      found.push(...inScript(source.slice(start, end)));
    }
  inTemplate(root.fragment as unknown as Node, source, found);
  return found;
}

/** Adds the texts, the accessible attributes, and the sentences in expressions below `node`. */
function inTemplate(node: Node, source: string, found: string[]): void {
  if (node.type === 'Comment') return;
  if (node.type === 'Attribute') {
    const name = String(node['name']);
    if (UNHEARD.includes(name)) return;
    const heard = HEARD.includes(name);
    for (const part of [node['value']].flat())
      if (isNode(part) && part.type === 'Text') {
        if (heard && letter.test(source.slice(part.start, part.end)))
          found.push(`${name}="${source.slice(part.start, part.end)}"`);
      } else if (isNode(part)) inExpression(part, source, found, heard);
    return;
  }
  if (node.type === 'Text') {
    const text = String(node['data']).trim();
    if (letter.test(text)) found.push(text);
    return;
  }
  if (node.type === 'ExpressionTag') return inExpression(node, source, found, true);
  for (const [key, value] of Object.entries(node)) {
    if (key === 'metadata') continue;
    for (const part of [value].flat()) if (isNode(part)) inTemplate(part, source, found);
  }
}

/** `shown`: whether the value itself is shown, so that a single word counts where it is a result. */
function inExpression(tag: Node, source: string, found: string[], shown: boolean): void {
  const expression = tag['expression'];
  if (!isNode(expression)) return;
  const text = source.slice(expression.start, expression.end);
  found.push(...inScript(`(${text})`));
  if (shown)
    found.push(...results(expression).filter((result) => letter.test(result) && !twoWords.test(result)));
}

/** The texts that an expression can come to: those of its branches. */
function results(expression: Node): string[] {
  if (expression.type === 'Literal')
    return typeof expression['value'] === 'string' ? [expression['value']] : [];
  if (expression.type === 'TemplateLiteral')
    return (expression['quasis'] as { value: { raw: string } }[]).map(({ value }) => value.raw);
  const branches =
    expression.type === 'ConditionalExpression'
      ? [expression['consequent'], expression['alternate']]
      : expression.type === 'LogicalExpression' || expression.type === 'BinaryExpression'
        ? [expression['left'], expression['right']]
        : [];
  if (expression.type === 'BinaryExpression' && expression['operator'] !== '+') return [];
  return branches.filter(isNode).flatMap(results);
}

/** The string literals of a script that read as sentences: two words or more. */
function inScript(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    // What is thrown is for programmers, and a selector is for the page.
    if (ts.isThrowStatement(node)) return;
    if (
      ts.isCallExpression(node) &&
      /[sS]elector(All)?$|^closest$|^MediaQuery$/.test(nameOf(node.expression))
    )
      return;
    if (ts.isNewExpression(node) && nameOf(node.expression) === 'MediaQuery') return;
    if (ts.isPropertyAssignment(node) && /^(class|rel|d|viewBox|rootMargin|look)$/.test(node.name.getText()))
      return;
    const text =
      ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)
        ? node.text
        : ts.isTemplateExpression(node)
          ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
          : '';
    if (twoWords.test(text) && !FOR_PROGRAMS.test(text)) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

const nameOf = (expression: ts.Expression): string =>
  ts.isPropertyAccessExpression(expression)
    ? expression.name.text
    : ts.isIdentifier(expression)
      ? expression.text
      : '';
