import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { command } from './contract.command.ts';
import { runCommandLine } from './test-ports.ts';

const cwd = mkdtempSync(join(tmpdir(), 'contract-'));
after(() => rmSync(cwd, { recursive: true }));

const run = (...argv: string[]) => runCommandLine([command], ['contract', ...argv], { cwd });

/** Writes the contract of a sentence; gives its file. */
async function contractOf(name: string, sentence: string): Promise<string> {
  const { stdout } = await run(sentence, '--format', 'json');
  writeFileSync(join(cwd, name), stdout);
  return name;
}

const PRODUCTS = 'Create a service to manage products with SKU, name and stock';

describe('contract diff', () => {
  it('gives the verdict of every change and of all, and 1 for a break', async () => {
    const old = await contractOf('old.json', PRODUCTS);
    const next = await contractOf('next.json', PRODUCTS.replace('stock', 'price'));
    const { code, stdout, stderr } = await run('diff', old, next);
    assert.deepEqual([code, stderr], [1, '']);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.at(-1), 'breaking');
    for (const line of lines.slice(0, -2))
      assert.match(line, /^[✘✔] \S.*: .+\.( \(breaks \w+\))?$/);
    assert.match(stdout, /^✘ .*\(breaks (clients|both)\)$/m);
  });

  it('says compatible and identical with 0', async () => {
    const old = await contractOf('old.json', PRODUCTS);
    const same = await run('diff', old, old);
    assert.deepEqual([same.code, same.stdout], [0, 'identical\n']);
    const document = JSON.parse((await run(PRODUCTS, '--format', 'json')).stdout) as {
      paths: Record<string, unknown>;
    };
    const more = { ...document, paths: { ...document.paths, '/more': { get: { responses: {} } } } };
    writeFileSync(join(cwd, 'more.json'), JSON.stringify(more));
    const { code, stdout } = await run('diff', old, 'more.json');
    assert.equal(code, 0);
    assert.match(stdout, /^✔ GET \/more: .+\n\ncompatible\n$/);
  });

  it('prints one document with --json', async () => {
    const old = await contractOf('old.json', PRODUCTS);
    const next = await contractOf('next.json', PRODUCTS.replace('stock', 'price'));
    const { code, stdout } = await run('diff', next, old, '--json');
    const { verdict, changes } = JSON.parse(stdout) as {
      verdict: string;
      changes: { verdict: string; breaks: string; why: string; path: string }[];
    };
    assert.deepEqual([code, verdict], [1, 'breaking']);
    assert.ok(changes.some((change) => change.verdict === 'breaking'));
    for (const { path, why } of changes) assert.ok(path.startsWith('/') && why !== '');
  });
});

describe('contract', () => {
  it('names the services where there is none of that name: cli/unknown-service', async () => {
    const { code, stdout, stderr } = await run(PRODUCTS, '--service', 'nosuch');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /cli\/unknown-service.*"nosuch"; they have: products/);
  });
});
