import assert from 'node:assert/strict';
import { compareContracts } from './compare-contracts.ts';

/** A change made to a document. */
export type Edit = (document: Document) => void;
type Schema = Record<string, unknown> & {
  properties: Record<string, Record<string, unknown>>;
  required: string[];
};
export interface Document {
  [part: string]: unknown;
  servers: { url: string }[];
  security: object[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, object> };
}
interface Operation {
  [part: string]: unknown;
  security?: object[];
  parameters: Record<string, unknown>[];
  requestBody: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<
    string,
    {
      description: string;
      headers?: Record<string, Record<string, unknown>>;
      content?: Record<string, { schema: object }>;
    }
  >;
}

/** A small document in which everything that can change is there once. */
export function base(): Document {
  const pet: Schema = {
    type: 'object',
    required: ['name'],
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string', minLength: 1, maxLength: 50, pattern: '^[a-z]+$' },
      age: { type: 'integer', minimum: 0, maximum: 30, default: 1 },
      kind: { type: 'string', enum: ['cat', 'dog'] },
      tags: { type: 'array', items: { type: 'string' }, maxItems: 5 },
      nick: { type: ['string', 'null'] },
      weight: { type: 'number', exclusiveMinimum: 0 },
      parent: { $ref: '#/components/schemas/Ask' },
      choice: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    },
  };
  const answer = structuredClone(pet);
  answer.required = ['id', 'name', 'kind'];
  answer.properties['parent'] = { $ref: '#/components/schemas/Answer' };
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths: {
      '/pets': {
        get: {
          operationId: 'list',
          parameters: [
            { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100, default: 20 } },
            { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
          ],
          requestBody: undefined as never,
          responses: {
            200: {
              description: 'ok',
              content: {
                'application/json': {
                  schema: { type: 'array', items: { $ref: '#/components/schemas/Answer' } },
                },
              },
            },
            404: { description: 'none' },
          },
        },
        post: {
          operationId: 'create',
          parameters: [],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Ask' } } },
          },
          responses: {
            201: {
              description: 'made',
              headers: {
                Location: { required: true, schema: { type: 'string' } },
                'X-Hint': { schema: { type: 'string' } },
              },
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } },
            },
          },
        },
      },
      '/pets/{id}': {
        get: {
          operationId: 'get',
          security: [],
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: undefined as never,
          responses: {
            200: {
              description: 'ok',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } },
            },
          },
        },
      },
    },
    components: {
      schemas: { Ask: pet, Answer: answer },
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

/** The schema of requests. */
export const ask = (document: Document) => there(document.components.schemas['Ask']);
/** The schema of answers. */
export const answer = (document: Document) => there(document.components.schemas['Answer']);
export const list = (document: Document) => there(document.paths['/pets']?.['get']);
export const create = (document: Document) => there(document.paths['/pets']?.['post']);

/** Changes the schemas of requests and of answers alike. */
export function inBoth(edit: (schema: Schema) => void): Edit {
  return (document) => {
    edit(ask(document));
    edit(answer(document));
  };
}

/** Changes one property in both. */
export function property(name: string, change: object): Edit {
  return inBoth((schema) => Object.assign(there(schema.properties[name]), change));
}

function there<T>(value: T | undefined): T {
  assert.ok(value !== undefined);
  return value;
}

/** What is changed, and the kinds of change that are found: with `!` where it breaks callers. */
export type Row = readonly [string, Edit, readonly string[]];

/** Asserts that the change is found, with its verdict and a sentence that says why. */
export function assertVerdict([name, edit, expected]: Row): void {
  const next = base();
  edit(next);
  const { verdict, changes } = compareContracts(base(), JSON.parse(JSON.stringify(next)));
  const found = changes.map(
    ({ kind, verdict: each }) => `${kind}${each === 'breaking' ? '!' : ''}`,
  );
  assert.deepEqual(found.toSorted(), [...expected].toSorted(), name);
  const breaks = expected.some((kind) => kind.endsWith('!'));
  assert.equal(verdict, breaks ? 'breaking' : 'compatible', name);
  for (const change of changes) {
    assert.match(change.why, /^[A-Z].*\.$/, name);
    const breaksClients = ['clients', 'both'].includes(change.breaks);
    assert.equal(breaksClients, change.verdict === 'breaking', name);
  }
}
