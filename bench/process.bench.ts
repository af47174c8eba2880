import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProcesses, loadProcessStore } from '#process';
import type { Definition, Errand, EventStore, ProcessModel } from '#process';
import { type Bench, benchRow, type BenchRow } from './bench.ts';

const {
  checkSoundness,
  deployProcess,
  formulaMaker,
  memoryStore,
  ProcessHost,
  readBpmn,
  writeBpmn,
} = await loadProcesses();
const TASKS = 5;
/** Instances that are at work at the same time: they share the waits for the disk. */
const TOGETHER = 1000;

/** Processes: instances in a second, in memory and on disk, and what size costs. */
export const bench: Bench = {
  id: 'process',
  area: 'process',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'microforge-bench-'));
    try {
      return await rows(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function rows(folder: string): Promise<BenchRow[]> {
  const { sqliteStore } = await loadProcessStore();
  const definition = await deployed(chain(TASKS));
  play(definition, memoryStore(), 10_000);
  const memory = best(() => play(definition, memoryStore(), 40_000));
  let number = 0;
  let bytes = 0;
  const disk = best(() => {
    number += 1;
    const store = sqliteStore(join(folder, `${number}.db`));
    const rate = play(definition, store, 20_000);
    bytes = JSON.stringify(store.history('1')?.events).length / (TASKS + 1);
    store.close();
    return rate;
  });
  const [small, large] = [chain(500), chain(5000)];
  // The clock of processor time is coarse: as many tasks in all, in ten times as many processes.
  const growth = (work: (model: ProcessModel) => void) => {
    const repeated = (model: ProcessModel, times: number) =>
      best(() => {
        const seconds = time(() => {
          for (let count = 0; count < times; count += 1) work(model);
        });
        return 1 / seconds;
      });
    return repeated(small, 60) / repeated(large, 6);
  };
  const make = await formulaMaker();
  const run = (model: ProcessModel) => {
    const { value } = deployProcess(model, make);
    if (value) play(value, memoryStore(), 1);
  };
  const row = (id: string, value: number, unit: string, against: string, goal: string) =>
    benchRow({ id: `process/${id}`, area: 'process', value, unit, against, goal });
  const steps = (rate: number) => `${Math.round((rate * (TASKS + 1)) / 1000)} thousand steps/s`;
  return [
    row(
      'instances-in-memory',
      memory,
      'instances/CPU s',
      `five tasks each, ${steps(memory)}`,
      '>= 20000',
    ),
    row(
      'instances-durable',
      disk,
      'instances/CPU s',
      `five tasks each, group commit, ${steps(disk)}`,
      '>= 20000',
    ),
    row('bytes-per-step', bytes, 'bytes', 'an event of the log', '<= 1000'),
    row('growth-deploy-and-run', growth(run), '×', 'a task of 5,000 to one of 500', '<= 2'),
    row(
      'growth-soundness',
      growth((model) => void checkSoundness(model)),
      '×',
      'a task of 5,000 to one of 500',
      '<= 2',
    ),
    row(
      'growth-bpmn',
      growth((model) => void readBpmn(writeBpmn(model).value ?? '', 'x')),
      '×',
      'a task of 5,000 to one of 500',
      '<= 2',
    ),
  ];
}

/** Starts instances and does their jobs at once; gives instances in a second of processor time. */
function play(definition: Definition, store: EventStore, count: number): number {
  const open: [string, Errand][] = [];
  const host = new ProcessHost({
    store,
    clock: () => 0,
    carryOut: (errand, instance) => open.push([instance, errand]),
  });
  host.deploy(definition);
  const seconds = time(() => {
    let started = 0;
    let ended = 0;
    while (ended < count) {
      for (; started - ended < TOGETHER && started < count; started += 1)
        host.start(definition.process, { customer: 'Ada', amount: started });
      host.flush();
      for (const [instance, errand] of open.splice(0)) {
        if (errand.kind === 'end') ended += 1;
        else if (errand.kind === 'perform')
          host.tell(instance, { kind: 'complete', job: errand.job, data: { result: errand.job } });
      }
    }
  });
  return count / seconds;
}

function chain(length: number): ProcessModel {
  const ids = ['start', ...Array.from({ length }, (_, at) => `task${at}`), 'end'];
  return {
    formatVersion: 1,
    processes: [
      {
        id: 'chain',
        executable: true,
        nodes: ids.map((id) => ({
          id,
          type: id === 'start' ? 'startEvent' : id === 'end' ? 'endEvent' : 'serviceTask',
        })),
        flows: ids.slice(1).map((to, at) => ({ id: `f${at}`, from: ids[at] ?? '', to })),
      },
    ],
  };
}

async function deployed(model: ProcessModel): Promise<Definition> {
  const { value } = deployProcess(model, await formulaMaker());
  if (!value) throw new Error('the process of the benchmark cannot be deployed');
  return value;
}

/** Seconds of processor time. */
function time(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, user + system) / 1e6;
}

function best(measure: () => number): number {
  return Math.max(measure(), measure(), measure());
}
