import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from '../../scripts/root.ts';
import { contentOf } from './support/folder-content.ts';

describe('forge --zip', () => {
  const home = mkdtempSync(join(tmpdir(), 'mf-zip-'));
  after(() => rmSync(home, { recursive: true }));
  const forge = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(root, 'bin/microforge.js'), 'forge', ...args], {
      cwd: home,
      maxBuffer: 64 * 1024 * 1024,
    });

  it('streams the service that forge would write, and nothing else, to standard output', (t) => {
    writeFileSync(join(home, 'prd.md'), '# Notes\n\n## Note\n- title (string, required)\n');
    const { status, stdout, stderr } = forge(
      'prd.md',
      '--target',
      'python',
      '--no-verify',
      '--zip',
    );
    assert.equal(status, 0, stderr.toString());
    assert.match(stderr.toString(), /notes \(python\) created: notes, \d+ files/);
    writeFileSync(join(home, 'notes.zip'), stdout);
    const read = spawnSync('python3', ['-m', 'zipfile', '-e', 'notes.zip', 'unpacked'], {
      cwd: home,
    });
    if (read.error) return t.skip('there is no Python to read it with');
    assert.equal(read.status, 0, read.stderr.toString());
    const folder = ['--out', 'folder', '--no-verify', '--target', 'python'];
    assert.equal(forge('prd.md', ...folder).status, 0);
    assert.deepEqual(contentOf(join(home, 'unpacked/notes')), contentOf(join(home, 'folder')));
    const again = forge('prd.md', '--target', 'python', '--no-verify', '--zip');
    assert.ok(again.stdout.equals(readFileSync(join(home, 'notes.zip'))));
  });

  it('gives nothing for requirements that are refused', () => {
    writeFileSync(join(home, 'game.md'), 'A platform game. No data is stored.\n');
    const { status, stdout } = forge('game.md', '--zip', '--no-verify');
    assert.deepEqual([status, stdout.length], [1, 0]);
  });
});
