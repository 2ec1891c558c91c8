/** How long something takes, for tests that hold a time to grow with the length of a text and no faster. */

/** The median of `runs` runs of `act`, in milliseconds. The first run, in which code is compiled, is not counted. */
export function milliseconds(act: () => unknown, runs = 5): number {
  act();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}
