import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it } from 'node:test';
import { createHttpClient } from '../http/http-client.ts';
import { readApi } from './api.ts';
import { createRandom } from './random.ts';
import { fuzzSequence } from './sequence.ts';
import { createValidator } from './validator.ts';
import { World } from './world.ts';

it('looks for a record on each page of a list that has no order', async () => {
  assert.deepEqual(await stepsMissed({ keeps: true }), []);
});

it('says that a record is missing which no page has, and that a page is none', async () => {
  assert.deepEqual(await stepsMissed({ keeps: false }), ['listing after a create']);
  assert.deepEqual(await stepsMissed({ keeps: true, items: 'none' }), ['listing after a create']);
});

/** The steps that fail with a service that has 250 records already, and lists the oldest first. */
async function stepsMissed(given: { keeps: boolean; items?: unknown }): Promise<readonly string[]> {
  const ids = Array.from({ length: 250 }, (_, index) => ({ id: `old-${index}` }));
  const server = createServer(({ method, url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (method === 'POST' && given.keeps) ids.push({ id: 'new' });
    const from = Number(searchParams.get('cursor') ?? 0);
    const page = {
      items: given.items ?? ids.slice(from, from + 100),
      nextCursor: from + 100 < ids.length ? String(from + 100) : null,
    };
    response.writeHead(method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(method === 'POST' || pathname !== '/members' ? { id: 'new' } : page),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createHttpClient({ url, signal: AbortSignal.timeout(10_000) });
  try {
    const api = readApi(document);
    const world = new World(api, client, createRandom(1));
    const by = { api, validator: createValidator(api), alive: () => true };
    const [resource] = world.resources;
    assert.ok(resource);
    const findings = await fuzzSequence(world, by, resource);
    return findings.map(({ message }) => /listing after a \w+/.exec(message)?.[0] ?? message);
  } finally {
    client.close();
    server.close();
  }
}

const schema = { type: 'object', properties: { id: { type: 'string' } } };
const body = { content: { 'application/json': { schema } } };
const document = {
  openapi: '3.1.0',
  paths: {
    '/members': {
      get: { operationId: 'list', responses: { 200: { description: 'A page.' } } },
      post: {
        operationId: 'add',
        requestBody: { required: true, ...body },
        responses: { 201: { description: 'Added.', ...body } },
      },
    },
    '/members/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { operationId: 'read', responses: { 200: { description: 'It.', ...body } } },
    },
  },
};
