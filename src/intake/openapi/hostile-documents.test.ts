import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import { answering, documentWith, readFiles, told } from './test-documents.ts';

const schemaAt = (schema: unknown) => documentWith({ '/a': { get: answering(schema) } });

/** Document → the code it is refused with. */
const refused: readonly (readonly [string, unknown, string])[] = [
  [
    'a reference out of the folder',
    schemaAt({ $ref: '../../etc/passwd' }),
    'openapi/outside-reference',
  ],
  ['an encoded one', schemaAt({ $ref: '%2e%2e/%2e%2e/etc/passwd' }), 'openapi/outside-reference'],
  ['an absolute one', schemaAt({ $ref: '/etc/passwd' }), 'openapi/outside-reference'],
  ['one with backslashes', schemaAt({ $ref: '..\\secret.json' }), 'openapi/outside-reference'],
  [
    'a reference to a host',
    schemaAt({ $ref: 'http://127.0.0.1/x.json' }),
    'openapi/foreign-reference',
  ],
  ['one without scheme', schemaAt({ $ref: '//127.0.0.1/x.json' }), 'openapi/foreign-reference'],
  ['a file URL', schemaAt({ $ref: 'file:///etc/passwd' }), 'openapi/foreign-reference'],
  ['a missing file', schemaAt({ $ref: 'gone.yaml#/a' }), 'openapi/missing-reference'],
  ['a missing part', schemaAt({ $ref: '#/components/schemas/Gone' }), 'openapi/missing-reference'],
  [
    'a missing part beside a reference',
    documentWith(
      { '/a': { get: answering({ $ref: '#/components/schemas/A' }) } },
      {
        schemas: {
          A: {
            $ref: '#/components/schemas/B',
            properties: { x: { $ref: '#/components/schemas/Gone' } },
          },
          B: {},
        },
      },
    ),
    'openapi/missing-reference',
  ],
  [
    'a missing part of a schema in an extension',
    {
      ...schemaAt({ $ref: '#/x-own/A' }),
      'x-own': { A: { properties: { x: { $ref: '#/x-own/Gone' } } } },
    },
    'openapi/missing-reference',
  ],
  ['a reference to a text', schemaAt({ $ref: '#/info/title' }), 'openapi/missing-reference'],
  ['an inherited name', schemaAt({ $ref: '#/constructor' }), 'openapi/missing-reference'],
  [
    'references in a circle',
    documentWith(
      { '/a': { get: answering({ $ref: '#/components/schemas/A' }) } },
      {
        schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } },
      },
    ),
    'openapi/circular-reference',
  ],
  [
    'a schema beside itself',
    documentWith(
      { '/a': { get: answering({ $ref: '#/components/schemas/A' }) } },
      {
        schemas: {
          A: { oneOf: [{ $ref: '#/components/schemas/B' }, { type: 'string' }] },
          B: { allOf: [{ $ref: '#/components/schemas/A' }] },
        },
      },
    ),
    'openapi/endless-schema',
  ],
  ['Swagger 2.0', { swagger: '2.0', paths: {} }, 'openapi/version'],
  ['a version to come', { openapi: '4.0.0', paths: {} }, 'openapi/version'],
  ['no paths', documentWith({}), 'openapi/no-operations'],
  ['paths that are text', documentWith('all'), 'openapi/malformed'],
  ['an operation that is a list', documentWith({ '/a': { get: [] } }), 'openapi/malformed'],
  ['a path without slash', documentWith({ a: { get: answering({}) } }), 'openapi/malformed'],
  ['a schema that is a number', schemaAt(1), 'openapi/malformed'],
  [
    '__proto__',
    `{"openapi":"3.0.0","paths":{"/a":{"get":{"__proto__":{}}}}}`,
    'openapi/unsafe-name',
  ],
  ['broken JSON', '{"openapi": "3.0.0", "paths": {', 'openapi/syntax'],
  ['broken YAML', 'openapi: 3.0.0\npaths: {\n', 'openapi/syntax'],
  ['deep nesting in JSON', `{"openapi": "3.0.0", "a": ${'['.repeat(100_000)}`, 'openapi/too-large'],
  ['deep nesting in YAML', `openapi: 3.0.0\na: ${'['.repeat(100_000)}\n`, 'openapi/too-large'],
  ['blocks nested deeply', `openapi: 3.0.0\na:\n${nestedBlocks(3000)}`, 'openapi/too-large'],
  ['a bomb of aliases', bomb(), 'openapi/syntax'],
  ['much YAML', `openapi: 3.0.0\n${'# more\n'.repeat(700_000)}`, 'openapi/too-large'],
];

for (const [what, document, code] of refused) {
  test(`${what} is ${code}`, { timeout: 20_000 }, () => {
    const { value, diagnostics } = readFiles({ 'api.yaml': document });
    assert.equal(value, undefined);
    assert.ok(
      told(diagnostics).some((one) => one.startsWith(`${code} `)),
      told(diagnostics).join(', '),
    );
  });
}

test('a schema that comes back inside of itself is fine', () => {
  const schemas = {
    Tree: {
      anyOf: [{ type: 'null' }, { type: 'array', items: { $ref: '#/components/schemas/Tree' } }],
    },
  };
  const paths = { '/a': { get: answering({ $ref: '#/components/schemas/Tree' }) } };
  const { value } = readFiles({
    'api.json': { ...documentWith(paths, { schemas }), openapi: '3.1.0' },
  });
  assert.ok(value);
});

test('ever more files are openapi/too-large', () => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [
      `f${index}.json`,
      { properties: { next: { $ref: `f${index + 1}.json` } } },
    ]),
  );
  const { diagnostics } = readFiles({ 'api.json': schemaAt({ $ref: 'f0.json' }), ...files });
  assert.match(told(diagnostics).join(), /openapi\/too-large/);
});

test('megabytes of JSON are read in moments', () => {
  const schemas = Object.fromEntries(
    Array.from({ length: sweep(2000, 20_000) }, (_, index) => [
      `S${index}`,
      { type: 'object', description: 'x'.repeat(400), properties: { a: { type: 'string' } } },
    ]),
  );
  const document = documentWith({ '/a': { get: answering({}) } }, { schemas });
  const { value } = readFiles({ 'api.json': document });
  assert.ok(value);
});

test('names are plain whatever the document says', () => {
  const odd = ['`${process.exit()}`', '"; rm -rf /', '../../x', '日本語', '', 'con', 'a\nb', '😀'];
  const paths = Object.fromEntries(
    odd.map((operationId, index) => [
      `/p${index}/'"\`\${x}\n*/{a'"}`,
      { get: { operationId, tags: [operationId], ...answering({}) } },
    ]),
  );
  const { value } = readFiles({ 'api.json': documentWith(paths) });
  const operations = value?.system.services[0]?.operations ?? [];
  assert.equal(operations.length, odd.length);
  for (const { name, group } of operations) {
    assert.match(name, /^[a-z][a-z0-9-]*$/);
    assert.match(group, /^[a-z][a-z0-9-]*$/);
  }
});

function bomb(): string {
  const lines = ['openapi: 3.0.0', 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level += 1) {
    const aliases = Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ');
    lines.push(`a${level}: &a${level} [${aliases}]`);
  }
  return lines.join('\n');
}

function nestedBlocks(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${' '.repeat(level + 1)}b:\n`).join('');
}
