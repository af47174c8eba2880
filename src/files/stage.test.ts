import assert from 'node:assert/strict';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { filesDiagnostics } from './files.diagnostics.ts';
import { ioDiagnostic } from './io-diagnostic.ts';
import { recover } from './recover.ts';
import { discard, stage } from './stage.ts';
import { prepare } from './test-service.ts';

const root = mkdtempSync(join(tmpdir(), 'stage-'));
after(() => rmSync(root, { recursive: true }));

function refusal(outDir: string): readonly [code: string, message: string] {
  const { value, diagnostics } = stage(outDir);
  assert.equal(value, undefined);
  assert.equal(diagnostics.length, 1);
  return [diagnostics[0]!.code, diagnostics[0]!.message];
}

/** What the system really says, rather than an error made up for the test. */
function failure(action: () => void): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return assert.fail('it did not fail');
}

test('a staging folder is an empty sibling on the same file system, a second one another', () => {
  const outDir = join(root, 'deep/er/shop');
  const [first, second] = [stage(outDir).value!, stage(outDir).value!];
  assert.equal(first.hasPrevious, false);
  assert.notEqual(first.dir, second.dir);
  assert.match(first.dir, new RegExp(`/deep/er/\\.shop\\.forging-${process.pid}-1$`));
  assert.equal(lstatSync(first.dir).dev, lstatSync(root).dev);
  discard(first);
  discard(second);
  assert.deepEqual(readdirSync(join(root, 'deep/er')), []);
});

test('a file in the place of the folder, or above it, raises files/not-a-folder and names it', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  symlinkSync('nowhere', join(root, 'dangling'));
  assert.deepEqual(refusal(file), [
    'files/not-a-folder',
    `'${file}' is a file, a folder is needed there.`,
  ]);
  assert.deepEqual(refusal(join(file, 'a/b')), [
    'files/not-a-folder',
    `'${file}' is a file, a folder is needed there.`,
  ]);
  assert.equal(refusal(join(root, 'dangling'))[0], 'files/not-a-folder');
  const [found] = recover(join(file, 'a/b')).diagnostics;
  assert.equal(found?.message, `'${file}' is a file, a folder is needed there.`);
});

test('a folder with something else in it raises files/not-a-service and stays as it is', () => {
  const outDir = join(root, 'homework');
  mkdirSync(outDir);
  writeFileSync(join(outDir, 'thesis.txt'), '');
  assert.equal(refusal(outDir)[0], 'files/not-a-service');
  writeFileSync(join(outDir, '.microforge'), 'a file, no folder');
  assert.equal(refusal(outDir)[0], 'files/not-a-service');
  assert.deepEqual(
    readdirSync(root).filter((name) => name.startsWith('.')),
    [],
  );
});

test(
  'a folder that nobody can write to raises files/unwritable',
  { skip: process.platform !== 'linux' },
  () => {
    assert.equal(refusal('/proc/shop')[0], 'files/unwritable');
    assert.equal(refusal('/proc/deep/shop')[0], 'files/unwritable');
  },
);

test('a name or a path that is too long raises files/path-too-long, in every function', () => {
  assert.equal(refusal(join(root, 'x'.repeat(250)))[0], 'files/path-too-long');
  // Each of its names is short enough.
  const path = join(root, `${'x'.repeat(200)}/`.repeat(25));
  assert.equal(refusal(path)[0], 'files/path-too-long');
  assert.equal(recover(join(root, 'x'.repeat(250))).diagnostics[0]?.code, 'files/path-too-long');
});

test('a loop of links raises files/io-failed with what the system says', () => {
  symlinkSync('loop', join(root, 'loop'));
  const [code, message] = refusal(join(root, 'loop/shop'));
  assert.equal(code, 'files/io-failed');
  assert.match(message, /ELOOP/);
});

test('a full disk raises files/disk-full', { skip: process.platform !== 'linux' }, () => {
  const error = failure(() => writeFileSync('/dev/full', 'x'));
  assert.equal(ioDiagnostic(error, 'a').code, 'files/disk-full');
});

test('another file system raises files/other-file-system', (t) => {
  const there = statSync('/dev/shm', { throwIfNoEntry: false });
  if (there === undefined || there.dev === statSync(root).dev) return t.skip('there is only one');
  writeFileSync(join(root, 'here'), '');
  const error = failure(() => linkSync(join(root, 'here'), `/dev/shm/microforge-${process.pid}`));
  assert.equal(ioDiagnostic(error, 'a').code, 'files/other-file-system');
});

test('an error that is no file system error is a bug, and thrown', () => {
  assert.throws(() => ioDiagnostic(new TypeError('x'), 'a'), TypeError);
});

test('a staged first version is in the staging folder alone', () => {
  const outDir = join(root, 'staged');
  const { staging } = prepare(outDir, 1);
  assert.deepEqual(readdirSync(staging.dir), ['.microforge', 'README.md', 'bin', 'src']);
  assert.equal(statSync(outDir, { throwIfNoEntry: false }), undefined);
  discard(staging);
});

test('every code is described, with its parameters by name', () => {
  for (const { code, message, help } of filesDiagnostics.describe()) {
    assert.match(code, /^files\/[a-z-]+$/);
    assert.ok(message.length > 20 && help.length > 10, code);
    assert.doesNotMatch(message + help, /undefined|\[object|NaN/, code);
  }
});
