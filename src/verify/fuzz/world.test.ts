import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { it } from 'node:test';
import { buildBlueprint, buildEntity, buildField, buildService, referenceTo } from '#blueprint';
import { createContract } from '#contract';
import { createHttpClient } from '../http/http-client.ts';
import { readApi } from './api.ts';
import { createRandom } from './random.ts';
import { World } from './world.ts';

it('makes records that seem to refer to each other in a circle', async () => {
  const entity = (name: string, reference: string) =>
    buildEntity({
      name,
      plural: `${name}s`,
      fields: [buildField(name, { name: reference, type: referenceTo('group') })],
    });
  // `parent` says to nobody what it refers to: the first guess is `order`, which refers to `group`.
  const blueprint = buildBlueprint({
    name: 'circle',
    services: [
      buildService({
        name: 'circle',
        access: 'public',
        entities: [entity('order', 'group'), entity('group', 'parent')],
      }),
    ],
  });
  const document = createContract({ blueprint, service: blueprint.system.services[0]! }).openapi;
  let count = 0;
  const server = createServer((_, response) => {
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: String((count += 1)) }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createHttpClient({ url, signal: AbortSignal.timeout(10_000) });
  try {
    const world = new World(readApi(document), client, createRandom(1));
    for (const resource of world.resources) assert.ok(await world.record(resource));
    assert.equal(count, world.resources.length);
  } finally {
    client.close();
    server.close();
  }
});

it('registers without what leads to no record', async () => {
  const properties = {
    email: { type: 'string', format: 'email' },
    password: { type: 'string' },
    companyId: { type: 'string', format: 'uuid' },
  };
  const schema = { type: 'object', required: ['email', 'password'], properties };
  const post = {
    operationId: 'register',
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { 201: { description: 'Registered.' } },
  };
  const document = { openapi: '3.1.0', paths: { '/api/auth/register': { post } } };
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const isRefused = (body as { companyId?: string }).companyId !== undefined;
      response.writeHead(isRefused ? 422 : 201, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isRefused ? {} : { token: 'secret' }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createHttpClient({ url, signal: AbortSignal.timeout(10_000) });
  try {
    const world = new World(readApi(document), client, createRandom(1));
    await world.signIn();
    assert.deepEqual(world.credentials(), { authorization: 'Bearer secret' });
  } finally {
    client.close();
    server.close();
  }
});
