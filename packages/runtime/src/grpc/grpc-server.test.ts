import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import {
  type ClientDuplexStream,
  credentials,
  loadPackageDefinition,
  Metadata,
  type ServiceClientConstructor,
} from '@grpc/grpc-js';
import { loadFileDescriptorSetFromBuffer } from '@grpc/proto-loader';
import { EmbeddedBus } from '../bus/embedded/embedded-bus.ts';
import { UnauthenticatedError } from '../errors/middleware-errors.ts';
import { Gateway } from '../gateway/gateway.ts';
import { callOverBus } from '../remote/bus-call.ts';
import { serveOnBus } from '../remote/serve-on-bus.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { component } from '../test-components.ts';
import { GrpcServer } from './grpc-server.ts';
import { loadProtos, ownProto } from './load-protos.ts';

const folder = mkdtempSync(join(tmpdir(), 'microforge-grpc-'));
const proto = join(folder, 'shop.proto');
writeFileSync(
  proto,
  `syntax = "proto3";
  package shop;
  message Request { string id = 1; int64 amount = 2; repeated string tags = 3; }
  enum State { OPEN = 0; PAID = 1; }
  message Order { string id = 1; int64 amount = 2; State state = 3; string who = 4; string version = 5; }
  service Orders { rpc Get(Request) returns (Order); rpc Far(Request) returns (Order); rpc List(Request) returns (stream Order); }`,
);

type Message = Record<string, unknown>;
const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true })];
after(async () => {
  for (const stop of stops.toReversed()) await stop();
});

async function start() {
  const bus = new EmbeddedBus();
  const there = new ServiceRegistry({ healthIntervalMs: 1e6 });
  const registry = new ServiceRegistry({ healthIntervalMs: 1e6, remote: callOverBus(bus) });
  const version = (name: string) =>
    component(async ({ data, principal, headers }) => {
      const { id, amount } = data as { id: string; amount: string };
      if (id === 'missing') throw new Error('secret');
      if (id === 'slow') await new Promise((resolve) => setTimeout(resolve, 150));
      return {
        id,
        amount,
        state: 'PAID',
        who: principal?.id ?? headers['x-who'] ?? '',
        version: name,
      };
    });
  await registry.register('orders-1', version('1'));
  await registry.register('orders-2', version('2'));
  await there.register('orders-far', version('far'));
  const serving = await serveOnBus(there, bus);
  const gateway = new Gateway({
    registry,
    authenticate: ({ headers }) => {
      if (headers.authorization === 'Bearer wrong') throw new UnauthenticatedError();
      return headers.authorization === undefined ? undefined : { id: 'ada', roles: [] };
    },
    config: {
      services: {
        orders: {
          auth: { mode: 'optional' },
          versions: {
            '1': { component: 'orders-1', weight: 3 },
            '2': { component: 'orders-2', weight: 1 },
          },
        },
        far: { versions: { '1': { component: 'orders-far' } } },
      },
    },
  });
  const server = new GrpcServer({
    gateway,
    protos: [proto],
    services: { 'shop.Orders': { Get: 'orders', Far: 'far' } },
  });
  const address = await server.listen();
  const make = (definitions: ReturnType<typeof loadProtos>, path: string) => {
    const found = path
      .split('.')
      .reduce<unknown>((at, name) => (at as Message)[name], loadPackageDefinition(definitions));
    const client = new (found as ServiceClientConstructor)(address, credentials.createInsecure());
    stops.push(() => client.close());
    return client;
  };
  const orders = make(loadProtos([proto]), 'shop.Orders');
  const call = (
    client: ReturnType<typeof make>,
    method: string,
    request: Message,
    { metadata = new Metadata(), deadline = 15_000 } = {},
  ) =>
    new Promise<Message>((resolve) => {
      (client[method] as (...args: unknown[]) => void).call(
        client,
        request,
        metadata,
        { deadline: Date.now() + deadline },
        (error: { code: number } | null, answer: Message) =>
          resolve(error === null ? answer : { code: error.code }),
      );
    });
  stops.push(
    () => server.close(100),
    () => serving.stop(),
  );
  return { gateway, server, registry, make, orders, call };
}
const by = (authorization: string) => {
  const metadata = new Metadata();
  metadata.set('authorization', authorization);
  return { metadata };
};

describe('gRPC', { concurrency: true }, () => {
  it('reaches components here and over a bus, with caller, and messages as in JSON', async () => {
    const { orders, call } = await start();
    const answer = await call(
      orders,
      'Get',
      { id: 'a', amount: '9007199254740993' },
      by('Bearer x'),
    );
    assert.deepEqual(
      { ...answer, version: '' },
      { id: 'a', amount: '9007199254740993', state: 'PAID', who: 'ada', version: '' },
    );
    assert.equal((await call(orders, 'Far', { id: 'b' }))['version'], 'far');
  });

  it('shares calls out by weight, and tells of them like of requests', async () => {
    const { orders, call, gateway } = await start();
    const seen: string[] = [];
    gateway.onExchange(({ version, path, outcome }) => seen.push(`${version} ${path} ${outcome}`));
    await Promise.all(Array.from({ length: 200 }, () => call(orders, 'Get', { id: 'a' })));
    const second = seen.filter((each) => each === '2 /shop.Orders/Get ok').length;
    assert.ok(seen.length === 200 && second > 20 && second < 90, `${second}`);
  });

  it('says what is wrong in its own codes', async () => {
    const { orders, call, registry } = await start();
    const code = async (...args: Parameters<typeof call>) => (await call(...args))['code'];
    assert.equal(await code(orders, 'Get', { id: 'missing' }), 13);
    assert.equal(await code(orders, 'Get', { id: 'a' }, by('Bearer wrong')), 16);
    assert.equal(await code(orders, 'Get', { id: 'slow' }, { deadline: 50 }), 4);
    await registry.unregister('orders-1');
    await registry.unregister('orders-2');
    assert.equal(await code(orders, 'Get', { id: 'a' }), 14);
    const stream = (orders['List'] as (request: Message) => ClientDuplexStream<never, never>).call(
      orders,
      {},
    );
    const error = await new Promise<{ code: number }>((resolve) =>
      stream.on('error', resolve as never),
    );
    assert.equal(error.code, 12);
  });

  it('says how it is', async () => {
    const { make, call, registry } = await start();
    const client = make(loadProtos([ownProto('health')]), 'grpc.health.v1.Health');
    const check = async (service: string) => {
      const { status, code } = await call(client, 'Check', { service });
      return status ?? code;
    };
    assert.deepEqual([await check('shop.Orders'), await check('other')], ['SERVING', 5]);
    const watch = (
      client['Watch'] as (request: Message) => ClientDuplexStream<never, Message>
    ).call(client, { service: '' });
    const next = () => new Promise<Message>((resolve) => watch.once('data', resolve));
    assert.equal((await next())['status'], 'SERVING');
    const changed = next();
    // A component that takes no calls, neither here nor anywhere else.
    await registry.register('orders-far', {
      ...component(() => ({})),
      health: () => ({ status: 'failed' }),
    });
    await registry.checkHealth();
    assert.equal((await changed)['status'], 'NOT_SERVING');
    assert.equal(await check('shop.Orders'), 'NOT_SERVING');
    watch.on('error', () => {});
    watch.cancel();
  });

  it('says what it serves, in a way that a client can be made from', async () => {
    const { make, call } = await start();
    for (const version of ['v1', 'v1alpha']) {
      const client = make(
        loadProtos([ownProto(`reflection-${version}`)]),
        `grpc.reflection.${version}.ServerReflection`,
      );
      const stream = (
        client['ServerReflectionInfo'] as () => ClientDuplexStream<Message, Record<string, Message>>
      ).call(client);
      const ask = (request: Message) => {
        const answer = new Promise<Record<string, Message>>((resolve) =>
          stream.once('data', resolve),
        );
        stream.write(request);
        return answer;
      };
      const { list_services_response: list } = await ask({ list_services: '' });
      assert.deepEqual(list?.['service'], [{ name: 'shop.Orders' }]);
      const { file_descriptor_response: file } = await ask({
        file_containing_symbol: 'shop.Orders.Get',
      });
      // A FileDescriptorSet is its files, each with tag 1 and its length.
      const files = ((file?.['file_descriptor_proto'] ?? []) as string[]).map((text) =>
        Buffer.from(text, 'base64'),
      );
      const set = Buffer.concat(
        files.flatMap((bytes) => [
          Buffer.from([10, (bytes.length & 0x7f) | 0x80, bytes.length >> 7]),
          bytes,
        ]),
      );
      const learnt = make(loadFileDescriptorSetFromBuffer(set), 'shop.Orders');
      assert.equal((await call(learnt, 'Get', { id: 'learnt' }))['id'], 'learnt');
      assert.equal(
        (await ask({ file_containing_symbol: 'shop.Nothing' }))['error_response']?.['error_code'],
        5,
      );
      stream.end();
    }
  });

  it('stops without losing a call', async () => {
    const once = async (_: unknown, round: number) => {
      const { orders, call, server, gateway } = await start();
      await call(orders, 'Get', { id: 'first' });
      const calls = Array.from({ length: 20 }, () => call(orders, 'Get', { id: 'slow' }));
      while (gateway.route('orders').state.inFlight < calls.length) {
        await new Promise((resolve) => setTimeout(resolve, 1 + round));
      }
      await server.close();
      const failed = (await Promise.all(calls)).filter(({ code }) => code !== undefined);
      assert.deepEqual(failed, []);
    };
    await Promise.all(Array.from({ length: 8 }, once));
  });

  it('must be told of what there is', async () => {
    const { gateway } = await start();
    const make = (services: Record<string, string>) => () =>
      new GrpcServer({ gateway, protos: [proto], services });
    assert.throws(make({ 'shop.Carts': 'orders' }), /no service "shop.Carts"/);
    assert.throws(make({ 'shop.Request': 'orders' }), /no service "shop.Request"/);
    assert.throws(make({ 'shop.Orders': 'carts' }), { code: 'service-not-found' });
  });
});
