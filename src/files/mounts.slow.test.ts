import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { currentReader } from './current-reader.ts';
import { planUpdate } from './plan-update.ts';
import { publish, type PublishOptions } from './publish.ts';
import { recover } from './recover.ts';
import { discard, stage } from './stage.ts';
import { stageUpdate } from './stage-update.ts';
import { addUserFiles, prepare, publishVersion, snapshot, versionTree } from './test-service.ts';

const root = mkdtempSync(join(tmpdir(), 'mounts-'));
const mounted: string[] = [];
after(() => {
  for (const path of mounted.toReversed()) spawnSync('umount', [path]);
  rmSync(root, { recursive: true });
});

/** A small file system of its own at `path`; false where this may not be made (needs root). */
function mount(path: string, size: string): boolean {
  mkdirSync(path, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]).status !== 0)
    return false;
  mounted.push(path);
  return true;
}

/** Leaves `bytes` free. */
function fill(dir: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(dir);
  writeFileSync(join(dir, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
}

test('a disk that fills up at any point raises files/disk-full and leaves the old version', async (t) => {
  const disk = join(root, 'small');
  if (!mount(disk, '2m')) return t.skip('mounting needs root');
  const outDir = join(disk, 'shop');
  await publishVersion(outDir, 1);
  addUserFiles(outDir);
  const before = snapshot(outDir);
  const seen = { full: 0, published: 0 };
  for (let free = 0; free <= 40; free++) {
    const staging = stage(outDir);
    const plan = planUpdate({
      base: undefined,
      next: versionTree(2),
      readCurrent: currentReader(join(root, 'none')),
    });
    assert.ok(staging.value);
    fill(disk, free * 4096);
    const staged = stageUpdate(staging.value, plan, { blueprint: '{}' });
    if (staged.value === undefined) {
      assert.equal(staged.diagnostics[0]?.code, 'files/disk-full', `${free} blocks`);
      seen.full++;
    } else seen.published++;
    discard(staging.value);
    rmSync(join(disk, 'filler'));
    assert.deepEqual(snapshot(outDir), before);
    assert.deepEqual(readdirSync(disk), ['shop']);
  }
  assert.ok(seen.full > 5 && seen.published > 5, JSON.stringify(seen));

  for (const step of ['start', 'locked', 'linked', 'synced'] as const) {
    const { staging, plan } = prepare(outDir, 2);
    const options: PublishOptions = { onStep: (now) => (now === step ? fill(disk, 0) : undefined) };
    const { value, diagnostics } = await publish(staging, plan, options);
    rmSync(join(disk, 'filler'));
    // Hard links and renames may need no block at all; then it is simply published.
    if (value === undefined) assert.equal(diagnostics[0]?.code, 'files/disk-full', step);
    assert.deepEqual(recover(outDir), { value: 'clean', diagnostics: [] });
    assert.deepEqual(readdirSync(disk), ['shop'], step);
    if (value === undefined) assert.deepEqual(snapshot(outDir), before, step);
    else assert.equal(await publishVersion(outDir, 1), 'updated');
  }
});

test('a mount point, as the folder or in it, raises files/other-file-system and is left alone', async (t) => {
  const outDir = join(root, 'volume');
  if (!mount(outDir, '1m')) return t.skip('mounting needs root');
  const first = prepare(outDir, 1);
  const refused = await publish(first.staging, first.plan);
  assert.deepEqual(
    refused.diagnostics.map(({ code }) => code),
    ['files/other-file-system'],
  );
  assert.deepEqual(readdirSync(outDir), []);

  const shop = join(root, 'shop');
  await publishVersion(shop, 1);
  assert.ok(mount(join(shop, 'data'), '1m'));
  writeFileSync(join(shop, 'data/app.db'), 'rows');
  const before = snapshot(shop);
  const second = prepare(shop, 2);
  const result = await publish(second.staging, second.plan);
  assert.deepEqual(
    result.diagnostics.map(({ code }) => code),
    ['files/other-file-system'],
  );
  assert.deepEqual(snapshot(shop), before);
  assert.deepEqual(
    readdirSync(root).filter((name) => name.startsWith('.')),
    [],
  );
});
