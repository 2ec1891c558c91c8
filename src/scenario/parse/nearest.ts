/** What somebody who wrote an unknown name probably meant. */

const LOOKED_AT = 1_000;

/** The one of `names` that is fewest slips away from `name`, at most one for every four letters and three in all; or nothing. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.min(3, Math.floor(name.length / 4)) + 1;
  let looked = 0;
  for (const candidate of names) {
    if (++looked > LOOKED_AT || name.length > 64) break;
    if (Math.abs(candidate.length - name.length) >= fewest) continue;
    const slips = distance(name.toLowerCase(), candidate.toLowerCase());
    if (slips >= fewest) continue;
    fewest = slips;
    best = candidate;
  }
  return best;
}

/** How many letters have to be put in, left out or changed (Levenshtein 1966; Wagner and Fischer 1974, one row at a time). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
