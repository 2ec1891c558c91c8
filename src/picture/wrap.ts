/** How a text breaks into lines of at most so many characters. */

/** Breaks at spaces; a word longer than a line is cut. Gives at least one line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(/\s+/)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    while (word.length > width) {
      lines.push(word.slice(0, width));
      word = word.slice(width);
    }
    line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

/** As `wrap`, with lines as even as can be without adding one, so that no word is left alone on the last. */
export function wrapEvenly(text: string, width: number): string[] {
  const lines = wrap(text, width);
  const longest = Math.max(...text.split(/\s+/).map((word) => word.length));
  let even = lines;
  for (let narrower = width - 1; narrower >= longest; narrower--) {
    const tried = wrap(text, narrower);
    if (tried.length > lines.length) break;
    even = tried;
  }
  return even;
}
