import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { publish } from './publish.ts';
import { readPristine } from './read-pristine.ts';
import { discard } from './stage.ts';
import { prepare, publishVersion, snapshot } from './test-service.ts';
import { writeConflicts } from './write-conflicts.ts';

const root = mkdtempSync(join(tmpdir(), 'conflicts-'));
after(() => rmSync(root, { recursive: true }));

test('from edit to conflict to resolution: the version that runs stays until there is none left', async () => {
  const outDir = join(root, 'shop');
  const path = join(outDir, 'src/part-2/main.ts');
  await publishVersion(outDir, 1);
  writeFileSync(path, 'my own line\n');
  const before = snapshot(outDir);

  const { staging, plan } = prepare(outDir, 2);
  discard(staging);
  assert.deepEqual(
    plan.diagnostics.map(({ code }) => code),
    ['files/merge-conflict'],
  );
  const written = writeConflicts(outDir, plan, readPristine(outDir).value);
  assert.deepEqual(written, { value: ['src/part-2/main.ts.conflict'], diagnostics: [] });
  const now = snapshot(outDir);
  assert.match(now.get('src/part-2/main.ts.conflict') ?? '', /<<<<<<< yours\nmy own line\n/);
  for (const [name, content] of before) {
    if (name !== '.microforge/pristine.json') assert.equal(now.get(name), content, name);
  }
  assert.deepEqual(readPristine(outDir).value?.files.length, 11);

  writeFileSync(`${path}.conflict`, 'my own line in version 2\n');
  const resolved = prepare(outDir, 2);
  assert.deepEqual(resolved.plan.diagnostics, []);
  assert.equal((await publish(resolved.staging, resolved.plan)).value, 'updated');
  assert.equal(readFileSync(path, 'utf8'), 'my own line in version 2\n');
  assert.deepEqual(readdirSync(join(outDir, 'src/part-2')), ['main.ts']);
  assert.equal(readFileSync(join(outDir, 'src/part-3/main.ts'), 'utf8'), 'version 2 part 3\n');
  assert.equal(await publishVersion(outDir, 2), 'unchanged');
});

test(
  'side files that can not be written are a diagnostic',
  { skip: process.platform !== 'linux' },
  async () => {
    const outDir = join(root, 'other');
    await publishVersion(outDir, 1);
    writeFileSync(join(outDir, 'src/part-2/main.ts'), 'my own line\n');
    const { staging, plan } = prepare(outDir, 2);
    discard(staging);
    const result = writeConflicts('/proc/nowhere', plan, undefined);
    assert.deepEqual([result.value, result.diagnostics[0]?.code], [undefined, 'files/unwritable']);
  },
);
