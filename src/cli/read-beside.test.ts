import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readBeside } from './read-beside.ts';

test('only text files below the folder are read, whatever links say', () => {
  const base = mkdtempSync(join(tmpdir(), 'microforge-beside-'));
  try {
    const folder = join(base, 'api');
    mkdirSync(join(folder, 'parts'), { recursive: true });
    writeFileSync(join(base, 'secret.yaml'), 'secret');
    writeFileSync(join(folder, 'parts', 'a.yaml'), 'a: 1');
    writeFileSync(join(folder, 'binary'), Buffer.from([0xff, 0xfe, 0x80]));
    symlinkSync(join(base, 'secret.yaml'), join(folder, 'link.yaml'));
    symlinkSync(base, join(folder, 'up'));
    const read = readBeside(folder);
    assert.deepEqual(read('parts/a.yaml'), { text: 'a: 1' });
    for (const path of ['../secret.yaml', 'link.yaml', 'up/secret.yaml'])
      assert.deepEqual(read(path), { problem: 'it is outside of the folder' });
    assert.deepEqual(read('parts'), { problem: 'it is no file' });
    assert.deepEqual(read('gone'), { problem: 'there is no such file' });
    assert.deepEqual(read('binary'), { problem: "it can't be read as text" });
  } finally {
    rmSync(base, { recursive: true });
  }
});
