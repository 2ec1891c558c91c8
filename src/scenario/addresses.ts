/** Whether `url` is a full https address, as an author wrote it. */
export function isHttps(url: string): boolean {
  // What URL itself makes of `https:example.org` or of a space is not what the author wrote.
  return /^https:\/\/[^\s/]/i.test(url) && !/\s/.test(url) && URL.canParse(url);
}
