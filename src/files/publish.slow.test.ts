import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { recover } from './recover.ts';
import { addUserFiles, identities, publishVersion, snapshot } from './test-service.ts';

const root = mkdtempSync(join(tmpdir(), 'crash-'));
after(() => rmSync(root, { recursive: true }));
const outDir = join(root, 'shop');
const child = fileURLToPath(new URL('./test-crash.ts', import.meta.url));

interface Ended {
  readonly killed: boolean;
  readonly output: string;
  readonly milliseconds: number;
}

/** Runs the child; with `killAfter`, kills it that long after it has begun to publish. */
async function run(
  mode: 'publish' | 'recover',
  version: number,
  killAt: number,
  killAfter?: number,
): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  const process_ = spawn(process.execPath, [child, mode, outDir, String(version), String(killAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let started = 0;
  process_.stdout.on('data', (data: Buffer) => {
    if (output === '') {
      started = performance.now();
      if (killAfter !== undefined) setTimeout(() => process_.kill('SIGKILL'), killAfter);
    }
    output += data.toString();
  });
  process_.on('close', (_, signal) => {
    resolve({ killed: signal === 'SIGKILL', output, milliseconds: performance.now() - started });
  });
  return promise;
}

/** What the folder must hold with version `n`: made without any crash, with the same user files. */
async function expected(n: number): Promise<Map<string, string>> {
  const reference = join(root, `reference-${n}`, 'shop');
  await publishVersion(reference, n);
  addUserFiles(reference);
  return snapshot(reference);
}

test('kill -9 at any moment of a publication or of a recovery leaves the old or the new version', async () => {
  await publishVersion(outDir, 1);
  addUserFiles(outDir);
  const versions = [await expected(1), await expected(2)] as const;
  const mine = ['data/app.db', '.env', '.git/HEAD', 'src/mine/own.ts', 'README.md'];
  const before = identities(outDir);
  let holds = 0;
  const tally = { kills: 0, old: 0, new: 0 };

  const check = (what: string, killed: boolean): void => {
    const { value, diagnostics } = recover(outDir);
    assert.notEqual(value, undefined, what);
    assert.deepEqual(
      diagnostics.filter(({ code }) => code !== 'files/recovered'),
      [],
      what,
    );
    const now = snapshot(outDir);
    const isNew = now.get('src/part-0/main.ts') !== versions[holds]?.get('src/part-0/main.ts');
    if (isNew) holds = 1 - holds;
    assert.deepEqual(now, versions[holds], what);
    for (const path of mine)
      assert.equal(identities(outDir).get(path), before.get(path), `${what}: ${path}`);
    assert.deepEqual(
      readdirSync(root).filter((name) => name.startsWith('.')),
      [],
      what,
    );
    if (killed) tally.kills++;
    if (killed) tally[isNew ? 'new' : 'old']++;
  };

  const whole = await run('publish', 2 - holds, 0);
  check('no kill', whole.killed);
  const calls = Number(whole.output.split('\n')[1]);
  assert.ok(calls > 40, `${calls} calls`);
  for (let killAt = 1; killAt <= calls; killAt++) {
    const { killed } = await run('publish', 2 - holds, killAt);
    // Every third time the recovery is killed as well, and recovered.
    for (const at of killAt % 3 === 0 ? [1, 4, 9] : []) await run('recover', 0, at);
    check(`call ${killAt} of ${calls}`, killed);
  }
  for (let round = 0; round < 40; round++) {
    const { killed } = await run('publish', 2 - holds, 0, (whole.milliseconds * 1.2 * round) / 40);
    check(`random moment ${round}`, killed);
  }
  assert.ok(tally.kills >= 40 && tally.old >= 10 && tally.new >= 10, JSON.stringify(tally));
  console.log(
    `${tally.kills} kills: ${tally.old} left the old version, ${tally.new} the new one, none a mixture`,
  );
});
