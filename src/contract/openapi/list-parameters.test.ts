import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildBlueprint, buildEntity, buildField, buildService } from '#blueprint';
import type { FieldType } from '#blueprint';
import { createContract } from '../contract.ts';

const entity = (name: string, status: FieldType) =>
  buildEntity({
    name,
    plural: `${name}s`,
    fields: [
      buildField(name, { name: 'price', type: { kind: 'integer' } }),
      buildField(name, { name: 'status', type: status }),
    ],
  });
const values = (...names: readonly string[]): FieldType => ({
  kind: 'enum',
  values: names.map((value) => ({ value, label: value })),
});

test('filters that are the same everywhere are one component, any other is its own', () => {
  const service = buildService({
    name: 'shop',
    entities: [entity('order', values('open', 'paid')), entity('ticket', values('new', 'done'))],
  });
  const blueprint = buildBlueprint({ name: 'shop', services: [service] });
  const { paths, components } = createContract({ blueprint, service }).openapi;
  const keys = Object.keys(components.parameters);
  assert(keys.includes('price.gte') && keys.includes('createdAt.lt'), keys.join());
  assert(!keys.some((key) => /^(?:Order|Ticket)\.price/.test(key)), keys.join());
  assert.deepEqual(components.parameters['Ticket.status.eq']?.schema.enum, ['new', 'done']);
  assert.deepEqual(components.parameters['Order.status.eq']?.schema.enum, ['open', 'paid']);
  for (const [path, record] of [
    ['/api/orders', 'Order'],
    ['/api/tickets', 'Ticket'],
  ] as const) {
    const refs = (paths[path]?.get?.parameters ?? []).map((given) =>
      '$ref' in given ? given.$ref.replace('#/components/parameters/', '') : given.name,
    );
    assert(refs.includes(`${record}.sort`) && refs.includes(`${record}.status.eq`), refs.join());
    assert.deepEqual(
      refs.filter((ref) => components.parameters[ref] === undefined),
      [],
    );
  }
});
