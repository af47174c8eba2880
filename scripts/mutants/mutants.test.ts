import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../root.ts';
import { accountMutants } from './account-mutants.ts';
import { fieldMutants } from './field-mutants.ts';
import { httpMutants } from './http-mutants.ts';
import { applyMutant } from './mutant.ts';
import { recordMutants } from './record-mutants.ts';

const template = join(root, 'src/targets/typescript/template');
const all = [...httpMutants, ...recordMutants, ...fieldMutants, ...accountMutants];

describe('the mutants', () => {
  for (const mutant of all) {
    it(`applies: ${mutant.file}: ${mutant.name}`, () => {
      const text = readFileSync(join(template, mutant.file), 'utf8');
      assert.notEqual(applyMutant(mutant, text), text);
    });
  }

  it('are at least sixty, and no two have one name', () => {
    const names = new Set(all.map(({ file, name }) => `${file} ${name}`));
    assert.equal(names.size, all.length);
    assert.ok(all.length >= 60);
  });

  it('refuse an edit that does not apply exactly once', () => {
    const mutant = { name: 'x', file: 'a.ts', find: 'b', replace: 'c' };
    assert.throws(() => applyMutant(mutant, 'a'), /occurs 0 times/);
    assert.throws(() => applyMutant(mutant, 'bb'), /occurs 2 times/);
    assert.equal(applyMutant({ ...mutant, replace: '$&$1' }, 'abc'), 'a$&$1c');
  });
});
