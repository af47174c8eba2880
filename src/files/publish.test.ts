import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sweep } from '../../test/support/sweep.ts';
import { processIdentity } from './process-identity.ts';
import { publish } from './publish.ts';
import { recover } from './recover.ts';
import { publishSteps } from './replace-previous.ts';
import { stage } from './stage.ts';
import { stageUpdate } from './stage-update.ts';
import { addUserFiles, identities, prepare, publishVersion, snapshot } from './test-service.ts';

const root = mkdtempSync(join(tmpdir(), 'publish-'));
after(() => rmSync(root, { recursive: true }));

function newParent(): string {
  return mkdtempSync(join(root, 'p-'));
}

/** A service of version 1 with a user's files; the folder it is in holds nothing else. */
async function newService(): Promise<string> {
  const outDir = join(newParent(), 'shop');
  assert.equal(await publishVersion(outDir, 1), 'created');
  addUserFiles(outDir);
  return outDir;
}

function codes(result: { readonly diagnostics: readonly { readonly code: string }[] }): string[] {
  return result.diagnostics.map(({ code }) => code);
}

test('a first version is put in place as a whole, new or into an empty folder', async () => {
  const parent = newParent();
  for (const name of ['new', 'empty', 'deep/er/new']) {
    const outDir = join(parent, name);
    if (name === 'empty') mkdirSync(outDir, { mode: 0o750 });
    assert.equal(await publishVersion(outDir, 1), 'created');
    assert.equal(readFileSync(join(outDir, 'src/part-0/main.ts'), 'utf8'), 'version 1 part 0\n');
    assert.equal(lstatSync(join(outDir, 'bin/run.sh')).mode & 0o111, 0o111);
  }
  assert.equal(lstatSync(join(parent, 'empty')).mode & 0o777, 0o750);
  assert.deepEqual(readdirSync(parent), ['deep', 'empty', 'new']);
});

test("an update leaves every file it does not change the same file, the user's own too", async () => {
  const outDir = await newService();
  chmodSync(join(outDir, 'data'), 0o700);
  const [before, old] = [identities(outDir), snapshot(outDir)];
  assert.equal(await publishVersion(outDir, 2), 'updated');
  const [now, files] = [identities(outDir), snapshot(outDir)];
  const mine = [...before.keys()].filter((path) => !/^src\/(part|only)|^\.microforge/.test(path));
  assert.equal(mine.length, 6);
  for (const path of mine) {
    assert.equal(now.get(path), before.get(path), path);
    assert.equal(files.get(path), old.get(path), path);
  }
  for (const path of ['data/', 'data/link', 'empty/inner/', '.git/objects/'])
    assert.equal(files.get(path), old.get(path));
  assert.equal(files.get('src/part-3/main.ts'), '644 version 2 part 3\n');
  assert.equal(files.has('src/only/in-1.ts'), false);
  assert.equal(files.has('src/only/in-2.ts'), true);
  assert.deepEqual(readdirSync(join(outDir, '..')), ['shop']);
});

test('the same version again changes nothing at all', async () => {
  const outDir = await newService();
  const [before, inode] = [identities(outDir), lstatSync(outDir).ino];
  assert.equal(await publishVersion(outDir, 1), 'unchanged');
  assert.deepEqual(identities(outDir), before);
  assert.equal(lstatSync(outDir).ino, inode);
  assert.deepEqual(readdirSync(join(outDir, '..')), ['shop']);
});

test('what the gates leave behind is published only where it is asked for', async () => {
  const outDir = await newService();
  mkdirSync(join(outDir, 'node_modules'));
  writeFileSync(join(outDir, 'node_modules/old'), '');
  const { staging, plan } = prepare(outDir, 2);
  writeFileSync(join(staging.dir, 'node_modules/new'), '');
  writeFileSync(join(staging.dir, 'src/mine/own.ts'), 'a tool changed it');
  assert.equal((await publish(staging, plan, { replaces: ['node_modules'] })).value, 'updated');
  assert.deepEqual(readdirSync(join(outDir, 'node_modules')), ['new', 'old']);
  assert.equal(readFileSync(join(outDir, 'src/mine/own.ts'), 'utf8'), 'mine\n');
});

test('a symbolic link to the service stays one, and a process keeps its place in it', async () => {
  const outDir = await newService();
  const link = join(outDir, '../link');
  symlinkSync('shop', link);
  const cwd = process.cwd();
  try {
    process.chdir(join(outDir, 'src'));
    assert.equal(await publishVersion(link, 2), 'updated');
    assert.equal(readFileSync('part-0/main.ts', 'utf8'), 'version 2 part 0\n');
  } finally {
    process.chdir(cwd);
  }
  assert.equal(lstatSync(link).isSymbolicLink(), true);
  assert.deepEqual(readdirSync(join(outDir, '..')), ['link', 'shop']);
});

test('an edit during the gates raises files/changed-meanwhile, and nothing is published', async () => {
  for (const change of [
    (dir: string) => appendFileSync(join(dir, 'src/part-1/main.ts'), 'edit'),
    (dir: string) => rmSync(join(dir, 'src/part-1/main.ts')),
    (dir: string) => appendFileSync(join(dir, 'src/only/in-1.ts'), 'edit'),
    (dir: string) => writeFileSync(join(dir, 'src/only/in-2.ts'), 'mine'),
    (dir: string) => rmSync(dir, { recursive: true }),
  ]) {
    const outDir = await newService();
    const { staging, plan } = prepare(outDir, 2);
    change(outDir);
    const before = existsSync(outDir) ? snapshot(outDir) : undefined;
    const result = await publish(staging, plan);
    assert.deepEqual([result.value, codes(result)], [undefined, ['files/changed-meanwhile']]);
    assert.deepEqual(existsSync(outDir) ? snapshot(outDir) : undefined, before);
    assert.deepEqual(readdirSync(join(outDir, '..')), before ? ['shop'] : []);
  }
  const outDir = join(newParent(), 'new');
  const { staging, plan } = prepare(outDir, 1);
  mkdirSync(join(outDir, 'mine'), { recursive: true });
  assert.deepEqual(codes(await publish(staging, plan)), ['files/changed-meanwhile']);
});

test('what happens to the folder in the moment of publishing is carried over', async () => {
  const outDir = await newService();
  writeFileSync(join(outDir, 'data/app.db-journal'), 'hot');
  const { staging, plan } = prepare(outDir, 2);
  const result = await publish(staging, plan, {
    onStep: (step) => {
      if (step !== 'linked') return;
      writeFileSync(join(outDir, 'data/new.db'), 'new');
      appendFileSync(join(outDir, 'data/app.db'), 'in place');
      rmSync(join(outDir, 'data/app.db-journal'));
      writeFileSync(join(outDir, 'tmp'), 'saved by an editor');
      renameSync(join(outDir, 'tmp'), join(outDir, 'src/mine/own.ts'));
      writeFileSync(join(outDir, 'src/part-1/main.ts'), 'a late edit');
      writeFileSync(join(outDir, 'src/only/in-2.ts'), 'a late file');
    },
  });
  assert.equal(result.value, 'updated');
  assert.deepEqual(codes(result), ['files/late-edit', 'files/late-edit']);
  const read = (path: string): string => readFileSync(join(outDir, path), 'latin1');
  assert.equal(read('data/new.db'), 'new');
  assert.match(read('data/app.db'), /in place$/);
  assert.equal(existsSync(join(outDir, 'data/app.db-journal')), false);
  assert.equal(read('src/mine/own.ts'), 'saved by an editor');
  assert.equal(read('src/part-1/main.ts'), 'version 2 part 1\n');
  assert.equal(read('src/part-1/main.ts.late-edit'), 'a late edit');
  assert.equal(read('src/only/in-2.ts'), 'only in 2\n');
  assert.equal(read('src/only/in-2.ts.late-edit'), 'a late file');
});

test('a folder that comes into being between the renames is taken in', async () => {
  const outDir = await newService();
  const { staging, plan } = prepare(outDir, 2);
  const result = await publish(staging, plan, {
    onStep: (step) => {
      if (step !== 'put-aside') return;
      mkdirSync(join(outDir, 'data'), { recursive: true });
      writeFileSync(join(outDir, 'data/log'), 'a line');
    },
  });
  assert.deepEqual([result.value, codes(result)], ['updated', []]);
  assert.equal(readFileSync(join(outDir, 'data/log'), 'utf8'), 'a line');
  assert.equal(readFileSync(join(outDir, 'src/part-0/main.ts'), 'utf8'), 'version 2 part 0\n');
  assert.deepEqual(readdirSync(join(outDir, '..')), ['shop']);
});

test('an error on the way leaves the previous version as it was', async () => {
  for (const failing of publishSteps.slice(0, publishSteps.indexOf('in-place'))) {
    const outDir = await newService();
    const before = snapshot(outDir);
    const { staging, plan } = prepare(outDir, 2);
    const result = await publish(staging, plan, {
      onStep: (step) => {
        if (step === failing)
          throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
      },
    });
    assert.deepEqual([result.value, codes(result)], [undefined, ['files/disk-full']], failing);
    assert.deepEqual(snapshot(outDir), before, failing);
    assert.deepEqual(readdirSync(join(outDir, '..')), ['shop'], failing);
  }
});

test('two publications at once: one wins, the other raises files/busy or files/changed-meanwhile', async () => {
  const outDir = await newService();
  const [two, three] = [prepare(outDir, 2), prepare(outDir, 3)];
  const inner = { busy: '' };
  const result = await publish(two.staging, two.plan, {
    onStep: async (step) => {
      if (step !== 'linked') return;
      const recovery = recover(outDir);
      assert.deepEqual([recovery.value, codes(recovery)], [undefined, ['files/busy']]);
      const other = await publish(three.staging, three.plan);
      inner.busy = codes(other).join();
    },
  });
  assert.deepEqual([result.value, inner.busy], ['updated', 'files/busy']);
  const late = prepare(outDir, 4);
  assert.equal(await publishVersion(outDir, 5), 'updated');
  assert.deepEqual(codes(await publish(late.staging, late.plan)), ['files/changed-meanwhile']);
});

test('a crash at any step leaves the old version or the new one, complete', async () => {
  const whole = await newService();
  const old = snapshot(whole);
  await publishVersion(whole, 2);
  const next = snapshot(whole);
  for (const crash of publishSteps.slice(sweep(4, 0), sweep(7, publishSteps.length))) {
    const outDir = await newService();
    const { staging, plan } = prepare(outDir, 2);
    const own = identities(outDir).get('data/app.db');
    // A promise that nothing settles: whatever comes after this step never happens.
    const never = new Promise<void>(() => {});
    await new Promise<void>((resolve) => {
      void publish(staging, plan, {
        onStep: (step) => {
          if (step !== crash) return;
          resolve();
          return never;
        },
      });
    });
    const result = recover(outDir, { isAlive: () => false });
    const expected = publishSteps.indexOf(crash) < publishSteps.indexOf('in-place') ? old : next;
    assert.deepEqual(snapshot(outDir), expected, crash);
    assert.equal(identities(outDir).get('data/app.db'), own, crash);
    assert.deepEqual(readdirSync(join(outDir, '..')), ['shop'], crash);
    const isRepaired = crash === 'put-aside' || crash === 'in-place';
    assert.deepEqual(codes(result), isRepaired ? ['files/recovered'] : [], crash);
    assert.deepEqual(recover(outDir), { value: 'clean', diagnostics: [] });
    assert.ok(await publishVersion(outDir, 3));
  }
});

test('recovery leaves running stagings alone, and restores a version whose journal is gone', async () => {
  const outDir = await newService();
  const live = stage(outDir).value!;
  assert.deepEqual(recover(outDir), { value: 'clean', diagnostics: [] });
  assert.equal(existsSync(live.dir), true);
  const parent = join(outDir, '..');
  mkdirSync(join(parent, '.shop.forging-999999999-1'));
  mkdirSync(join(parent, '.shop.forging-x'));
  mkdirSync(join(parent, '.shopping.forging-999999999-1'));
  recover(outDir);
  assert.deepEqual(
    readdirSync(parent).toSorted(),
    [
      '.shop.forging-x',
      '.shopping.forging-999999999-1',
      live.dir.slice(parent.length + 1),
      'shop',
    ].toSorted(),
  );

  renameSync(outDir, join(parent, '.shop.previous-1-1'));
  writeFileSync(join(parent, '.shop.publishing.json'), '{"half":');
  const restored = recover(outDir);
  assert.deepEqual([restored.value, codes(restored)], ['previous', ['files/recovered']]);
  assert.equal(existsSync(join(outDir, 'data/app.db')), true);
  assert.equal(existsSync(join(parent, '.shop.publishing.json')), false);
});

test('a folder that comes into being while a crash is not yet repaired is taken in', async () => {
  const outDir = await newService();
  const before = snapshot(outDir);
  const { staging, plan } = prepare(outDir, 2);
  await new Promise<void>((resolve) => {
    void publish(staging, plan, {
      onStep: (step) => {
        if (step !== 'put-aside') return;
        resolve();
        return new Promise<void>(() => {});
      },
    });
  });
  mkdirSync(join(outDir, 'data'), { recursive: true });
  writeFileSync(join(outDir, 'data/log'), 'a line');
  writeFileSync(join(outDir, 'data/app.db'), 'another database');
  const result = recover(outDir, { isAlive: () => false });
  assert.deepEqual(
    [result.value, codes(result)],
    ['previous', ['files/recovered', 'files/late-edit']],
  );
  const now = snapshot(outDir);
  assert.match(now.get('data/log') ?? '', /a line$/);
  assert.match(now.get('data/app.db.late-edit') ?? '', /another database$/);
  for (const [path, content] of before) assert.equal(now.get(path), content, path);
  assert.deepEqual(readdirSync(join(outDir, '..')), ['shop']);
});

test('a merged file keeps the mode that you gave it', async () => {
  const outDir = join(newParent(), 'shop');
  await publishVersion(outDir, 1);
  const path = join(outDir, 'src/part-0/main.ts');
  chmodSync(path, 0o755);
  const staging = stage(outDir).value!;
  const file = {
    path: 'src/part-0/main.ts',
    content: 'merged',
    owner: 'generated',
    sources: [],
  } as const;
  const action = {
    kind: 'merge',
    path: file.path,
    file,
    before: readFileSync(path, 'utf8'),
  } as const;
  const plan = { actions: [action], pristine: { files: [], pending: new Map() }, diagnostics: [] };
  stageUpdate(staging, plan, { blueprint: '{}' });
  assert.equal((await publish(staging, plan)).value, 'updated');
  assert.equal(readFileSync(path, 'utf8'), 'merged');
  assert.equal(lstatSync(path).mode & 0o777, 0o755);
});

test('a process is told from another with the same id', () => {
  assert.equal(typeof processIdentity(process.pid), 'string');
  assert.equal(processIdentity(process.pid), processIdentity(process.pid));
  // Not our parent: it can have begun in the same hundredth of a second.
  assert.notEqual(processIdentity(process.pid), processIdentity(1));
  assert.equal(processIdentity(999_999_999), undefined);
});
