import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiOperation } from '#blueprint';
import { documentWith, readFiles } from '../test-documents.ts';

const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
const answers = (status: number, schema?: unknown) => ({
  [status]: { description: 'ok', ...(schema === undefined ? {} : json(schema)) },
});
const text = { type: 'string' };
const note = { type: 'object', required: ['id', 'text'], properties: { id: text, text } };
const draft = { type: 'object', required: ['text'], properties: { text } };

interface Changes {
  readonly record?: unknown;
  readonly body?: unknown;
  readonly list?: object;
  readonly single?: object;
  readonly path?: string;
}

/** A document about notes, with some parts changed, and what was made of it. */
function read({
  record = note,
  body = draft,
  list = {},
  single = {},
  path = '/notes/{id}',
}: Changes) {
  const id = { name: /\{(.*)\}/.exec(path)?.[1], in: 'path', required: true, schema: text };
  const { value, diagnostics } = readFiles({
    'api.json': documentWith({
      '/notes': {
        get: { responses: answers(200, { type: 'array', items: record }), ...list },
        post: { requestBody: json(body), responses: answers(201, record) },
      },
      [path]: {
        parameters: [id],
        get: { responses: answers(200, record), ...single },
        delete: { responses: answers(204) },
      },
    }),
  });
  assert.ok(value, JSON.stringify(diagnostics));
  const [service] = value.system.services;
  const kept = (service?.operations ?? []).filter(({ keeps }) => keeps).map(title);
  return { collection: service?.collections?.[0], kept, questions: value.system.questions };
}

const title = ({ method, path }: ApiOperation) => `${method} ${path}`;

test('paths that make, show and delete records are a collection', () => {
  const { collection, kept, questions } = read({});
  assert.deepEqual(
    [collection?.key, collection?.keyFrom, collection?.supplied],
    ['id', 'uuid', []],
  );
  assert.deepEqual(kept, ['get /notes', 'post /notes', 'get /notes/{id}', 'delete /notes/{id}']);
  assert.deepEqual(questions, []);
});

test('the key is what the path names, given by the caller or by the service', () => {
  const numbered = { ...note, properties: { id: { type: 'integer' }, text } };
  assert.equal(read({ record: numbered }).collection?.keyFrom, 'integer');
  const { collection } = read({ path: '/notes/{noteId}' });
  assert.equal(collection?.key, 'id');
  const own = { ...draft, required: ['id', 'text'], properties: { id: text, text } };
  assert.equal(read({ body: own }).collection?.keyFrom, 'caller');
});

test('the service fills in times, defaults and null', () => {
  const time = { type: 'string', format: 'date-time' };
  const record = {
    type: 'object',
    required: ['id', 'text', 'created_at', 'updatedAt', 'color', 'due'],
    properties: {
      id: text,
      text,
      created_at: time,
      updatedAt: time,
      color: { type: 'string', default: 'red' },
      due: { ...time, nullable: true },
    },
  };
  assert.deepEqual(
    read({ record }).collection?.supplied.map(({ property, from }) => `${property} ${from}`),
    ['created_at created', 'updatedAt updated', 'color value', 'due null'],
  );
});

const odd: readonly (readonly [string, Changes, RegExp])[] = [
  [
    'a property that nobody gives',
    {
      record: {
        ...note,
        required: ['id', 'rating'],
        properties: { id: text, text, rating: { type: 'integer' } },
      },
    },
    /rating is always answered/,
  ],
  [
    'a property that is never shown',
    { body: { ...draft, properties: { text, password: text } } },
    /password is taken and never answered/,
  ],
  [
    'another form',
    { record: { ...note, properties: { id: text, text: { type: 'integer' } } } },
    /text is answered in another form/,
  ],
  [
    'a key that is nowhere',
    { path: '/notes/{slug}' },
    /no property of the record is what \{slug\}/,
  ],
  [
    'a key of a form that only its author knows',
    { record: { ...note, properties: { id: { ...text, pattern: '^N' }, text } } },
    /nothing says how a new record gets its id/,
  ],
  ['a choice of records', { record: { oneOf: [note, draft] } }, /no object with properties/],
];

for (const [what, changes, reason] of odd) {
  test(`${what} is left to its author, with the reason`, () => {
    const { collection, kept, questions } = read(changes);
    assert.deepEqual([collection, kept], [undefined, []]);
    assert.match(questions.map((question) => question.reason).join(' '), reason);
  });
}

test('an operation that does more is left to its author, the others are served', () => {
  const tags = { parameters: [{ name: 'near', in: 'query', schema: text }] };
  const { kept, questions } = read({ list: tags });
  assert.deepEqual(kept, ['post /notes', 'get /notes/{id}', 'delete /notes/{id}']);
  assert.match(questions[0]?.reason ?? '', /nothing says what its parameter near does/);
  const filtered = read({ list: { parameters: [{ name: 'text', in: 'query', schema: text }] } });
  assert.equal(filtered.kept.length, 4);
  const header = {
    responses: {
      200: { description: 'ok', ...json(note), headers: { 'X-A': { required: true } } },
    },
  };
  assert.match(read({ single: header }).questions[0]?.reason ?? '', /header X-A/);
});
