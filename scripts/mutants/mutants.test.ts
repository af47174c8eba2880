import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createContract } from '#contract';
import { targetRegistry } from '#targets';
import { workshop } from '../../test/fixtures/workshop.ts';
import { allMutants } from './all-mutants.ts';
import { applyMutant } from './mutant.ts';

const all = Object.values(allMutants).flat();

describe('the mutants', () => {
  it('apply to the service that they are planted in', async () => {
    const blueprint = workshop();
    const service = blueprint.system.services[0]!;
    const target = await targetRegistry.find(({ name }) => name === 'typescript')!.load();
    const contract = createContract({ blueprint, service });
    const { files } = target.generate({ blueprint, service, contract });
    for (const mutant of all) {
      const text = files.find(({ path }) => path === mutant.file)?.content ?? '';
      assert.notEqual(applyMutant(mutant, text), text);
    }
  });

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
