/** The style sheet of a numbered book, and its hash for the content security policy of the page. */

/**
 * SHA-256 of `STYLE` in base64. It is a constant because a browser offers no hashing outside secure contexts. A test
 * checks it.
 */
export const STYLE_HASH = 'jvNjSclFHhM8eJlFzr7xN0o3E34OrsF/MGYu20nFr8Q=';

export const STYLE = `
:root { color-scheme: light dark; --ink: #211d17; --soft: #5d5549; --rule: #ddd6c8; --paper: #faf7f0; --accent: #1c5a72; }
@media (prefers-color-scheme: dark) { :root { --ink: #ebe6dc; --soft: #b4ac9e; --rule: #383a3b; --paper: #16181a; --accent: #8fc6da; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 42rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Georgia, "Noto Serif", serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 1.8rem 0 0.4rem; }
h3 { font-size: 1.125rem; line-height: 1.35; margin: 0.1rem 0 0.6rem; }
p { margin: 0.3rem 0; }
a { color: var(--accent); text-underline-offset: 0.18em; }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: 0.2rem 1rem; margin: 0; }
dt { font-weight: 600; }
dd { margin: 0; }
ol, ul { padding-inline-start: 1.5rem; }
li { margin: 0.5rem 0; }
blockquote { margin: 0; padding-inline-start: 0.8rem; border-inline-start: 3px solid var(--rule); }
.answers { list-style: none; padding: 0; margin: 0; }
.answers li { margin: 0; padding: 0.5rem 0; border-top: 1px solid var(--rule); display: grid; grid-template-columns: 1fr auto; column-gap: 1rem; }
.answers p { grid-column: 1; }
.answers .turn { grid-column: 2; grid-row: 1 / span 9; align-self: center; }
.notice, .asked, .small, .rest, .basis { color: var(--soft); }
.asked, .small, .rest, .basis, .turn { font-family: system-ui, "Noto Sans", Arial, sans-serif; font-size: 0.875rem; }
.basis { white-space: nowrap; border: 1px solid var(--rule); border-radius: 3px; padding: 0 0.35em; }
.turn { font-weight: 600; }
.task { margin: 0.6rem 0; padding: 0.4rem 0.8rem; border: 1px dashed var(--soft); border-radius: 3px; }
.own { white-space: pre-line; }
.turn a { display: inline-block; padding: 0.6rem 0; }
.small a { display: inline-block; min-width: 1.5rem; padding: 0.15rem 0; text-align: center; }
.rest { border-top: 1px solid var(--rule); padding-top: 0.4rem; }
main section { margin-top: 2rem; padding-top: 0.6rem; border-top: 3px double var(--soft); scroll-margin-top: 1rem; }
main h2 { margin: 0; font-size: 1.75rem; }
main section:target h2 { color: var(--accent); }
footer { margin-top: 2rem; border-top: 1px solid var(--rule); font-size: 0.9375rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  @page { margin: 18mm 16mm; }
  :root { --ink: #000; --soft: #333; --rule: #999; --paper: #fff; --accent: #000; }
  body { padding: 0; max-width: none; font-size: 10pt; line-height: 1.4; }
  main section { break-inside: avoid; margin-top: 0.9rem; padding-top: 0.3rem; }
  main { break-before: page; }
  main h2 { font-size: 1.25rem; }
  p { margin: 0.15rem 0; }
  .answers li { padding: 0.25rem 0; }
  h2, h3, .asked { break-after: avoid; }
  li, .task { break-inside: avoid; }
  .turn a { padding: 0.1rem 0; text-decoration: none; }
  .small a { min-width: 0; text-decoration: none; }
}
`;
