import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildBlueprint, buildEntity, buildField, buildService, referenceTo } from '#blueprint';
import { createContract } from './contract.ts';

test('time and size of a contract grow with the number of entities, not faster', () => {
  const contract = (count: number) => {
    const entities = Array.from({ length: count }, (_, index) => {
      const name = `thing-${index}`;
      return buildEntity({
        name,
        plural: `${name}s`,
        fields: [
          buildField(name, { name: 'title', type: { kind: 'string' } }),
          buildField(name, { name: 'next', type: referenceTo(`thing-${(index + 1) % count}`) }),
        ],
      });
    });
    const blueprint = buildBlueprint({
      name: 'big',
      services: [buildService({ name: 'big', entities })],
    });
    const [service] = blueprint.system.services;
    assert.ok(service);
    const start = performance.now();
    const length = JSON.stringify(createContract({ blueprint, service }).openapi).length;
    return { length, milliseconds: performance.now() - start };
  };
  contract(50);
  const [small, large] = [contract(50), contract(500)];
  assert.ok(large.length < small.length * 11);
  assert.ok(large.milliseconds < 15_000, `${large.milliseconds} ms`);
});
