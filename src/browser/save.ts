/** Files that leave the page: what the browser saves among its downloads. */

export interface Download {
  /** The name that the browser proposes. */
  readonly name: string;
  /** The media type. */
  readonly type: string;
  readonly content: string | Blob;
}

/** Has the browser save `file` where it saves downloads. */
export function save({ name, type, content }: Download): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // A browser may begin to read only after this: an address is cheap, and a minute is long enough.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
