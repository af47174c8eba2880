import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createContract } from '#contract';
import { workshop } from '../../../../test/fixtures/workshop.ts';
import { targetRegistry } from '../../registry.gen.ts';

describe('context/rules.json', () => {
  for (const { name, load } of targetRegistry) {
    it(`names files that the ${name} target makes`, async () => {
      const blueprint = workshop();
      const [service] = blueprint.system.services;
      assert.ok(service);
      const target = await load();
      const contract = createContract({ blueprint, service });
      const { files } = target.generate({ blueprint, service, contract });
      const made = new Map(files.map(({ path, content }) => [path, content]));
      const rules = JSON.parse(made.get('context/rules.json') ?? '[]') as { file?: string }[];
      const named = rules.flatMap(({ file }) => file ?? []);
      assert.ok(named.length > 1);
      assert.deepEqual(
        named.filter((file) => !made.has(file)),
        [],
      );
    });
  }
});
