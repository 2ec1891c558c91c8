/** Messages of an embed about invalid options, and the documentation of each option. */
export const optionWords = {
  tooLong: 'The options in this address are too long. The embed does not use them.',
  unknown: (name: string): string => `This embed has no option “${name}”.`,
  /** `allowed` is one of the phrases below; `value` is the value used instead, or empty. */
  refused: (name: string, text: string, allowed: string, value: string): string =>
    `The option “${name}” cannot be “${text}”: ${allowed}. Here it is ${value === '' ? 'left empty' : `“${value}”`}.`,
  oneOf: (values: readonly string[]): string =>
    values.length > 1 ? `it is one of ${values.join(', ')}` : `there is only ${values.join()}`,
  count: (most: number): string => `it is a whole number from 0 to ${most}`,
  word: (longest: number): string => `it is at most ${longest} letters, digits and the signs . - _ ~`,
};
