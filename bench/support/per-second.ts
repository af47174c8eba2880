const ROUNDS = 8;
const ROUND_MS = 400;

/**
 * Calls in a second of processor time (all threads), in the best of some rounds; the first ones warm up. The clock is
 * looked at after `together` calls.
 */
export async function perSecond(run: (at: number) => unknown, together = 64): Promise<number> {
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage().user;
    const started = performance.now();
    let count = 0;
    while (performance.now() - started < ROUND_MS) {
      for (let call = 0; call < together; call += 1) {
        const answer = run(count);
        if (answer instanceof Promise) await answer;
        count += 1;
      }
    }
    best = Math.max(best, count / ((process.cpuUsage().user - before) / 1e6));
  }
  return best;
}
