import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../scripts/root.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const all = Object.entries({ ...dependencies, ...devDependencies });

describe('dependencies', () => {
  it('are pinned exactly', () => {
    assert.deepEqual(
      all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
      [],
    );
  });

  it('each have a line in docs/dependencies.md, and no line is left over', () => {
    const lines = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| .+ \|$/gm)].map(
      (match) => match[1] ?? '',
    );
    assert.deepEqual(lines.toSorted(), all.map(([name]) => name).sort());
  });

  it('come from wherever the reader gets packages: the lock names no host', () => {
    assert.doesNotMatch(read('package-lock.json'), /"resolved"/);
  });
});
