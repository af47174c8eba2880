import { join } from 'node:path';
import { type Bench, type BenchRow, benchRow } from './bench.ts';
import { median } from './support/median.ts';
import { startNats } from './support/nats-server.ts';
import { startSlices } from './support/slice-process.ts';

const ROUNDS = 9;
const CALLS = 10_000;

/**
 * A component called over NATS, 64 calls at a time, against Moleculer and against the client's own request:
 * processor time of both sides, without the server's, which is the same for all.
 */
export const bench: Bench = {
  id: 'runtime/nats',
  area: 'runtime',
  async run() {
    const server = await startNats();
    if (server === undefined) return unavailable('nats-server is not installed');
    const folder = join(import.meta.dirname, 'rivals/nats');
    const env = { NATS_URL: server.url };
    const all = await Promise.all(
      ['runtime.ts', 'moleculer.mjs', 'client.mjs'].map((file) =>
        startSlices(join(folder, file), env),
      ),
    );
    try {
      // The first slices compile.
      for (let warm = 0; warm < 4; warm += 1) for (const each of all) await each.slice(CALLS);
      const rounds: number[][] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const row: number[] = [];
        for (const each of all) row.push(await each.slice(CALLS));
        rounds.push(row);
      }
      const micros = (which: number) => median(rounds.map((row) => row[which] ?? 0)).toFixed(1);
      const ratio = (which: number) =>
        median(rounds.map((row) => (row[which] ?? 0) / (row[0] ?? Infinity)));
      const against = (name: string, which: number) =>
        `${name}: ${micros(0)} to ${micros(which)} µs of processor time per call`;
      const common = { area: 'runtime', unit: '×' };
      return [
        benchRow({
          ...common,
          id: 'runtime/nats-moleculer',
          value: ratio(1),
          against: against('Moleculer 0.15 over NATS', 1),
          goal: '>= 1',
        }),
        benchRow({
          ...common,
          id: 'runtime/nats-request',
          value: ratio(2),
          against: against("the NATS client's own request", 2),
          goal: '>= 2',
        }),
      ];
    } finally {
      await Promise.all(all.map((each) => each.stop()));
      await server.stop();
    }
  },
};

const unavailable = (reason: string): BenchRow[] =>
  ['runtime/nats-moleculer', 'runtime/nats-request'].map((id) => ({
    id,
    area: 'runtime',
    value: 0,
    unit: '×',
    against: '',
    goal: '',
    holds: false,
    unavailable: reason,
  }));
