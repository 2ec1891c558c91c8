/** How long something takes, for tests that hold a time to grow with the length of a text and no faster. */

/**
 * The median of `runs` runs of `act`, in milliseconds of this process: what else the machine does meanwhile does not
 * count. The first run, in which code is compiled, does not count either.
 */
export function milliseconds(act: () => unknown, runs = 5): number {
  act();
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}
