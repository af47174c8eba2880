import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../scripts/root.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manifests = ['package.json', ...globSync('packages/*/package.json', { cwd: root }).sort()];
const all = manifests.flatMap((file) => {
  const { dependencies, devDependencies } = JSON.parse(read(file)) as Partial<
    Record<'dependencies' | 'devDependencies', Record<string, string>>
  >;
  return Object.entries({ ...dependencies, ...devDependencies });
});
const names = [...new Set(all.map(([name]) => name))];

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
    assert.deepEqual(lines.toSorted(), names.sort());
  });

  it('have one version each', () => {
    const versions = new Set(all.map(([name, version]) => `${name} ${version}`));
    assert.equal(versions.size, names.length);
  });

  it('are locked for every platform: npm ci refuses a lock that lacks a package', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<
        string,
        Partial<Record<'dependencies' | 'optionalDependencies', Record<string, string>>>
      >;
    };
    const locked = Object.keys(packages);
    const missing = Object.entries(packages).flatMap(([place, wants]) =>
      Object.keys({ ...wants.dependencies, ...wants.optionalDependencies })
        .filter((name) => !locked.some((path) => path.endsWith(`node_modules/${name}`)))
        .map((name) => `${name}, which ${place} wants`),
    );
    assert.deepEqual(missing, []);
  });

  it('come from wherever the reader gets packages: the lock names no host', () => {
    assert.doesNotMatch(read('package-lock.json'), /"resolved": "(?!packages\/)/);
  });
});
