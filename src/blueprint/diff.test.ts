import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '../../test/fixtures/workshop.ts';
import type { Blueprint } from './blueprint.ts';
import { diffBlueprints } from './diff.ts';

type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };
type Draft = Mutable<Blueprint>;

function changed(edit: (blueprint: Draft) => void) {
  const next = structuredClone(workshop()) as Draft;
  edit(next);
  return diffBlueprints(workshop(), next as Blueprint).map(({ change, kind, id, paths }) =>
    [change, kind, id, ...paths].join(' '),
  );
}

const order = (blueprint: Draft) => blueprint.system.services[0]!.entities[2]!;
const field = (blueprint: Draft, name: string) =>
  order(blueprint).fields.find((each) => each.name === name)!;

test('a blueprint does not differ from itself', () => {
  assert.deepEqual(
    changed(() => {}),
    [],
  );
});

test('nodes are added and removed with all that they hold', () => {
  assert.deepEqual(
    changed((next) => next.system.roles.pop()),
    ['removed role role/mechanic'],
  );
  const rating = {
    ...field(structuredClone(workshop()) as Draft, 'rating'),
    id: 'order/stars',
    name: 'stars',
  };
  assert.deepEqual(
    changed((next) => order(next).fields.push(rating)),
    ['added field order/stars'],
  );
  assert.deepEqual(
    changed(
      (next) =>
        delete (
          next.system.services[0]!.entities[2] as Partial<
            Draft['system']['services'][0]['entities'][0]
          >
        ).lifecycle,
    ).slice(0, 2),
    ['removed lifecycle order/status', 'removed state order/status/draft'],
  );
});

test('a change names the properties', () => {
  assert.deepEqual(
    changed((next) =>
      Object.assign(field(next, 'number'), {
        required: false,
        max: { value: '9', exclusive: false },
      }),
    ),
    ['changed field order/number /required /max/value'],
  );
  assert.deepEqual(
    changed((next) =>
      Object.assign(field(next, 'budget'), {
        type: { kind: 'integer' },
        default: { kind: 'value', value: 1 },
      }),
    ),
    ['changed field order/budget /type/kind /type/currency /default'],
  );
  assert.deepEqual(
    changed((next) => (order(next).rules[0]!.expression = { kind: 'today' })),
    [
      'changed rule order/rule/due-after-start /expression/kind /expression/operator /expression/left /expression/right',
    ],
  );
});

test('a field and the lifecycle with the same id are two things', () => {
  assert.deepEqual(
    changed((next) => (order(next).lifecycle!.initial = 'approved')),
    ['changed lifecycle order/status /initial'],
  );
});

test('another order is a change of what holds the nodes', () => {
  assert.deepEqual(
    changed((next) => order(next).fields.reverse()),
    ['changed entity order /fields'],
  );
});

test('lines that move are no change', () => {
  assert.deepEqual(
    changed((next) =>
      order(next).fields.forEach((each) => each.sources.forEach((source) => (source.line += 5))),
    ),
    [],
  );
});
