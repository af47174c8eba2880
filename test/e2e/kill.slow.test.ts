import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Workplace } from './support/command-line.ts';
import { contentOf } from './support/folder-content.ts';

const work = new Workplace();
after(() => work.remove());

/** How often each way of forging is killed, at moments spread over the time that it takes. */
const KILLS = 14;
const OF_GATES_SECONDS = 5;

const library = (more: string) => `# Library

## Book
- title (string, required)
- isbn (string, unique)
${more}`;

const versions: ReadonlyMap<string, string>[] = [];
const forge = (version: number, out: string, ...more: string[]) => [
  'forge',
  `v${version}.md`,
  '--out',
  out,
  ...more,
];
/** Reports come with verified versions only: they are no part of what is compared. */
const content = () =>
  new Map([...contentOf(work.path('service'))].filter(([path]) => !path.includes('verification/')));

before(async () => {
  // The tables are the same: a change of those adds a migration, so that no version comes twice.
  writeFileSync(work.path('v0.md'), library('- shelf (string)\n'));
  writeFileSync(work.path('v1.md'), library('- shelf (string, max length 40)\n'));
  for (const version of [0, 1]) {
    // The same name for both, below different folders: the folder's name must not matter.
    const { code, stderr } = await work.run(forge(version, 'service', '--no-verify'));
    assert.equal(code, 0, stderr);
    versions.push(content());
  }
  assert.notDeepEqual(versions[0], versions[1]);
});

/** Which version the folder holds, complete, after the next command; nothing else may be left. */
async function versionAfterKill(what: string): Promise<number> {
  // The folder may be missing for the moment between two renames, never anything else.
  const right = versions.some((version) => sameContent(version));
  assert.ok(right || !existsSync(work.path('service')), `${what}: a mixture`);
  const next = await work.run(['verify', 'service', '--gate', 'artefacts']);
  assert.ok(!next.stderr.includes('internal-error'), `${what}: ${next.stderr}`);
  const holds = versions.findIndex((version) => sameContent(version));
  assert.notEqual(holds, -1, `${what}: neither the old version nor the new one`);
  const beside = readdirSync(work.path()).filter((name) => name.startsWith('.'));
  assert.deepEqual(beside, [], `${what}: left beside the service`);
  assert.deepEqual(await work.strayProcesses(), [], `${what}: left running`);
  assert.deepEqual(await work.strayFiles(), [], `${what}: left in the folder for temporary files`);
  return holds;
}

function sameContent(version: ReadonlyMap<string, string>): boolean {
  const now = existsSync(work.path('service')) ? content() : new Map<string, string>();
  return now.size === version.size && [...now].every(([path, hash]) => version.get(path) === hash);
}

/** Kills a command so long after it has begun, or after it has printed something; false if it was quicker. */
async function killAt(
  milliseconds: number,
  args: readonly string[],
  after?: string,
): Promise<boolean> {
  const running = work.start(args);
  const printed = after === undefined ? Promise.resolve() : running.printed(after);
  const ended = running.ended.then(() => true);
  const inTime = await Promise.race([ended, printed.then(() => delay(milliseconds, false))]);
  if (!inTime) running.process.kill('SIGKILL');
  await running.ended;
  return !inTime;
}

it('kill -9 while forging without gates leaves the old version or the new one', async () => {
  let holds = await versionAfterKill('before');
  const tally = { old: 0, new: 0, late: 0 };
  for (let round = 0; round < KILLS; round += 1) {
    const args = forge(1 - holds, 'service', '--no-verify', '--json');
    // Some before it writes anything, most while it stages and publishes.
    const killed =
      round % 4 === 0
        ? await killAt(100 + 30 * round, args)
        : await killAt(10 * round, args, round % 2 === 0 ? '"publish"' : '"generate"');
    const now = await versionAfterKill(`round ${round}`);
    if (!killed) tally.late += 1;
    else tally[now === holds ? 'old' : 'new'] += 1;
    holds = now;
  }
  console.log(`without gates: ${JSON.stringify(tally)}`);
  assert.equal(tally.old + tally.new + tally.late, KILLS);
  // A quick machine may have published before the kill: the proof needs most of them in time.
  assert.ok(tally.old + tally.new >= 8, JSON.stringify(tally));
});

it('kill -9 while gates run leaves the old version, no process and no temporary file', async () => {
  const holds = await versionAfterKill('before');
  let kills = 0;
  for (let round = 0; round < KILLS; round += 1) {
    const moment = 300 + (OF_GATES_SECONDS * 1000 * round) / KILLS;
    if (await killAt(moment, forge(1 - holds, 'service'))) kills += 1;
    assert.equal(await versionAfterKill(`killed after ${Math.round(moment)} ms`), holds);
  }
  console.log(`with gates: ${kills} kills`);
  assert.equal(kills, KILLS);
});
