/** What in a source file goes against the order of the folders? The rules that `architecture.test.ts` enforces. */
import { posix } from 'node:path';
import { Linter, type Rule } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

interface Folder {
  /** The folders it may import from, besides itself. */
  readonly folders: readonly string[];
  /** The packages it may import from: the first part of their names' paths. */
  readonly packages: readonly string[];
  /** What of the browser and the computer it may not touch. */
  readonly without: 'anything outside' | 'storage, address, clock and chance' | 'nothing';
}

const pure = 'anything outside';

/** The arrows point up this list only. */
const order: Readonly<Record<string, Folder>> = {
  scenario: { folders: [], packages: ['valibot'], without: pure },
  machine: { folders: ['scenario'], packages: ['xstate'], without: pure },
  analysis: { folders: ['scenario', 'machine'], packages: [], without: pure },
  picture: { folders: ['scenario', 'machine', 'analysis'], packages: ['d3'], without: pure },
  words: { folders: ['scenario', 'machine', 'analysis', 'picture', 'lesson'], packages: [], without: pure },
  lesson: { folders: ['scenario', 'machine', 'analysis'], packages: [], without: pure },
  session: {
    folders: ['scenario', 'machine', 'analysis', 'words', 'lesson'],
    packages: ['svelte'],
    without: pure,
  },
  codec: {
    folders: ['scenario', 'machine', 'analysis', 'words', 'lesson'],
    packages: ['fflate', 'lean-qr'],
    without: 'storage, address, clock and chance',
  },
  export: {
    folders: ['scenario', 'machine', 'analysis', 'picture', 'words', 'lesson', 'codec'],
    packages: [],
    without: pure,
  },
  browser: {
    folders: ['scenario', 'machine', 'analysis', 'words', 'lesson', 'codec'],
    packages: ['qr'],
    without: 'nothing',
  },
  lms: {
    folders: ['scenario', 'machine', 'analysis', 'words', 'lesson', 'codec', 'browser'],
    packages: ['fflate'],
    without: 'nothing',
  },
  view: {
    folders: ['scenario', 'machine', 'analysis', 'picture', 'words', 'lesson', 'session'],
    packages: ['svelte', 'd3'],
    without: 'storage, address, clock and chance',
  },
  entry: {
    folders: [
      ...['scenario', 'machine', 'analysis', 'picture', 'words', 'lesson', 'session'],
      ...['codec', 'export', 'browser', 'lms', 'view'],
    ],
    packages: [
      'svelte',
      'valibot',
      '@valibot/to-json-schema',
      'node:',
      // What the build is made of: `entry/build/`.
      'vite',
      'virtual:',
      '@resvg/resvg-wasm',
    ],
    without: 'nothing',
  },
};

/** Of D3, what a view needs to let a reader zoom; all else is worked out in `picture`. */
const zooming = /^(zoom|Zoom|D3Zoom|select$|Selection$)/;

/** Each complaint about `source`, the text of `file`, whose path is relative to `src`: its line and what is wrong. */
export function complaints(file: string, source: string): string[] {
  const name = file.split('/')[0] ?? '';
  const folder = file.includes('/') ? order[name] : undefined;
  if (folder === undefined) return [`${file}: is in none of the folders ${Object.keys(order).join(', ')}`];

  const found = new Linter().verify(
    source,
    [
      ...svelte.configs.base,
      { files: ['**/*.ts'], ignores: ['**/*.svelte.ts'], languageOptions: { parser: ts.parser } },
      {
        files: ['**/*.svelte', '**/*.svelte.ts'],
        languageOptions: { parserOptions: { parser: ts.parser } },
      },
      {
        files: ['**/*'],
        // A comment in a source file may not switch these rules off.
        linterOptions: { noInlineConfig: true },
        languageOptions: { globals: { window: 'readonly', self: 'readonly', document: 'readonly' } },
        plugins: { parley: { rules: { imports: imports(file, folder) } } },
        rules: {
          'parley/imports': 'error',
          'no-restricted-globals': [
            'error',
            { globals: globals(name, folder), checkGlobalObject: true, globalObjects: ['document'] },
          ],
          'no-restricted-syntax': ['error', ...htmlFromText(name), ...syntax(name, folder)],
        },
      },
    ],
    `src/${file}`,
  );
  // Of less severity is the note that a comment has tried to.
  const serious = found.filter(({ severity }) => severity === 2);
  return serious.map(({ line, message }) => `${file}:${line}: ${message}`);
}

function imports(file: string, folder: Folder): Rule.RuleModule {
  const name = file.split('/')[0] ?? '';
  return {
    create(context) {
      const complain = (node: Rule.Node, message: string): void => context.report({ node, message });

      const within = (node: Rule.Node, specifier: string): void => {
        const target = posix.join(posix.dirname(file), specifier);
        const [other = ''] = target.split('/');
        if (other === '..' ? name === 'entry' : other === name || folder.folders.includes(other)) return;
        const allowed = folder.folders.length === 0 ? 'no other folder' : folder.folders.join(', ');
        complain(node, `'${name}' imports '${target}', but may import ${allowed} only`);
      };

      const without = (node: Rule.Node, specifier: string): void => {
        const known = folder.packages.some(
          (wanted) =>
            specifier === wanted || specifier.startsWith(wanted.endsWith(':') ? wanted : `${wanted}/`),
        );
        if (!known) {
          const allowed = folder.packages.length === 0 ? 'no package' : folder.packages.join(', ');
          complain(node, `'${name}' imports the package '${specifier}', but may import ${allowed} only`);
        } else if (name === 'view' && specifier === 'd3' && !onlyZooms(node)) {
          complain(
            node,
            `'view' may import of d3 what zooming needs, by name; the rest belongs to 'picture'`,
          );
        }
      };

      const check = (node: Rule.Node): void => {
        const specifier = 'value' in node && typeof node.value === 'string' ? node.value : '';
        if (specifier.startsWith('.')) within(node, specifier);
        else without(node, specifier);
      };

      return {
        ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType) > Literal.source':
          check,
        'TSImportType > TSLiteralType > Literal': check,
        'TSExternalModuleReference > Literal': check,
        'ImportExpression > :not(Literal).source': (node: Rule.Node) =>
          complain(node, 'an import has to say in plain text what it imports'),
        Program(node) {
          const isBarrel =
            node.body.length > 0 &&
            node.body.every((part) => part.type.startsWith('Export') && 'source' in part && part.source);
          if (isBarrel || /^index\./.test(posix.basename(file))) {
            context.report({ node, message: "no barrel files: a file's name is its public name" });
          }
        },
      };
    },
  };
}

function onlyZooms({ parent: declaration }: Rule.Node): boolean {
  return (
    declaration?.type === 'ImportDeclaration' &&
    declaration.specifiers.every(
      (specifier) =>
        specifier.type === 'ImportSpecifier' &&
        specifier.imported.type === 'Identifier' &&
        zooming.test(specifier.imported.name),
    )
  );
}

const hidden = ['location', 'history', 'localStorage', 'sessionStorage', 'indexedDB', 'cookie'];
const page = ['window', 'self', 'globalThis', 'document', 'navigator', 'matchMedia', 'fetch'];

/** Names that have to be free to count: `location`, `history` and `document` are ordinary words here. */
function globals(name: string, { without }: Folder): { name: string; message: string }[] {
  const names = without === pure ? [...hidden, ...page] : without === 'nothing' ? [] : hidden;
  return names.map((global) => ({ name: global, message: `'${name}' does without ${without}.` }));
}

interface Restriction {
  readonly selector: string;
  readonly message: string;
}

function syntax(name: string, { without }: Folder): Restriction[] {
  if (without === 'nothing') return [];
  const restrictions: Record<string, string> = {
    'Math.random': 'MemberExpression[object.name="Math"][property.name="random"]',
    // A digest of a text is the same every time.
    'crypto, for chance': 'MemberExpression[property.name=/^(getRandomValues|randomUUID)$/]',
    'Date.now': 'MemberExpression[object.name="Date"][property.name="now"]',
    'performance.now': 'MemberExpression[object.name="performance"][property.name="now"]',
    'Date()': 'CallExpression[callee.name="Date"]',
    // A view may make a date from a date's text, to write it in the reader's language.
    'new Date': `NewExpression[callee.name="Date"]${without === pure ? '' : '[arguments.length=0]'}`,
    'import.meta': 'MemberExpression[object.type="MetaProperty"][property.name=/^(url|glob)$/]',
  };
  return Object.entries(restrictions).map(([what, selector]) => ({
    selector,
    message: `Unexpected use of '${what}'. '${name}' does without ${without}.`,
  }));
}

/** The pages run under a content security policy that allows none of these. */
function htmlFromText(name: string): Restriction[] {
  const html = 'innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe';
  const restrictions: Record<string, readonly string[]> = {
    'no HTML from text': [
      'SvelteMustacheTag[kind="raw"]',
      `SvelteDirective[key.name.name=/^(${html})$/]`,
      `MemberExpression[property.name=/^(${html})$/]`,
      `MemberExpression[property.value=/^(${html})$/]`,
      'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
      ...(name === 'picture' || name === 'view' ? ['CallExpression[callee.property.name="html"]'] : []),
    ],
    'no code from text': [
      'CallExpression[callee.name="eval"]',
      'CallExpression[callee.name="Function"]',
      'NewExpression[callee.name="Function"]',
    ],
    'no style attributes: a class, or the `style:` directive': [
      'SvelteAttribute[key.name="style"]',
      'SvelteShorthandAttribute[key.name="style"]',
      'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    ],
  };
  return Object.entries(restrictions).flatMap(([message, selectors]) =>
    selectors.map((selector) => ({ selector, message })),
  );
}
