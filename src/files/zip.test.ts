import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { folderEntries } from './folder-entries.ts';
import { zip } from './zip.ts';

/** An independent reader says what it finds: name, mode, size, checksum by content. */
const READER = `
import hashlib, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
for info in archive.infolist():
    digest = hashlib.sha256(archive.read(info)).hexdigest()[:8]
    print(info.filename, oct(info.external_attr >> 16), info.date_time[:3], digest)
`;

describe('zip', () => {
  const home = mkdtempSync(join(tmpdir(), 'zip-'));
  after(() => rmSync(home, { recursive: true }));
  const folder = join(home, 'service');
  mkdirSync(join(folder, 'src/ünï'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'src/ünï/a.ts'), 'export const a = 1;\n'.repeat(5000));
  writeFileSync(
    join(folder, 'src/bytes'),
    Uint8Array.from({ length: 256 }, (_, index) => index),
  );
  writeFileSync(join(folder, 'nothing'), '');
  writeFileSync(join(folder, 'run.sh'), '#!/bin/sh\n');
  chmodSync(join(folder, 'run.sh'), 0o755);
  const archive = () => Buffer.concat([...zip(folderEntries(folder, 'notes'))]);

  it('is read by another program: names, modes and bytes', (t) => {
    const file = join(home, 'notes.zip');
    writeFileSync(file, archive());
    const { status, stdout, stderr, error } = spawnSync('python3', ['-c', READER, file], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf8' },
    });
    if (error) return t.skip('there is no Python to read it with');
    assert.equal(status, 0, stderr);
    const digest = (path: string) =>
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex')
        .slice(0, 8);
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      `notes/nothing 0o100644 (1980, 1, 1) ${digest('nothing')}`,
      `notes/run.sh 0o100755 (1980, 1, 1) ${digest('run.sh')}`,
      `notes/src/bytes 0o100644 (1980, 1, 1) ${digest('src/bytes')}`,
      `notes/src/ünï/a.ts 0o100644 (1980, 1, 1) ${digest('src/ünï/a.ts')}`,
    ]);
  });

  it('is the same bytes for the same files, and small', () => {
    assert.deepEqual(archive(), archive());
    assert.ok(archive().length < 3000);
  });
});
