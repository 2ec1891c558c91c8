/** Texts on open endings and on sources that several views share. */
export const tellingWords = {
  silences: 'What the sources do not say',
  canStillEnd: 'Endings',
};
