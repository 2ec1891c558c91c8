/** What more than one view says of where a story can end and of what the sources say. */
export const tellingWords = {
  silences: 'What the sources do not say',
  canStillEnd: 'Endings',
};
