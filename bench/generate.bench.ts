import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/root.ts';
import { type Bench, benchRow, type BenchRow } from './bench.ts';
import { largePrd } from './large-prd.ts';
import { largeProse } from './large-prose.ts';
import { forgeForBench } from './support/forge-for-bench.ts';
import { installedForBench } from './support/installed-for-bench.ts';
import { median } from './support/median.ts';
import { runTimed } from './support/run-timed.ts';
import { secondsToAnswer } from './support/seconds-to-answer.ts';

const ROUNDS = 7;
const tasks = join(root, 'bench/requirements/tasks.md');

/** From requirements to files, and to the first answer of the service. */
export const bench: Bench = {
  id: 'generate',
  area: 'generate',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-generate-'));
    try {
      const installed = await installedForBench(join(folder, 'installed'));
      return [
        await againstNode(folder, installed, 'three-entities', 'installed'),
        await againstNode(
          folder,
          join(root, 'bin/microforge.js'),
          'from-sources',
          'from the sources',
        ),
        ...(await sizes(folder, installed)),
        await prose(folder, installed),
        ...(await firstAnswers(folder)),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Three entities against the start of Node itself, in turns. */
async function againstNode(
  folder: string,
  bin: string,
  id: string,
  what: string,
): Promise<BenchRow> {
  const forge = (round: number) =>
    runTimed([bin, 'forge', tasks, '--no-verify', '--out', join(folder, `${id}-${round}`)]);
  // The first fills Node's cache of compiled code.
  await forge(-1);
  const pairs: (readonly [number, number])[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await forge(round);
    const node = await runTimed(['-e', '0']);
    pairs.push([ours.seconds, node.seconds]);
  }
  const ours = median(pairs.map(([seconds]) => seconds));
  const node = median(pairs.map(([, seconds]) => seconds));
  return benchRow({
    id: `generate/${id}`,
    area: 'generate',
    value: median(pairs.map(([mine, nodes]) => mine / nodes)),
    unit: '×',
    against: `node -e 0: ${milliseconds(ours)} to ${milliseconds(node)}, ${what}`,
    goal: '<= 6',
  });
}

/** 10, 100 and 1,000 entities: time, memory, and whether both grow no faster than the input. */
async function sizes(folder: string, bin: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const seconds = new Map<number, number>();
  for (const entities of [10, 100, 1000]) {
    const prd = join(folder, `prd-${entities}.md`);
    writeFileSync(prd, largePrd(entities));
    const forge = (name: string, memory: boolean) =>
      runTimed([bin, 'forge', prd, '--no-verify', '--out', join(folder, `${name}-${entities}`)], {
        memory,
      });
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1)
      times.push((await forge(`time-${round}`, false)).seconds);
    const time = median(times);
    seconds.set(entities, time);
    const { peakMegabytes } = await forge('memory', true);
    // The issue sets limits for the largest; what is smaller has to stay below them too.
    rows.push(
      figure(`${entities}-entities-time`, time, 's', '< 5'),
      figure(`${entities}-entities-memory`, peakMegabytes, 'MB', '< 300'),
    );
  }
  const perEntity = (entities: number) => (seconds.get(entities) ?? 0) / entities;
  rows.push(
    benchRow({
      id: 'generate/growth',
      area: 'generate',
      value: perEntity(1000) / perEntity(100),
      unit: '×',
      against: `time per entity at 1,000 and at 100: ${milliseconds(perEntity(1000))} to ${milliseconds(perEntity(100))}`,
      goal: '<= 1.5',
    }),
  );
  return rows;
}

/** The longest requirements that are read at all, of sentences that demand much. */
async function prose(folder: string, bin: string): Promise<BenchRow> {
  const path = join(folder, 'prose.md');
  writeFileSync(path, largeProse(1_000_000));
  const { seconds } = await runTimed([bin, 'blueprint', path], { codes: [0, 1] });
  return figure('one-megabyte-of-prose', seconds, 's', '< 10', 'a limit of our own');
}

/** From the command line to the first answer, with the packages of the service in the cache. */
async function firstAnswers(folder: string): Promise<BenchRow[]> {
  await forgeForBench(join(folder, 'cached'));
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1)
    times.push(await secondsToAnswer(join(folder, `answer-${round}`), ['--no-verify']));
  return [
    figure('first-answer', median(times), 's', '<= 3'),
    figure(
      'first-verified-answer',
      await secondsToAnswer(join(folder, 'verified'), []),
      's',
      '<= 45',
    ),
  ];
}

function figure(
  id: string,
  value: number,
  unit: string,
  goal: string,
  against = 'the limit in the issue',
): BenchRow {
  return benchRow({ id: `generate/${id}`, area: 'generate', value, unit, against, goal });
}

const milliseconds = (seconds: number) => `${(seconds * 1000).toFixed(1)} ms`;
