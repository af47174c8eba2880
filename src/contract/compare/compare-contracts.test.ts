import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import { createContract } from '../contract.ts';
import { openApi30 } from '../openapi-30.ts';
import { compareContracts } from './compare-contracts.ts';
import { answer, ask, base, create } from './test-document.ts';

test('a change says where it is, whom it breaks and why', () => {
  const next = base();
  ask(next).properties['name']!['maxLength'] = 10;
  answer(next).properties['name']!['maxLength'] = 10;
  create(next).responses['202'] = { description: 'later' };
  assert.deepEqual(compareContracts(base(), next).changes, [
    {
      path: '/components/schemas/Answer/properties/name',
      kind: 'max-length',
      verdict: 'compatible',
      breaks: 'servers',
      why: 'The maximum length went from 50 to 10: those who read answers get only what they know; a server of the old contract may not keep it.',
    },
    {
      path: '/components/schemas/Ask/properties/name',
      kind: 'max-length',
      verdict: 'breaking',
      breaks: 'clients',
      why: 'The maximum length went from 50 to 10: those who send requests that were fine can be refused.',
    },
    {
      path: '/paths/~1pets/post/responses/202',
      operation: 'POST /pets',
      kind: 'status-added',
      verdict: 'breaking',
      breaks: 'clients',
      why: 'Status 202 is new: those who read answers do not know this success.',
    },
  ]);
});

test('a document is identical to itself, and to itself with keys in another order', () => {
  assert.deepEqual(compareContracts(base(), base()), { verdict: 'identical', changes: [] });
  const { components, paths, ...rest } = base();
  assert.equal(compareContracts(base(), { components, paths, ...rest }).verdict, 'identical');
});

test('our contracts: identical to themselves; 3.0 says nothing that breaks callers of 3.1', () => {
  for (const blueprint of [workshop(), notes()]) {
    const { openapi } = createContract({ blueprint, service: blueprint.system.services[0]! });
    assert.equal(compareContracts(openapi, openapi).verdict, 'identical');
    const { changes } = compareContracts(openapi, openApi30(openapi));
    const kinds = [...new Set(changes.map(({ kind }) => kind))];
    assert.deepEqual(
      kinds,
      blueprint.system.name === 'workshop' ? ['property-names'] : ['wording'],
    );
  }
});

test('documents of any shape are taken, circles and depth are bounded', () => {
  const hostile: unknown[] = [
    null,
    1,
    'text',
    [],
    {},
    { paths: 1 },
    { paths: { '/a': null } },
    { paths: { '/a': { get: { parameters: {}, responses: [], requestBody: 3 } } } },
    { paths: { '/a': { $ref: '#/paths/~1a' } } },
    {
      paths: {
        '/a': { get: { responses: { 200: { content: { x: { schema: { $ref: '#/a' } } } } } } },
      },
      a: { $ref: '#/b' },
      b: { $ref: '#/a' },
    },
    {
      paths: {
        '/a': { get: { responses: { 200: { content: { x: { schema: { $ref: '#/s' } } } } } } },
      },
      s: {
        allOf: [{ $ref: '#/s' }],
        anyOf: [{ $ref: '#/s' }, { type: 'null' }],
        properties: { a: { $ref: '#/s', minLength: 1 }, b: { $ref: '#/s', maxLength: 1 } },
      },
    },
    {
      paths: {
        '/a': {
          get: { responses: { 200: { content: { x: { schema: { $ref: 'other.yaml#/s' } } } } } },
        },
      },
    },
    {
      paths: { '/a': { get: { responses: { 200: { content: { x: { schema: deep(5000) } } } } } } },
    },
  ];
  for (const old of hostile) {
    for (const next of hostile) assert.ok(compareContracts(old, next).changes.length < 400);
  }
});

test('what refers to another document is compared by its address', () => {
  const at = (address: string) => {
    const document = base();
    create(document).requestBody.content['application/json']!.schema = { $ref: address };
    return document;
  };
  assert.equal(compareContracts(at('a.yaml#/A'), at('a.yaml#/A')).verdict, 'identical');
  assert.equal(compareContracts(at('a.yaml#/A'), at('b.yaml#/A')).verdict, 'breaking');
});

function deep(levels: number): object {
  let schema: object = {};
  for (let level = 0; level < levels; level += 1) schema = { properties: { a: schema } };
  return schema;
}
