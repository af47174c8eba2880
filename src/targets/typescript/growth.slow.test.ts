import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildBlueprint, buildEntity, buildField, buildService, referenceTo } from '#blueprint';
import type { Blueprint } from '#blueprint';
import { createContract } from '#contract';
import { target } from './typescript.target.ts';

test('the typescript target takes time that grows with the number of entities, and no faster', () => {
  const time = (count: number) => {
    const blueprint = many(count);
    const [service] = blueprint.system.services;
    assert.ok(service);
    const contract = createContract({ blueprint, service });
    const started = performance.now();
    target.generate({ blueprint, service, contract });
    return performance.now() - started;
  };
  time(20);
  const [few, all] = [time(40), time(400)];
  // Ten times as many; quadratic growth would take a hundred times as long.
  assert.ok(all < 40 * few, `${few} ms for 40, ${all} ms for 400`);
});

function many(count: number): Blueprint {
  const entities = Array.from({ length: count }, (_, index) => {
    const name = `thing-${index}`;
    const field = (given: Parameters<typeof buildField>[1]) => buildField(name, given);
    return buildEntity({
      name,
      plural: `${name}s`,
      fields: [
        field({ name: 'title', type: { kind: 'string' }, required: true }),
        field({ name: 'price', type: { kind: 'money' } }),
        field({ name: 'due', type: { kind: 'date' } }),
        field({ name: 'parent', type: referenceTo(`thing-${Math.max(0, index - 1)}`) }),
      ],
    });
  });
  return buildBlueprint({ name: 'many', services: [buildService({ name: 'many', entities })] });
}
