import './assert-node.mjs';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyService } from '#verify';
import type { Verification } from '#verify';
import { workshop } from '../test/fixtures/workshop.ts';
import { randomBlueprint } from '../test/support/random-blueprint.ts';
import { writeService } from '../test/support/write-service.ts';
import { allMutants } from './mutants/all-mutants.ts';
import { applyMutant, type Mutant } from './mutants/mutant.ts';

/*
 * npm run mutants [-- --group NAME --only WORD --clean N]: plants faults in a generated service, one at a
 * time, and says which gate sees each; then verifies services without faults, in which no gate may see one.
 */

/** Tried until one is red: first what sees most, last the tests that the service brings itself. */
const STAGES = [['behaviour'], ['boot', 'contract', 'fuzz', 'abuse'], ['tests']];
/** Only this gate starts a service anew and with wrong settings. */
const STARTING = ['src/start.ts', 'src/config.ts'];
const WANTED = 0.95;

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'typescript' },
    group: { type: 'string' },
    only: { type: 'string' },
    clean: { type: 'string', default: '20' },
  },
});
const root = mkdtempSync(join(tmpdir(), 'microforge-mutants-'));
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());

try {
  const groups = allMutants[values.target];
  if (!groups) throw new Error(`There are no mutants of ${values.target}.`);
  const chosen = Object.entries(groups)
    .filter(([group]) => group === (values.group ?? group))
    .flatMap(([, mutants]) => mutants)
    .filter(({ name, file }) => `${file} ${name}`.includes(values.only ?? ''));
  const missed = await plantAll(chosen);
  const alarms = await verifyClean(Number(values.clean));
  process.exitCode = missed || alarms > 0 ? 1 : 0;
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** True when too many were not caught. */
async function plantAll(mutants: readonly Mutant[]): Promise<boolean> {
  if (mutants.length === 0) return false;
  const base = join(root, 'base');
  await writeService(workshop(), base, values.target);
  const clean = await seenBy(base, STAGES);
  if (clean !== undefined) throw new Error(`Without a fault it is red already: ${clean.said}`);
  const caught = new Map<string, number>();
  let next = 0;
  const lane = async (number: number) => {
    while (next < mutants.length) {
      const mutant = mutants[next];
      next += 1;
      if (!mutant) return;
      const { gate, said } = await plant(mutant, base, join(root, `lane-${number}`));
      caught.set(gate, (caught.get(gate) ?? 0) + 1);
      console.log(`${gate.padEnd(10)} ${mutant.file}: ${mutant.name}  ← ${said}`);
    }
  };
  await Promise.all([lane(1), lane(2)]);
  const missed = caught.get('MISSED') ?? 0;
  const share = 1 - missed / mutants.length;
  const byGate = [...caught].map(([gate, count]) => `${gate} ${count}`).join(', ');
  console.log(`${mutants.length} mutants, ${(share * 100).toFixed(1)} % caught (${byGate})`);
  return share < WANTED;
}

interface Seen {
  readonly gate: string;
  /** The first of its findings. */
  readonly said: string;
}

/** The gate that sees the fault, and what it says. */
async function plant(mutant: Mutant, base: string, directory: string): Promise<Seen> {
  cpSync(base, directory, { recursive: true });
  const file = join(directory, mutant.file);
  writeFileSync(file, applyMutant(mutant, readFileSync(file, 'utf8')));
  const stages = STARTING.includes(mutant.file) ? STAGES.slice(1) : STAGES;
  try {
    return (await seenBy(directory, stages)) ?? { gate: 'MISSED', said: 'nothing' };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function seenBy(
  directory: string,
  stages: readonly (readonly string[])[],
): Promise<Seen | undefined> {
  for (const gates of stages) {
    const red = (await verify(directory, gates)).gates.find(({ verdict }) => verdict === 'failed');
    const [finding] = red?.findings.filter(({ severity }) => severity === 'error') ?? [];
    // A busy machine ends a gate, too: that is no sight of the fault.
    if (finding?.code === 'verify/gate-timeout') continue;
    if (red) return { gate: red.name, said: finding?.message.slice(0, 200) ?? '' };
  }
  return undefined;
}

/** How many services without faults are not verified. */
async function verifyClean(count: number): Promise<number> {
  let alarms = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const directory = join(root, `clean-${seed}`);
    await writeService(randomBlueprint(seed), directory, values.target);
    const { verdict, gates } = await verify(directory);
    const findings = gates.flatMap((gate) =>
      gate.findings.map(({ message }) => `${gate.name}: ${message}`),
    );
    console.log(`clean service ${seed}: ${[verdict, ...findings.slice(0, 5)].join('\n  ')}`);
    if (verdict === 'failed') alarms += 1;
    rmSync(directory, { recursive: true });
  }
  if (count > 0) console.log(`${count} clean services, ${alarms} false alarms`);
  return alarms;
}

async function verify(directory: string, gates?: readonly string[]): Promise<Verification> {
  const { signal } = stop;
  const { value, diagnostics } = await verifyService({
    directory,
    signal,
    stopAtFirst: gates !== undefined,
    slots: gates === undefined ? 2 : 1,
    ...(gates && { gates }),
  });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}
