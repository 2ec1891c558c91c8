/**
 * The rooms of `src/` as rules for ESLint: which folder may import from which, which packages, and what of the browser
 * each has to do without. `eslint.config.js` takes them over, and `tests/laws/architecture.test.ts` tests them.
 */
import { posix } from 'node:path';

/**
 * @typedef {object} Room
 * @property {readonly string[]} folders The folders it may import from, besides itself.
 * @property {readonly string[]} packages The packages it may import from: the first part of their names' paths.
 * @property {'anything outside' | 'storage, address, clock and chance' | 'nothing'} without What of the browser and the computer it may not touch.
 */

/** @import { Rule, Linter } from 'eslint' */

const pure = 'anything outside';

/**
 * Imports point up this list only.
 * @type {Readonly<Record<string, Room>>}
 */
export const ROOMS = {
  scenario: { folders: [], packages: ['valibot'], without: pure },
  machine: { folders: ['scenario'], packages: ['xstate'], without: pure },
  analysis: { folders: ['scenario', 'machine'], packages: [], without: pure },
  picture: { folders: ['scenario', 'machine', 'analysis'], packages: ['d3'], without: pure },
  lesson: { folders: ['scenario', 'machine', 'analysis'], packages: [], without: pure },
  words: { folders: ['scenario', 'machine', 'analysis', 'picture', 'lesson'], packages: [], without: pure },
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

/**
 * The room of a file, and the path of the file within `src/`.
 * @param {Rule.RuleContext} context
 */
function placeOf({ filename, cwd }) {
  const path = (posix.isAbsolute(filename) ? posix.relative(cwd, filename) : filename).replace(/^src\//, '');
  const name = path.includes('/') ? (path.split('/')[0] ?? '') : '';
  return { file: path, name, room: ROOMS[name] };
}

/**
 * What a file of `src/` may import. Not `no-restricted-imports`, which sees neither `import()` nor `import('…').Type`.
 * @type {Rule.RuleModule}
 */
const imports = {
  create(context) {
    const { file, name, room } = placeOf(context);
    /** @type {(node: Rule.Node, message: string) => void} */
    const complain = (node, message) => context.report({ node, message });
    if (room === undefined)
      return {
        Program: (node) =>
          context.report({ node, message: `is in none of the folders ${Object.keys(ROOMS).join(', ')}` }),
      };

    /** @type {(node: Rule.Node, specifier: string) => void} */
    const within = (node, specifier) => {
      const target = posix.join(posix.dirname(file), specifier);
      const [other = ''] = target.split('/');
      if (other === '..' ? name === 'entry' : other === name || room.folders.includes(other)) return;
      const allowed = room.folders.length === 0 ? 'no other folder' : room.folders.join(', ');
      complain(node, `'${name}' imports '${target}', but may import ${allowed} only`);
    };

    /** @type {(node: Rule.Node, specifier: string) => void} */
    const without = (node, specifier) => {
      const known = room.packages.some(
        (wanted) =>
          specifier === wanted || specifier.startsWith(wanted.endsWith(':') ? wanted : `${wanted}/`),
      );
      if (!known) {
        const allowed = room.packages.length === 0 ? 'no package' : room.packages.join(', ');
        complain(node, `'${name}' imports the package '${specifier}', but may import ${allowed} only`);
      } else if (name === 'view' && specifier === 'd3' && !onlyZooms(node)) {
        complain(node, `'view' may import of d3 what zooming needs, by name; the rest belongs to 'picture'`);
      }
    };

    /** @type {(node: Rule.Node) => void} */
    const check = (node) => {
      const specifier = 'value' in node && typeof node.value === 'string' ? node.value : '';
      if (specifier.startsWith('.')) within(node, specifier);
      else without(node, specifier);
    };

    return {
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType) > Literal.source':
        check,
      'TSImportType > TSLiteralType > Literal': check,
      'TSExternalModuleReference > Literal': check,
      /** @param {Rule.Node} node */
      'ImportExpression > :not(Literal).source': (node) =>
        complain(node, 'an import has to say in plain text what it imports'),
      Program(node) {
        const isBarrel =
          node.body.length > 0 &&
          node.body.every((part) => part.type.startsWith('Export') && 'source' in part && part.source);
        if (isBarrel || /^index\./.test(posix.basename(file)))
          context.report({ node, message: "no barrel files: a file's name is its public name" });
      },
    };
  },
};

/** @param {Rule.Node} node */
function onlyZooms({ parent: declaration }) {
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

/**
 * Names that have to be free to count: `location`, `history` and `document` are ordinary words here.
 * @param {string} name
 * @param {Room} room
 */
function globals(name, { without }) {
  const names = without === pure ? [...hidden, ...page] : without === 'nothing' ? [] : hidden;
  return names.map((global) => ({ name: global, message: `'${name}' does without ${without}.` }));
}

/**
 * @param {string} name
 * @param {Room} room
 */
function syntax(name, { without }) {
  if (without === 'nothing') return [];
  const restrictions = {
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

/**
 * The pages run under a content security policy that allows none of these.
 * @param {string} name
 */
function htmlFromText(name) {
  const html = 'innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe';
  const restrictions = {
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

/**
 * The rules of the rooms, for the files of `src/`. A comment in a source file may not switch any rule off.
 * @type {Linter.Config[]}
 */
export const rooms = [
  {
    files: ['src/**/*.{ts,js,svelte}'],
    linterOptions: { noInlineConfig: true },
    languageOptions: { globals: { window: 'readonly', self: 'readonly', document: 'readonly' } },
    plugins: { parley: { rules: { imports } } },
    rules: { 'parley/imports': 'error' },
  },
  ...Object.entries(ROOMS).map(([name, room]) => ({
    files: [`src/${name}/**/*.{ts,js,svelte}`],
    rules: /** @type {Linter.RulesRecord} */ ({
      'no-restricted-globals': [
        'error',
        { globals: globals(name, room), checkGlobalObject: true, globalObjects: ['document'] },
      ],
      'no-restricted-syntax': ['error', ...htmlFromText(name), ...syntax(name, room)],
    }),
  })),
];
