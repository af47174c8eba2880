import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { codeCachePath, readCodeCache, writeCodeCache } from '../bin/code-cache.js';

const home = mkdtempSync(join(tmpdir(), 'microforge-code-'));
after(() => rmSync(home, { recursive: true, force: true }));

const about = { build: 'é', runs: 1 };
const parts = [
  ['a.cjs 1 2', Buffer.from('compiled')],
  ['b.cjs 3 4', Buffer.from('more of it')],
] as const;
let folders = 0;

/** A file as it is written, in a folder of its own. */
function written(): string {
  folders += 1;
  const path = join(home, `${folders}`, 'code', 'forge.bin');
  writeCodeCache(path, about, parts);
  return path;
}

describe('the cache of compiled code', () => {
  it('gives what was put into it', () => {
    const cache = readCodeCache(written()) ?? assert.fail();
    assert.deepEqual(cache.about, about);
    assert.deepEqual(
      [...cache.parts].map(([name, bytes]) => [name, bytes.toString()]),
      parts.map(([name, bytes]) => [name, bytes.toString()]),
    );
    for (const bytes of cache.parts.values()) assert.equal(bytes.byteOffset % 8, 0);
  });

  it('is another for each program, command and Node', () => {
    const env = { MICROFORGE_CACHE: '', XDG_CACHE_HOME: '/x' };
    const path = codeCachePath('/program', 'forge', env);
    assert.match(path, new RegExp(`^/x/microforge/code/${process.version}-.*-forge\\.bin$`));
    assert.notEqual(codeCachePath('/programs', 'forge', env), path);
  });

  it('is ignored where it is not there, was cut off, or changed in any byte', () => {
    assert.equal(readCodeCache(join(home, 'none')), undefined);
    const path = written();
    const { mtime } = statSync(path);
    const whole = readFileSync(path);
    for (const length of [0, 4, 40, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, length));
      utimesSync(path, mtime, mtime);
      assert.equal(readCodeCache(path), undefined, `${length} bytes`);
    }
    for (const at of whole.keys()) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(path, damaged);
      assert.equal(readCodeCache(path), undefined, `byte ${at}`);
    }
    writeFileSync(path, whole);
    utimesSync(path, mtime, mtime);
    assert.ok(readCodeCache(path));
  });

  it('is ignored where others can write it, and not written where they can write beside it', () => {
    const path = written();
    chmodSync(path, 0o620);
    assert.equal(readCodeCache(path), undefined);
    const shared = join(home, 'shared');
    mkdirSync(shared);
    chmodSync(shared, 0o777);
    writeCodeCache(join(shared, 'code', 'forge.bin'), about, parts);
    assert.ok(!existsSync(join(shared, 'code')));
  });

  it('leaves nothing behind where it can not be put in its place', () => {
    const path = join(home, 'taken', 'forge.bin');
    mkdirSync(join(path, 'folder'), { recursive: true });
    assert.throws(() => writeCodeCache(path, about, parts));
    assert.ok(!existsSync(`${path}.${process.pid}.new`));
  });
});
