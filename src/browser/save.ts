/** Saves files to the downloads of the browser. */

export interface Download {
  /** The name that the browser proposes. */
  readonly name: string;
  /** The media type. */
  readonly type: string;
  readonly content: string | Blob;
}

/** Saves a file to the downloads. */
export function save({ name, type, content }: Download): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser may start reading later, so the address stays valid for a minute.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
