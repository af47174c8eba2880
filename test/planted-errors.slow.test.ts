import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { copyOfTheTree, followRecipes } from './recipes.ts';

// A checker that reports nothing looks like a checker that finds nothing: plant errors and see them.
describe('the checkers', () => {
  let copy = '';
  before(() => {
    copy = copyOfTheTree();
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  const run = (tool: string, ...args: string[]) => {
    const { stdout, stderr } = spawnSync(join(copy, 'node_modules', '.bin', tool), args, {
      cwd: copy,
      encoding: 'utf8',
    });
    return stdout + stderr;
  };
  const plant = (text: string) => writeFileSync(join(copy, 'src', 'cli', 'planted.ts'), text);

  it('find nothing in the recipes of CONTRIBUTING.md', () => {
    const files = followRecipes(copy);
    const types = run('tsc', '--project', '.').split('\n');
    assert.deepEqual(
      types.filter((line) => files.some((file) => line.startsWith(file))),
      [],
    );
    assert.match(run('oxlint', '--type-aware', '--format=unix', ...files), /^\s*$|^0 problems/);
  });

  it('report a type error', () => {
    plant(`export const wrong: number = 'text';\n`);
    assert.match(run('tsc', '--project', '.'), /src\/cli\/planted\.ts\(1,14\): error TS2322/);
  });

  it('report syntax that cannot be stripped', () => {
    plant('export enum Color {\n  Red,\n}\n');
    assert.match(run('tsc', '--project', '.'), /src\/cli\/planted\.ts\(1,13\): error TS1294/);
  });

  it('report lint errors, also those that need types', () => {
    plant(`const later = async () => 1;\nlater();\nexport default eval('1') == 1;\n`);
    const report = run('oxlint', '--type-aware', '--format=unix', 'src/cli/planted.ts');
    for (const rule of ['no-floating-promises', 'no-default-export', 'no-eval', 'eqeqeq']) {
      assert.ok(report.includes(rule), `${rule} is missing in:\n${report}`);
    }
  });
});
