import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { parseBlueprint } from '#blueprint';
import { readAnyRequirements } from '../read-any-requirements.ts';
import { answering, documentWith, readFiles, told } from './test-documents.ts';

const folder = join(import.meta.dirname, '../../../test/fixtures/openapi');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const harbour = () =>
  readAnyRequirements({
    document: 'harbour.yaml',
    text: read('harbour.yaml'),
    beside: (path) => ({ text: read(path) }),
  });

test('every operation of a description over several files is a node with its line', async () => {
  const { value, coverage } = await harbour();
  const operations = value?.system.services[0]?.operations ?? [];
  assert.deepEqual(
    operations.map(({ name, group, sources }) => `${group}/${name} ${sources[0]?.line}`),
    [
      'ships/ships-list 18',
      'ships/ships-add 18',
      'ships/ships-get 23',
      'ships/delete 38',
      'ships/ships-replace-cargo 46',
      'berths/berths-get-1 67',
      'plans/plans-at 87',
      'manifests/send-manifest 98',
    ],
  );
  assert.equal(value?.system.questions.length, operations.length);
  assert.deepEqual([coverage.total, coverage.notUnderstood], [182, 0]);
});

test('the document in one piece says what the files say', async () => {
  const { value } = await harbour();
  const document = value?.system.services[0]?.document;
  const files = new Map<string, unknown>();
  const load = (path: string): unknown => {
    if (!files.has(path)) files.set(path, parse(read(path)));
    return files.get(path);
  };
  const checked = new Set<string>();
  // Both sides are walked at once; references are followed, each pair once.
  const compare = (a: unknown, file: string, b: unknown, at: string): void => {
    const left = followed(a, file, load);
    const right = followed(b, 'bundle', () => document);
    if (left.reference !== undefined) {
      const pair = `${left.reference} ${String(right.reference)}`;
      if (checked.has(pair)) return;
      checked.add(pair);
    }
    if (typeof left.value !== 'object' || left.value === null) {
      assert.equal(right.value, left.value, at);
      return;
    }
    const given = left.value as Record<string, unknown>;
    const found = right.value as Record<string, unknown>;
    const added = at === '' ? ['schemas', 'parameters', 'responses'] : [];
    const keys = Object.keys(given);
    if (at !== '/components' && added.length === 0)
      assert.deepEqual(Object.keys(found).sort(), keys.toSorted(), at);
    for (const key of keys) compare(given[key], left.file, found[key], `${at}/${key}`);
  };
  const given = load('harbour.yaml') as Record<string, Record<string, unknown>>;
  compare(given['paths'], 'harbour.yaml', document?.['paths'], '/paths');
  const components = document?.['components'] as Record<string, Record<string, unknown>>;
  const schemas = components?.['schemas'];
  for (const [name, schema] of Object.entries(given['components']?.['schemas'] ?? {}))
    compare(schema, 'harbour.yaml', schemas?.[name], `/schemas/${name}`);
  assert.ok(checked.size > 10);
  for (const key of ['info', 'servers', 'tags']) assert.deepEqual(document?.[key], given[key]);
  assert.equal(JSON.stringify(document).includes('.yaml'), false);
});

test('a document of one file is the contract as it is, whatever its version and notation', async () => {
  const document = {
    ...documentWith({ '/a': { get: answering({ nullable: true, type: 'string' }) } }),
    'x-own': { $ref: 'not/a/reference' },
  };
  const { value, diagnostics } = readFiles({ 'api.json': document });
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(value?.system.services[0]?.document, document);
  const parsed = await parseBlueprint(JSON.parse(JSON.stringify(value)));
  assert.deepEqual(parsed.diagnostics, []);
  assert.deepEqual(parsed.value, value);
});

test('requirements that quote a description are requirements', async () => {
  const text =
    '# Tasks\n\nA task has a title, a due date and a status.\n\n```yaml\nopenapi: 3.1.0\npaths: {}\n```\n';
  const { value } = await readAnyRequirements({ document: 'prd.md', text });
  assert.equal(value?.system.services[0]?.document, undefined);
  assert.equal(value?.system.services[0]?.entities[0]?.name, 'task');
});

test('what is odd about addresses is said at its line', () => {
  const get = answering({});
  const named = { ...get, operationId: 'same', parameters: [{ name: 'y', in: 'path' }] };
  const { value, diagnostics } = readFiles({
    'api.json': {
      ...documentWith({
        '/a/{x}': { get: named },
        '/a/{z}': { get: { ...get, operationId: 'same' } },
        '/docs': { get },
      }),
      servers: [{ url: '/' }, { url: 'http://localhost/v1' }],
    },
  });
  assert.deepEqual(
    new Set(told(diagnostics).map((one) => one.split(' ')[0])),
    new Set([
      'openapi/ambiguous-path',
      'openapi/duplicate-operation-id',
      'openapi/missing-parameter',
      'openapi/unused-parameter',
      'openapi/reserved-path',
      'openapi/several-servers',
    ]),
  );
  assert.deepEqual(
    value?.system.services[0]?.operations?.map(({ name }) => name),
    ['same', 'same-2', 'get-docs'],
  );
});

test('callbacks and bodies that are not checked are named', async () => {
  assert.deepEqual(told((await harbour()).diagnostics), [
    'openapi/unchecked-body 101:7',
    'openapi/callbacks 123:7',
  ]);
});

test('a type that is none is openapi/unknown-type, and stays in the contract', () => {
  const { value, diagnostics } = readFiles({
    'api.json': documentWith({ '/a': { get: answering({ type: 'ObjectId' }) } }),
  });
  assert.deepEqual(told(diagnostics), ['openapi/unknown-type 16:19']);
  assert.match(JSON.stringify(value), /ObjectId/);
});

test('a schema that is none is openapi/unknown-schema, and stays in the contract', () => {
  const { value, diagnostics } = readFiles({
    'api.json': documentWith({ '/a': { get: answering('type:string') } }),
  });
  assert.deepEqual(told(diagnostics), ['openapi/unknown-schema 15:17']);
  assert.match(JSON.stringify(value), /"schema":"type:string"/);
});

test('an example that is given twice is openapi/repeated-example; anything else is refused', () => {
  const answer = (examples: string) =>
    `openapi: 3.0.3
info: { title: Test, version: '1' }
paths:
  /a:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { type: object, properties: { example: { type: string${examples === '' ? ', type: object' : ''} } } }
${examples}`;
  const named = (name: string) => `                ${name}: { value: { size: 1 } }\n`;
  const twice = `              examples:\n${named('one')}${named('one')}`;
  const { value, diagnostics } = readFiles({ 'api.yaml': answer(twice) });
  assert.deepEqual(told(diagnostics), ['openapi/repeated-example 14:17']);
  assert.ok(value);
  const inside = `              example: { size: 1, size: 2 }\n`;
  assert.deepEqual(told(readFiles({ 'api.yaml': answer(inside) }).diagnostics), [
    'openapi/repeated-example 12:35',
  ]);
  const refused = readFiles({ 'api.yaml': answer('') });
  assert.equal(refused.value, undefined);
  assert.deepEqual(told(refused.diagnostics), ['openapi/syntax 11:78']);
});

test('a pattern that takes long is openapi/unusable-pattern, and stays in the contract', () => {
  const schema = { type: 'string', pattern: '^(a+)+$' };
  const { value, diagnostics } = readFiles({
    'api.json': documentWith({ '/a': { get: answering(schema) } }),
  });
  assert.deepEqual(told(diagnostics), ['openapi/unusable-pattern 17:19']);
  assert.match(JSON.stringify(value), /\(a\+\)\+/);
});

/** The value that references lead to, the file it is in, and the last reference. */
function followed(
  given: unknown,
  file: string,
  load: (path: string) => unknown,
): { readonly value: unknown; readonly file: string; readonly reference?: string } {
  let value = given;
  let current = file;
  let last: string | undefined;
  for (;;) {
    const reference = (value as { $ref?: unknown } | null)?.$ref;
    if (typeof reference !== 'string') {
      return { value, file: current, ...(last !== undefined && { reference: last }) };
    }
    const [path = '', pointer = ''] = reference.split('#');
    if (path !== '') current = posix.normalize(posix.join(dirname(current), path));
    value = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>(
        (node, key) =>
          (node as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')],
        load(current),
      );
    last = `${current}#${pointer}`;
  }
}
