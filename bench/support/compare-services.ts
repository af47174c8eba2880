import { benchRow, type BenchRow } from '../bench.ts';
import { type Contestants, makeDatabases, startOn } from './contestants.ts';
import { putLoad } from './load.ts';
import { median } from './median.ts';
import { type Scenario, seedTasks } from './seed-tasks.ts';
import type { ServerProcess, Startable } from './server-process.ts';

const ROUNDS = 7;
const STARTS = 5;
const SECONDS = 1;
const CONNECTIONS = 8;

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

/**
 * Puts the same load on both in turn, and gives the ratios.
 * @param prefix of the ids of the rows, such as `service/python-`
 */
export async function compareServices(
  prefix: string,
  contestants: Contestants,
  folder: string,
): Promise<readonly BenchRow[]> {
  const files = await makeDatabases(contestants, folder);
  const starts = await startUps(contestants, files);
  const servers: ServerProcess[] = [];
  const enter = async (one: Startable, file: string): Promise<Contestant> => {
    const server = await startOn(one, file);
    servers.push(server);
    return { server, ...(await seedTasks(server.url)) };
  };
  try {
    const ours = await enter(contestants.ours, files[0]);
    const rival = await enter(contestants.rival, files[1]);
    const rows = await underLoad(prefix, contestants.name, ours, rival);
    const memory: Both = [ours.server.residentMegabytes(), rival.server.residentMegabytes()];
    const row = (id: string, [one, two]: Both, goal: string, shown: (value: number) => string) =>
      benchRow({
        id: `${prefix}${id}`,
        area: 'service',
        value: one / two,
        unit: '×',
        against: `${contestants.name}: ${shown(one)} to ${shown(two)}`,
        goal,
      });
    return [
      ...rows,
      row('memory', memory, '<= 1.25', (value) => `${value.toFixed(0)} MB after the load`),
      row('start-up', starts, '<= 2', (value) => `${value.toFixed(2)} s`),
      row('size', contestants.megabytes, '<= 2', (value) => `${value.toFixed(1)} MB`),
    ];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

type Both = readonly [ours: number, rival: number];

/** The middle of several starts on tables that are there. */
async function startUps(
  { ours, rival }: Contestants,
  files: readonly [string, string],
): Promise<Both> {
  const seconds: [number[], number[]] = [[], []];
  for (let round = 0; round < STARTS; round += 1) {
    for (const [at, one] of [ours, rival].entries()) {
      const server = await startOn(one, files[at] ?? '');
      seconds[at]?.push(server.readySeconds);
      await server.stop();
    }
  }
  return [median(seconds[0]), median(seconds[1])];
}

async function underLoad(
  prefix: string,
  name: string,
  ours: Contestant,
  rival: Contestant,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [index, scenario] of ours.scenarios.entries()) {
    await slice(ours, index);
    await slice(rival, index);
    const pairs: (readonly [Slice, Slice])[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Whoever comes first changes, so that what slows the machine for a while hits both.
      const first = round % 2 === 0 ? await slice(ours, index) : undefined;
      const theirs = await slice(rival, index);
      pairs.push([first ?? (await slice(ours, index)), theirs]);
    }
    rows.push(...rowsOf(`${prefix}${scenario.name}`, name, pairs));
  }
  return rows;
}

function rowsOf(id: string, name: string, pairs: readonly (readonly [Slice, Slice])[]): BenchRow[] {
  const row = (what: keyof Slice, kind: string, goal: string, show: (value: number) => string) =>
    benchRow({
      id: `${id}-${kind}`,
      area: 'service',
      value: median(pairs.map(([ours, rival]) => ours[what] / rival[what])),
      unit: '×',
      against: `${name}: ${show(median(pairs.map(([ours]) => ours[what])))} to ${show(median(pairs.map(([, rival]) => rival[what])))}`,
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
