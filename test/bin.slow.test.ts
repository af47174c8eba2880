import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../scripts/root.ts';
import { handOver } from './support/hand-over.ts';

const bin = join(root, 'bin', 'microforge.js');

describe('what a command loads', () => {
  const watch = `data:text/javascript,${encodeURIComponent(`
    import { registerHooks } from 'node:module';
    const loaded = new Set();
    registerHooks({ load(url, context, next) { loaded.add(url); return next(url, context); } });
    process.on('exit', () => console.error([...loaded].join('\\n')));`)}`;

  it('is no gate, decision table, comparison or parser of other formats, where it forges without gates', () => {
    const folder = mkdtempSync(join(tmpdir(), 'loads-'));
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        watch,
        bin,
        'forge',
        'Manage notes with a title',
        '--no-verify',
        '--out',
        folder,
      ],
      { encoding: 'utf8' },
    );
    rmSync(folder, { recursive: true });
    assert.equal(status, 0);
    const loaded = stderr.split('\n').filter((line) => line.startsWith('file:'));
    assert(loaded.some((url) => url.endsWith('/src/targets/typescript/typescript.target.ts')));
    const needless =
      /\/src\/(?:verify|rules\/(?:dmn|feel|compile)|contract\/compare)\/|\/node_modules\/(?:ajv|any-ascii|entities|yaml|zod)\//;
    assert.deepEqual(
      loaded.filter((url) => needless.test(url)),
      [],
    );
  });
});

describe('hand-over to a recent Node', () => {
  it('passes signals on', async () => {
    const parent = handOver(
      `process.on('SIGTERM', () => process.exit(5)); console.log('up'); setInterval(() => {}, 1000)`,
    );
    await once(parent.stdout, 'data');
    parent.kill('SIGTERM');
    const [code] = (await once(parent, 'exit')) as [number];
    assert.equal(code, 5);
  });

  it('lets the child notice that its parent was killed', async () => {
    const parent = handOver(
      `process.on('disconnect', () => { console.log('alone'); process.exit() }); console.log('up')`,
    );
    let text = '';
    parent.stdout.on('data', (chunk) => {
      text += String(chunk);
      if (text === 'up\n') parent.kill('SIGKILL');
    });
    await once(parent.stdout, 'end');
    assert.equal(text, 'up\nalone\n');
  });
});
