import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { workshop } from '../../test/fixtures/workshop.ts';
import { assumptions } from './assumptions.ts';
import { buildBlueprint, buildEntity, buildField, buildService } from './build.ts';
import { archimateTypes, childProperties, elements } from './elements.ts';

test('every node is an element, parents first', () => {
  const all = elements(workshop());
  const counted = (JSON.stringify(workshop()).match(/"origin":/g) ?? []).length;
  assert.equal(all.length, counted);
  for (const [index, { parent }] of all.entries()) {
    assert.ok(parent === undefined ? index === 0 : all.indexOf(parent) < index);
  }
});

test('every element has its ArchiMate type', () => {
  const types = new Map(elements(workshop()).map(({ kind, archimate }) => [kind, archimate]));
  assert.equal(types.get('service'), 'ApplicationComponent');
  assert.equal(types.get('entity'), 'DataObject');
  assert.equal(types.get('rule'), 'Constraint');
  for (const [kind, type] of types) assert.equal(type, archimateTypes[kind]);
});

test('the table in the documentation says the same as the code', () => {
  const text = readFileSync(new URL('elements.ts', import.meta.url), 'utf8');
  const [, ...rows] = [...text.matchAll(/^ \* \| ([a-z, ]+) \| ([A-Z][A-Za-z]+) \|/gm)].flatMap(
    ([, kinds = '', type]) => kinds.split(', ').map((kind) => [kind.replace(' ', '-'), type]),
  );
  assert.deepEqual(Object.fromEntries(rows), archimateTypes);
});

test('the properties that hold nodes are those that hold ids', () => {
  for (const { kind, node } of elements(workshop())) {
    const holding = Object.entries(node).filter(([, value]) =>
      JSON.stringify(value).includes('"origin":'),
    );
    const known = childProperties[kind] ?? [];
    assert.deepEqual(
      holding.map(([name]) => name).filter((name) => !known.includes(name)),
      [],
      kind,
    );
  }
});

test('assumptions are what is not stated, in the order of the blueprint', () => {
  const inferred = { origin: 'inferred', note: 'It looks like one.' } as const;
  const field = buildField('note', { name: 'title', type: { kind: 'string' }, ...inferred });
  const entity = buildEntity({ name: 'note', plural: 'notes', ...inferred, fields: [field] });
  const blueprint = buildBlueprint({
    name: 'app',
    services: [buildService({ name: 'app', entities: [entity] })],
  });
  assert.deepEqual(
    assumptions(blueprint).map(({ kind, node }) => `${kind} ${node.id}: ${node.note}`),
    [
      'entity note: It looks like one.',
      'field note/title: It looks like one.',
      'event note/event/created: Every write publishes an event.',
      'event note/event/updated: Every write publishes an event.',
      'event note/event/deleted: Every write publishes an event.',
    ],
  );
});
