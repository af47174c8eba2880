import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createContract } from '#contract';
import { targetRegistry } from '#targets';
import { workshop } from '../../test/fixtures/workshop.ts';
import { allMutants } from './all-mutants.ts';
import { applyMutant } from './mutant.ts';

const targets = Object.entries(allMutants).map(
  ([name, groups]) => [name, Object.values(groups).flat()] as const,
);

describe('the mutants', () => {
  for (const [name, mutants] of targets) {
    it(`of ${name} apply to the service that they are planted in`, async () => {
      const blueprint = workshop();
      const service = blueprint.system.services[0]!;
      const target = await targetRegistry.find((one) => one.name === name)!.load();
      const contract = createContract({ blueprint, service });
      const { files } = target.generate({ blueprint, service, contract });
      for (const mutant of mutants) {
        const text = files.find(({ path }) => path === mutant.file)?.content ?? '';
        assert.notEqual(applyMutant(mutant, text), text);
      }
    });
  }

  it('are at least sixty, of each target some, and no two have one name', () => {
    assert.deepEqual(
      targets.map(([name]) => name).toSorted(),
      targetRegistry.map(({ name }) => name).toSorted(),
    );
    for (const [, mutants] of targets) {
      const names = new Set(mutants.map(({ file, name }) => `${file} ${name}`));
      assert.equal(names.size, mutants.length);
      assert.ok(mutants.length >= 30);
    }
    assert.ok(targets.flatMap(([, mutants]) => mutants).length >= 60);
  });

  it('refuse an edit that does not apply exactly once', () => {
    const mutant = { name: 'x', file: 'a.ts', find: 'b', replace: 'c' };
    assert.throws(() => applyMutant(mutant, 'a'), /occurs 0 times/);
    assert.throws(() => applyMutant(mutant, 'bb'), /occurs 2 times/);
    assert.equal(applyMutant({ ...mutant, replace: '$&$1' }, 'abc'), 'a$&$1c');
  });
});
