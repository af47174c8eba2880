import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sweep } from '../../../../test/support/sweep.ts';
import { Schemas } from '../template/src/api/schemas.ts';

const schemas = (openapi: string, components: object = {}) =>
  new Schemas({ openapi, components: { schemas: components } }, ['^(a+)+$']);
const fits = (openapi: string, schema: unknown, value: unknown, components?: object) =>
  schemas(openapi, components).check(schema, 'request', value).length === 0;

test('both versions have their words for null and for limits', () => {
  assert.ok(fits('3.0.3', { type: 'string', nullable: true }, null));
  assert.ok(fits('3.0.3', { nullable: true, allOf: [{ type: 'string' }] }, null));
  assert.ok(!fits('3.1.0', { type: 'string', nullable: true }, null));
  assert.ok(fits('3.1.0', { type: ['string', 'null'] }, null));
  assert.ok(!fits('3.0.3', { type: 'integer', minimum: 1, exclusiveMinimum: true }, 1));
  assert.ok(fits('3.0.3', { type: 'integer', minimum: 1, exclusiveMinimum: false }, 1));
  assert.ok(!fits('3.1.0', { type: 'integer', exclusiveMinimum: 1 }, 1));
});

test('what only the service sets is not asked of a request, and the other way round', () => {
  const schema = {
    type: 'object',
    required: ['id', 'secret'],
    properties: { id: { readOnly: true }, secret: { $ref: '#/components/schemas/Secret' } },
  };
  const both = schemas('3.0.3', { Secret: { type: 'string', writeOnly: true } });
  assert.deepEqual(both.check(schema, 'request', { secret: 'x' }), []);
  assert.equal(both.check(schema, 'request', { id: 1 }).length, 1);
  assert.deepEqual(both.check(schema, 'answer', { id: 1 }), []);
});

test('schemas may be recursive, refer to any part, and have odd names', () => {
  const components = {
    'a/b~c d': {
      type: 'object',
      properties: { next: { $ref: '#/components/schemas/a~1b~0c%20d' } },
    },
  };
  const schema = { $ref: '#/components/schemas/a~1b~0c%20d' };
  assert.ok(fits('3.1.0', schema, { next: { next: {} } }, components));
  assert.ok(!fits('3.1.0', schema, { next: { next: 1 } }, components));
});

test('a type that nobody knows takes any value', () => {
  assert.ok(fits('3.0.3', { type: 'ObjectId' }, 'a'));
  assert.ok(!fits('3.1.0', { type: ['ObjectId', 'integer'] }, 'a'));
});

test('data beside schemas is no schema', () => {
  const schema = { type: 'string', example: { $id: 'x', $ref: '#/no' }, 'x-own': { $ref: '#/no' } };
  assert.ok(fits('3.1.0', schema, 'a'));
});

test('patterns that take long are not checked', { timeout: 5000 }, () => {
  assert.ok(fits('3.1.0', { type: 'string', pattern: '^(a+)+$' }, `${'a'.repeat(50)}b`));
  assert.ok(!fits('3.1.0', { type: 'string', pattern: '^a$' }, 'b'));
});

test('a long list is looked through once for duplicates', { timeout: 5000 }, () => {
  const items = Array.from({ length: sweep(10_000, 50_000) }, (_, index) => ({ index }));
  const schema = { type: 'array', uniqueItems: true };
  assert.ok(fits('3.1.0', schema, items));
  assert.ok(!fits('3.1.0', schema, [...items, { index: 7 }]));
});

test('all faults of a value are found at once, but not those of a long one', () => {
  const schema = { type: 'array', items: { type: 'integer', minimum: 5 } };
  const faults = (values: readonly unknown[]) =>
    schemas('3.1.0').check(schema, 'request', values).length;
  assert.equal(faults([1, 'a', 7, 2]), 3);
  assert.equal(faults(Array.from({ length: 100_000 }, () => 1)), 1);
});

test('a keyword whose value makes no sense says nothing', () => {
  const schema = {
    enum: [],
    allOf: [],
    minimum: '5',
    exclusiveMaximum: true,
    maxLength: -1,
    multipleOf: 0,
    pattern: 7,
    required: ['a', 'a'],
  };
  assert.ok(fits('3.1.0', schema, 3));
  assert.ok(!fits('3.1.0', { type: 'object', ...schema }, {}));
});
