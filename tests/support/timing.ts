/** Measures durations, for tests that run time is at most linear in the length of a text. */

/**
 * The minimum CPU time of `runs` runs of `act`, in milliseconds; other load on the machine only adds to it. The first
 * run, in which code is compiled, does not count.
 */
export function milliseconds(act: () => unknown, runs = 5): number {
  act();
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}
