import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '../../test/fixtures/workshop.ts';
import { createContract } from './contract.ts';
import { openApi30 } from './openapi-30.ts';
import type { Schema } from './openapi/document.ts';

const blueprint = workshop();
const { openapi } = createContract({ blueprint, service: blueprint.system.services[0]! });
const text = (schema: Schema) => {
  const document = { ...openapi, components: { ...openapi.components, schemas: { S: schema } } };
  return (openApi30(document)['components'] as { schemas: { S: object } }).schemas.S;
};

test('what 3.1 says in new words, 3.0 says in old ones', () => {
  assert.deepEqual(text({ type: ['string', 'null'], enum: ['a', null] }), {
    type: 'string',
    nullable: true,
    enum: ['a', null],
  });
  assert.deepEqual(text({ type: 'string', const: 'ok', examples: ['ok', 'no'] }), {
    type: 'string',
    enum: ['ok'],
    example: 'ok',
  });
  assert.deepEqual(text({ exclusiveMinimum: 0, maximum: 5 }), {
    minimum: 0,
    exclusiveMinimum: true,
    maximum: 5,
  });
  assert.deepEqual(text({ exclusiveMaximum: 9 }), { maximum: 9, exclusiveMaximum: true });
  assert.deepEqual(text({ $ref: '#/a' }), { $ref: '#/a' });
  assert.deepEqual(text({ $ref: '#/a', description: 'A.' }), {
    description: 'A.',
    allOf: [{ $ref: '#/a' }],
  });
  assert.deepEqual(text({ $ref: '#/a', not: { type: 'null' } }), {
    allOf: [{ $ref: '#/a' }],
    not: { enum: [null] },
  });
  assert.deepEqual(
    text({ type: ['string', 'number', 'null'], propertyNames: { pattern: 'a' } }),
    {},
  );
});

test('a property may be called like a keyword', () => {
  const schema: Schema = {
    type: 'object',
    properties: { examples: { type: 'string' }, const: { type: ['integer', 'null'] } },
  };
  assert.deepEqual(text(schema), {
    type: 'object',
    properties: { examples: { type: 'string' }, const: { type: 'integer', nullable: true } },
  });
});

test('the document itself is left as it was', () => {
  const before = JSON.stringify(openapi);
  openApi30(openapi);
  assert.equal(JSON.stringify(openapi), before);
  assert.equal(openApi30(openapi).openapi, '3.0.3');
});
