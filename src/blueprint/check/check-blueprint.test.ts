import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import type { Blueprint } from '../blueprint.ts';
import type { Entity } from '../entity.ts';
import type { Expression } from '../expression.ts';
import type { Field } from '../field.ts';
import type { Service } from '../service.ts';
import { checkBlueprint } from './check-blueprint.ts';

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
interface Draft {
  blueprint: Mutable<Blueprint>;
  service: Mutable<Service>;
  person: Mutable<Entity>;
  order: Mutable<Entity>;
  field: (name: string) => Mutable<Field>;
}

function codes(edit: (draft: Draft) => void): string[] {
  const blueprint = structuredClone(workshop()) as Mutable<Blueprint>;
  const service = blueprint.system.services[0]!;
  const [person, , order] = service.entities as [Mutable<Entity>, unknown, Mutable<Entity>];
  edit({
    blueprint,
    service,
    person,
    order,
    field: (name) => order.fields.find((field) => field.name === name)!,
  });
  return [...new Set(checkBlueprint(blueprint as Blueprint).map(({ code }) => code))];
}

const set =
  (name: string, change: Partial<Field>) =>
  ({ field }: Draft) =>
    void Object.assign(field(name), change);
const rule =
  (expression: Expression) =>
  ({ order }: Draft) =>
    void Object.assign(order.rules[0]!, { expression });
const get = (field: string): Expression => ({ kind: 'field', field });
const text = (value: string): Expression => ({ kind: 'literal', type: 'string', value });
const equal = (left: Expression, right: Expression): Expression => ({
  kind: 'compare',
  operator: 'eq',
  left,
  right,
});
const isTrue: Expression = equal(get('number'), get('number'));
const value = (given: string | number | boolean | string[]) =>
  ({ kind: 'value', value: given }) as const;

test('the fixtures make sense', () => {
  assert.deepEqual(checkBlueprint(workshop()), []);
  assert.deepEqual(checkBlueprint(notes()), []);
});

test('every mistake has its code', () => {
  const mistakes: readonly (readonly [string, (draft: Draft) => void])[] = [
    ['blueprint/duplicate-id', ({ order }) => (order.fields[0]!.id = 'order/budget')],
    ['blueprint/duplicate-name', ({ service }) => (service.entities[1]!.plural = 'orders')],
    ['blueprint/duplicate-name', ({ service }) => (service.entities[1]!.name = 'order')],
    [
      'blueprint/duplicate-name',
      ({ service }) => (service.events[0]!.name = service.events[1]!.name),
    ],
    ['blueprint/duplicate-name', ({ field }) => (field('tracking').name = 'customer-id')],
    ['blueprint/duplicate-name', ({ order }) => (order.lifecycle!.transitions[0]!.name = 'finish')],
    ['blueprint/reserved-name', ({ field }) => (field('finished-at').name = 'created-at')],
    ['blueprint/reserved-name', ({ field }) => (field('tracking').name = 'id')],
    ['blueprint/reserved-name', ({ person }) => (person.fields[3]!.name = 'password')],
    ['blueprint/reserved-name', ({ blueprint }) => (blueprint.system.roles[0]!.name = 'owner')],
    [
      'blueprint/unknown-entity',
      ({ field }) =>
        (field('customer').type = {
          kind: 'reference',
          entity: 'ghost',
          cardinality: 'one',
          onDelete: 'restrict',
        }),
    ],
    ['blueprint/unknown-entity', ({ service }) => (service.permissions[0]!.entity = 'ghost')],
    ['blueprint/unknown-entity', ({ service }) => (service.events[0]!.entity = 'ghost')],
    [
      'blueprint/unknown-entity',
      rule(equal({ kind: 'aggregate', function: 'count', entity: 'ghost' }, get('number'))),
    ],
    ['blueprint/unknown-field', ({ order }) => order.keys[0]!.fields.push('ghost')],
    ['blueprint/unknown-field', ({ order }) => order.rules[0]!.fields.push('ghost')],
    ['blueprint/unknown-field', rule({ kind: 'present', value: get('ghost') })],
    [
      'blueprint/unknown-field',
      rule({ kind: 'present', value: { kind: 'related', via: 'customer', field: 'ghost' } }),
    ],
    [
      'blueprint/not-a-reference',
      rule({ kind: 'present', value: { kind: 'related', via: 'budget', field: 'name' } }),
    ],
    [
      'blueprint/not-a-reference',
      rule(
        equal(
          { kind: 'aggregate', function: 'count', entity: 'order-line', via: 'part' },
          get('number'),
        ),
      ),
    ],
    ['blueprint/unknown-role', ({ service }) => (service.permissions[0]!.role = 'ghost')],
    ['blueprint/unknown-role', ({ order }) => order.lifecycle!.transitions[0]!.roles.push('ghost')],
    ['blueprint/unknown-role', rule({ kind: 'has-role', role: 'ghost' })],
    [
      'blueprint/unknown-transition',
      ({ service }) =>
        (service.events.find(({ on }) => on === 'transitioned')!.transition = 'ghost'),
    ],
    ['blueprint/unknown-transition', ({ service }) => (service.events[0]!.transition = 'approve')],
    ['blueprint/bad-lifecycle', ({ order }) => (order.lifecycle!.field = 'budget')],
    ['blueprint/bad-lifecycle', ({ order }) => (order.lifecycle!.states[0]!.value = 'ghost')],
    ['blueprint/bad-lifecycle', ({ order }) => (order.lifecycle!.transitions[0]!.to = 'ghost')],
    ['blueprint/bad-lifecycle', set('status', { readOnly: true })],
    ['blueprint/bad-lifecycle', set('status', { default: value('done') })],
    ['blueprint/bad-default', set('number', { default: value('1') })],
    ['blueprint/bad-default', set('number', { default: value(1.5) })],
    ['blueprint/bad-default', set('discount', { default: value(1) })],
    ['blueprint/bad-default', set('discount', { default: value('1.234') })],
    ['blueprint/bad-default', set('discount', { default: value('1234') })],
    ['blueprint/bad-default', set('due-date', { default: value('2026-02-30') })],
    ['blueprint/bad-default', set('due-date', { default: { kind: 'now' } })],
    ['blueprint/bad-default', set('finished-at', { default: { kind: 'today' } })],
    ['blueprint/bad-default', set('tracking', { default: value('x') })],
    [
      'blueprint/bad-default',
      set('customer', { default: value('0195c7a0-4b1e-7000-8000-000000000000') }),
    ],
    ['blueprint/bad-limit', set('cancel-reason', { min: { value: '1', exclusive: false } })],
    ['blueprint/bad-limit', set('number', { min: { value: 'one', exclusive: false } })],
    ['blueprint/bad-limit', set('discount', { min: { value: '100', exclusive: true } })],
    [
      'blueprint/bad-limit',
      set('due-date', {
        min: { value: '2026-01-02', exclusive: false },
        max: { value: '2026-01-01', exclusive: false },
      }),
    ],
    ['blueprint/bad-limit', set('number', { minLength: 1 })],
    ['blueprint/bad-limit', set('cancel-reason', { minLength: 5, maxLength: 4 })],
    ['blueprint/bad-limit', set('number', { pattern: 'a' })],
    ['blueprint/bad-pattern', set('cancel-reason', { pattern: '(' })],
    ['blueprint/bad-pattern', set('cancel-reason', { pattern: '(?=a)b' })],
    ['blueprint/bad-pattern', set('cancel-reason', { pattern: String.raw`(a)\1` })],
    ['blueprint/bad-pattern', rule({ kind: 'matches', value: get('cancel-reason'), pattern: '[' })],
    ['blueprint/slow-pattern', set('cancel-reason', { pattern: '(a+)+' })],
    [
      'blueprint/slow-pattern',
      rule({ kind: 'matches', value: get('cancel-reason'), pattern: '(a|a)*' }),
    ],
    ['blueprint/missing-role', ({ blueprint }) => (blueprint.system.roles[0]!.name = 'boss')],
    ['blueprint/several-accounts', ({ order }) => (order.account = true)],
    ['blueprint/account-in-public', ({ service }) => (service.access = 'public')],
    [
      'blueprint/account-needs-record',
      ({ person }) =>
        Object.assign(person.fields[3]!, {
          required: true,
          type: { kind: 'reference', entity: 'customer', cardinality: 'one', onDelete: 'restrict' },
        }),
    ],
    ['blueprint/cannot-clear', set('assignee', { required: true })],
    ['blueprint/type-mismatch', rule(get('number'))],
    ['blueprint/type-mismatch', rule(equal(get('number'), text('1')))],
    ['blueprint/type-mismatch', rule(equal(get('due-date'), get('number')))],
    ['blueprint/type-mismatch', rule({ kind: 'not', operand: get('budget') })],
    ['blueprint/type-mismatch', rule({ kind: 'and', operands: [isTrue, get('budget')] })],
    [
      'blueprint/type-mismatch',
      rule({ kind: 'implies', condition: isTrue, consequence: get('budget') }),
    ],
    ['blueprint/type-mismatch', rule({ kind: 'matches', value: get('number'), pattern: 'a' })],
    [
      'blueprint/type-mismatch',
      rule(equal({ kind: 'length', value: get('number') }, get('number'))),
    ],
    [
      'blueprint/type-mismatch',
      rule(
        equal(
          { kind: 'arithmetic', operator: 'multiply', left: get('due-date'), right: get('number') },
          get('number'),
        ),
      ),
    ],
    [
      'blueprint/type-mismatch',
      rule(
        equal(
          { kind: 'aggregate', function: 'sum', entity: 'order-line', via: 'order' },
          get('number'),
        ),
      ),
    ],
    [
      'blueprint/type-mismatch',
      rule(equal(get('due-date'), { kind: 'literal', type: 'date', value: '2026-13-01' })),
    ],
    [
      'blueprint/type-mismatch',
      ({ order }) =>
        (order.lifecycle!.transitions[1]!.guard = get('budget') as Mutable<Expression>),
    ],
    ['blueprint/unknown-value', rule(equal(get('status'), text('ghost')))],
    ['blueprint/unknown-value', rule(equal(text('ghost'), get('status')))],
    [
      'blueprint/unknown-value',
      rule({
        kind: 'in',
        value: { kind: 'previous', field: 'status' },
        options: [{ kind: 'literal', type: 'string', value: 'ghost' }],
      }),
    ],
  ];
  for (const [code, edit] of mistakes) {
    assert.ok(codes(edit).includes(code), `${code}: ${edit.toString()} → ${codes(edit).join(' ')}`);
  }
});

test('what fits is not reported', () => {
  const days: Expression = { kind: 'literal', type: 'duration', value: 'P45D' };
  const fine: readonly ((draft: Draft) => void)[] = [
    rule({
      kind: 'compare',
      operator: 'le',
      left: {
        kind: 'arithmetic',
        operator: 'subtract',
        left: get('due-date'),
        right: get('start-date'),
      },
      right: days,
    }),
    rule({ kind: 'compare', operator: 'gt', left: get('finished-at'), right: get('due-date') }),
    rule({
      kind: 'compare',
      operator: 'lt',
      left: { kind: 'length', value: get('parts') },
      right: get('number'),
    }),
    rule(
      equal(
        {
          kind: 'aggregate',
          function: 'sum',
          entity: 'order-line',
          via: 'order',
          value: get('quantity'),
          where: equal(get('quantity'), { kind: 'outer', field: 'number' }),
        },
        get('number'),
      ),
    ),
    rule(
      equal(
        { kind: 'aggregate', function: 'max', entity: 'order', value: get('due-date') },
        { kind: 'today' },
      ),
    ),
    rule(
      equal(
        { kind: 'related', via: 'customer', field: 'vip' },
        { kind: 'literal', type: 'boolean', value: 'true' },
      ),
    ),
    rule({ kind: 'has-role', role: 'owner' }),
    set('tracking', { default: value('0195C7A0-4b1e-7000-8000-000000000000') }),
    set('discount', { default: value('099.5') }),
    set('start-date', { default: value('2024-02-29') }),
    set('cancel-reason', { pattern: String.raw`^(?:[A-Z]\d{2,}|x-\\1)+$`, maxLength: 9 }),
    set('due-date', {
      min: { value: '2026-01-01', exclusive: false },
      max: { value: '2026-01-01', exclusive: false },
    }),
  ];
  for (const edit of fine) assert.deepEqual(codes(edit), [], edit.toString());
});

test('a diagnostic is at the line of the requirements', () => {
  const blueprint = structuredClone(workshop()) as Mutable<Blueprint>;
  blueprint.system.services[0]!.permissions[0]!.role = 'ghost';
  const [diagnostic] = checkBlueprint(blueprint);
  assert.equal(diagnostic?.source?.line, 76);
});
