/** Exact non-negative fractions. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };
export const ONE: Fraction = { over: 1n, under: 1n };

/** The greatest common divisor (Euclid); that of 0 and a number is the number. */
export function gcd(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b) [a, b] = [b, a % b];
  return a;
}

/** `over / under` in lowest terms; `under` is not 0. */
export function fraction(over: bigint, under: bigint): Fraction {
  const common = gcd(over, under);
  return { over: over / common, under: under / common };
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
export const divided = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over);
export const less = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;

export const same = (a: Fraction, b: Fraction): boolean => a.over === b.over && a.under === b.under;

/** A fraction of at most 1 as a number to draw with: right to 15 places, however long its parts are. */
export const toNumber = ({ over, under }: Fraction): number => Number((over << 60n) / under) / 2 ** 60;

/** As it is written: `7/180`, or a whole number. */
export const formatFraction = ({ over, under }: Fraction): string =>
  under === 1n ? `${over}` : `${over}/${under}`;

/**
 * Reads a non-negative rational: a number, taken as the decimal it is written as, or text such as `"3/10"` or `"0.25"`.
 * Gives null for anything else.
 */
export function readFraction(value: unknown): Fraction | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > 100) return null;
  const ratio = /^(\d+)\/(\d+)$/.exec(text);
  if (ratio) {
    const under = BigInt(ratio[2] ?? '');
    return under === 0n ? null : fraction(BigInt(ratio[1] ?? ''), under);
  }
  const decimal = /^(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/.exec(text);
  if (!decimal) return null;
  const [, whole = '', part = '', power = '0'] = decimal;
  const shift = Number(power) - part.length;
  const digits = BigInt(whole + part);
  return shift >= 0 ? fraction(digits * 10n ** BigInt(shift), 1n) : fraction(digits, 10n ** BigInt(-shift));
}
