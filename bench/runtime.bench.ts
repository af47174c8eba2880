import { join } from 'node:path';
import { type Bench, benchRow } from './bench.ts';
import { median } from './support/median.ts';
import { startSlices } from './support/slice-process.ts';

const ROUNDS = 9;
const CALLS = 40_000;

/** The full middleware chain in process, against Moleculer with the same features on. */
export const bench: Bench = {
  id: 'runtime/chain',
  area: 'runtime',
  async run() {
    const folder = join(import.meta.dirname, 'rivals/chain');
    const ours = await startSlices(join(folder, 'runtime.ts'));
    const rival = await startSlices(join(folder, 'moleculer.mjs'));
    try {
      // The first slices compile.
      for (const each of [ours, rival])
        for (let warm = 0; warm < 3; warm += 1) await each.slice(CALLS);
      const pairs: (readonly [number, number])[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        pairs.push([await ours.slice(CALLS), await rival.slice(CALLS)]);
      }
      const micros = (which: 0 | 1) => median(pairs.map((pair) => pair[which])).toFixed(2);
      return [
        benchRow({
          id: 'runtime/chain',
          area: 'runtime',
          value: median(pairs.map(([mine, theirs]) => theirs / mine)),
          unit: '×',
          against: `Moleculer 0.15: ${micros(0)} to ${micros(1)} µs of processor time per call`,
          goal: '>= 5',
        }),
      ];
    } finally {
      await Promise.all([ours.stop(), rival.stop()]);
    }
  },
};
