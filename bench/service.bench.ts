import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, benchRow, type BenchRow } from './bench.ts';
import { forgeForBench } from './support/forge-for-bench.ts';
import { putLoad } from './support/load.ts';
import { median } from './support/median.ts';
import { type Scenario, seedTasks } from './support/seed-tasks.ts';
import { type ServerProcess, startServer } from './support/server-process.ts';

const ROUNDS = 7;
const SECONDS = 1;
const CONNECTIONS = 8;
const handwritten = 'the hand-written Fastify service';

/** One measured slice of load. */
interface Slice {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly cpuPerRequest: number;
}

interface Contestant {
  readonly server: ServerProcess;
  readonly token: string;
  readonly scenarios: readonly Scenario[];
}

/** The generated service against one written by hand that runs the same SQL on the same tables. */
export const bench: Bench = {
  id: 'service/handwritten',
  area: 'service',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-service-'));
    const servers: ServerProcess[] = [];
    const enter = async (args: readonly string[], cwd: string, env: Record<string, string>) => {
      const server = await startServer(args, { cwd, env });
      servers.push(server);
      return { server, ...(await seedTasks(server.url)) };
    };
    try {
      const forged = await forgeForBench(join(folder, 'workshop'));
      const ours = await enter(forged.start, forged.directory, {
        DATABASE_FILE: join(folder, 'ours.db'),
        RATE_LIMIT_PER_MINUTE: '1000000000',
      });
      const rival = await enter(
        [join(import.meta.dirname, 'rivals/handwritten/server.mjs')],
        folder,
        {
          DATABASE_FILE: join(folder, 'rival.db'),
          MIGRATION: forged.migration,
        },
      );
      return await compare(ours, rival);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function compare(ours: Contestant, rival: Contestant): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [index, { name }] of ours.scenarios.entries()) {
    await slice(ours, index);
    await slice(rival, index);
    const pairs: (readonly [Slice, Slice])[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Whoever comes first changes, so that what slows the machine for a while hits both.
      const first = round % 2 === 0 ? await slice(ours, index) : undefined;
      const theirs = await slice(rival, index);
      pairs.push([first ?? (await slice(ours, index)), theirs]);
    }
    rows.push(...rowsOf(name, pairs));
  }
  const memory = ours.server.residentMegabytes() / rival.server.residentMegabytes();
  rows.push(
    benchRow({
      id: 'service/memory',
      area: 'service',
      value: memory,
      unit: '×',
      against: `${handwritten}: ${ours.server.residentMegabytes().toFixed(0)} MB to ${rival.server.residentMegabytes().toFixed(0)} MB after the load`,
      goal: '<= 1.25',
    }),
  );
  return rows;
}

function rowsOf(name: string, pairs: readonly (readonly [Slice, Slice])[]): BenchRow[] {
  const row = (what: keyof Slice, id: string, goal: string, show: (value: number) => string) =>
    benchRow({
      id: `service/${name}-${id}`,
      area: 'service',
      value: median(pairs.map(([ours, rival]) => ours[what] / rival[what])),
      unit: '×',
      against: `${handwritten}: ${show(median(pairs.map(([ours]) => ours[what])))} to ${show(median(pairs.map(([, rival]) => rival[what])))}`,
      goal,
    });
  return [
    row('perSecond', 'throughput', '>= 0.8', (value) => `${value.toFixed(0)}/s`),
    row('p99Ms', 'p99', '<= 1.25', (value) => `${value.toFixed(2)} ms`),
    row('cpuPerRequest', 'cpu', '<= 1.25', (value) => `${(value * 1e6).toFixed(0)} µs/request`),
  ];
}

async function slice({ server, token, scenarios }: Contestant, index: number): Promise<Slice> {
  const before = server.cpuSeconds();
  const { ok, perSecond, p99Ms } = await putLoad({
    url: server.url,
    token,
    requests: scenarios[index]?.requests ?? [],
    connections: CONNECTIONS,
    seconds: SECONDS,
  });
  return { perSecond, p99Ms, cpuPerRequest: (server.cpuSeconds() - before) / ok };
}
