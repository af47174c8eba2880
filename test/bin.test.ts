import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isRecent, packagedNode } from '../bin/hand-over.js';
import { ownModule } from '../bin/own-modules.js';
import { layers } from '../src/layers.ts';
import { root } from '../scripts/root.ts';
import { handOver } from './support/hand-over.ts';

const bin = join(root, 'bin', 'microforge.js');

describe('bin/microforge.js', () => {
  it('runs, and keeps the exit code', () => {
    const { status, stdout } = spawnSync(process.execPath, [bin, '--version'], {
      encoding: 'utf8',
    });
    assert.deepEqual([status, stdout.trim()], [0, '0.1.0']);
    assert.equal(spawnSync(process.execPath, [bin, 'no-such-command']).status, 2);
  });

  it('survives a reader that goes away', async () => {
    const child = spawn(process.execPath, [bin, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    assert.deepEqual([code, stderr], [0, '']);
  });
});

describe('own modules', () => {
  const src = new URL('../src/', import.meta.url).href;
  const find = (specifier: string, importer: string) => ownModule(specifier, importer, src);

  it('are found where Node finds them', () => {
    for (const { module } of layers)
      assert.equal(find(`#${module}`, `${src}cli/main.ts`), import.meta.resolve(`#${module}`));
    assert.equal(
      find('../diagnostics/index.ts', `${src}cli/main.ts`),
      import.meta.resolve('#diagnostics'),
    );
  });

  it('are ours alone: the rest is left to Node', () => {
    assert.equal(find('yaml', `${src}cli/main.ts`), undefined);
    assert.equal(find('node:fs', `${src}cli/main.ts`), undefined);
    assert.equal(find('./watchdog.mjs', `${src}cli/main.ts`), undefined);
    assert.equal(find('./index.ts', new URL('../test/bin.test.ts', src).href), undefined);
    assert.equal(find(`${src}cli/main.ts`, undefined as unknown as string), undefined);
  });
});

describe('hand-over to a recent Node', () => {
  it('knows which is recent', () => {
    const versions = ['v18.0.0', 'v20.20.2', 'v22.17.1', 'v22.18.0', '24.0.0'];
    assert.deepEqual(versions.map(isRecent), [false, false, false, true, true]);
  });

  it('finds the one of the package, below us or, where we are installed ourselves, beside us', () => {
    const app = mkdtempSync(join(tmpdir(), 'installed-'));
    const ours = join(app, 'node_modules', 'microforge');
    assert.equal(packagedNode(ours), undefined);
    for (const modules of [join(app, 'node_modules'), join(ours, 'node_modules')]) {
      const bin = join(modules, 'node', 'bin');
      mkdirSync(bin, { recursive: true });
      const node = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
      writeFileSync(node, '');
      assert.equal(packagedNode(ours), node);
    }
    rmSync(app, { recursive: true });
  });

  it('keeps the exit code', async () => {
    const [code] = (await once(handOver('process.exit(7)'), 'exit')) as [number];
    assert.equal(code, 7);
  });
});
