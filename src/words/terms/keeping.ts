/** Reasons why the reader’s work is not stored on this device. */
export const UNKEPT: Readonly<Record<string, string>> = {
  blocked: 'this browser does not let the page keep anything, as some do in private windows.',
  full: 'there is no room left in this browser.',
  newer: 'another tab holds a newer version of this page. Reload this one.',
  framed: 'this page is shown inside another page.',
};
