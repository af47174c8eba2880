import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type ClientReadableStream,
  credentials,
  loadPackageDefinition,
  type ServiceClientConstructor,
} from '@grpc/grpc-js';
import { RuntimeError } from '../errors/runtime-error.ts';
import type { ExchangeEnd } from '../gateway/exchange.ts';
import { Gateway } from '../gateway/gateway.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { component } from '../test-components.ts';
import { GrpcServer } from './grpc-server.ts';
import { loadProtos } from './load-protos.ts';

const folder = mkdtempSync(join(tmpdir(), 'microforge-grpc-stream-'));
const proto = join(folder, 'feed.proto');
writeFileSync(
  proto,
  `syntax = "proto3";
  package feed;
  message Wish { int32 count = 1; int32 bytes = 2; bool breaks = 3; }
  message Item { int32 number = 1; string text = 2; }
  service Feed { rpc Watch(Wish) returns (stream Item); rpc One(Wish) returns (Item); rpc Single(Wish) returns (stream Item); }`,
);
const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true })];
after(async () => {
  for (const stop of stops.toReversed()) await stop();
});

interface Wish {
  readonly count: number;
  readonly bytes: number;
  readonly breaks: boolean;
}
type Item = { readonly number: number; readonly text: string };

async function start() {
  const state = { given: 0, ended: 0, aborted: 0 };
  const registry = new ServiceRegistry({ healthIntervalMs: 1e6 });
  await registry.register(
    'feed',
    component(
      async function* ({ data, signal }) {
        const { count, bytes, breaks } = data as Wish;
        signal.addEventListener('abort', () => (state.aborted += 1));
        try {
          for (let number = 1; number <= count; number += 1) {
            state.given += 1;
            yield { number, text: 'x'.repeat(bytes) };
          }
          if (breaks) throw new RuntimeError('gone', 'It is gone.', { status: 404 });
          // Nothing more for a long time.
          if (count === 0) await delay(60_000, undefined, { signal }).catch(() => {});
        } finally {
          state.ended += 1;
        }
      },
      { stream: true },
    ),
  );
  await registry.register(
    'single',
    component(() => ({ number: 7 })),
  );
  const config = {
    services: {
      feed: { versions: { '1': { component: 'feed' } } },
      single: { versions: { '1': { component: 'single' } } },
    },
  };
  const gateway = new Gateway({ registry, config });
  const ends: ExchangeEnd[] = [];
  gateway.onExchange((end) => ends.push(end));
  const server = new GrpcServer({
    gateway,
    protos: [proto],
    services: { 'feed.Feed': { Watch: 'feed', One: 'feed', Single: 'single' } },
  });
  const address = await server.listen();
  const { feed } = loadPackageDefinition(loadProtos([proto])) as unknown as {
    feed: { Feed: ServiceClientConstructor };
  };
  const client = new feed.Feed(address, credentials.createInsecure());
  stops.push(
    () => server.close(100),
    () => client.close(),
  );
  const stream = (method: string, wish: Partial<Wish>, deadlineMs = 20_000) =>
    (client[method] as (wish: object, options: object) => ClientReadableStream<Item>).call(
      client,
      wish,
      { deadline: Date.now() + deadlineMs },
    );
  /** All items, and the code at the end. */
  const all = async (reading: ClientReadableStream<Item>) => {
    const items: Item[] = [];
    const code = await new Promise<number>((resolve) => {
      reading.on('data', (item: Item) => items.push(item));
      reading.on('error', (error) => resolve((error as unknown as { code: number }).code));
      reading.on('end', () => resolve(0));
    });
    return { numbers: items.map(({ number }) => number), code };
  };
  return { state, registry, gateway, server, client, ends, stream, all };
}

const settled = async (is: () => boolean) => {
  for (let attempt = 0; attempt < 500 && !is(); attempt += 1) await delay(10);
  assert.ok(is());
};

describe('gRPC streams', { concurrency: true }, () => {
  it('give the items of a component in order, and its error after them', async () => {
    const { stream, all, ends } = await start();
    const numbers = Array.from({ length: 500 }, (_, at) => at + 1);
    assert.deepEqual(await all(stream('Watch', { count: 500 })), { numbers, code: 0 });
    assert.deepEqual(await all(stream('Watch', { count: 2, breaks: true })), {
      numbers: [1, 2],
      code: 5,
    });
    assert.deepEqual(await all(stream('Single', {})), { numbers: [7], code: 0 });
    await settled(() => ends.length === 3);
    assert.deepEqual(
      ends.map(({ outcome }) => outcome),
      ['ok', 'failed', 'ok'],
    );
  });

  it('give no more than the caller takes', async () => {
    const { stream, state } = await start();
    const reading = stream('Watch', { count: 1_000_000, bytes: 10_000 });
    reading.on('error', () => {});
    let taken = 0;
    let holds = true;
    reading.on('data', () => {
      taken += 1;
      if (holds) reading.pause();
    });
    await settled(() => taken > 0);
    let before = -1;
    for (let attempt = 0; attempt < 100 && before !== state.given; attempt += 1) {
      before = state.given;
      await delay(50);
    }
    assert.equal(before, state.given);
    assert.ok(state.given < 500, `${state.given} given`);
    holds = false;
    reading.resume();
    await settled(() => taken > 700);
    reading.cancel();
    await settled(() => state.ended === 1);
  });

  it('end in the component when the caller goes, or his time is over, however long it is silent', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { stream, state, gateway, ends, registry, all } = await start();
      const reading = stream('Watch', { count: round % 2 === 0 ? 0 : 1e9 });
      reading.on('error', () => {});
      reading.on('data', () => {});
      await settled(() => gateway.route('feed').state.inFlight === 1);
      if (round > 3) await delay(20);
      reading.cancel();
      await settled(() => state.ended === 1 && ends.length === 1);
      assert.equal(gateway.route('feed').state.inFlight, 0);
      assert.equal((await all(stream('Watch', { count: 0 }, 60))).code, 4);
      await settled(() => state.ended === 2 && ends.length === 2);
      assert.equal(state.aborted, 2);
      assert.equal(await registry.stop(), 0);
    }
  });

  it('are refused where the method gives one message', async () => {
    const { client, gateway, state } = await start();
    const code = await new Promise((resolve) => {
      (client['One'] as (wish: object, done: (error: { code: number }) => void) => void).call(
        client,
        { count: 3 },
        (error) => resolve(error.code),
      );
    });
    assert.equal(code, 12);
    assert.equal(gateway.route('feed').state.inFlight, 0);
    assert.equal(state.given, 0);
  });

  it('are waited for by a server that stops', async () => {
    const { stream, all, server, state } = await start();
    const reading = all(stream('Watch', { count: 300, bytes: 5000 }));
    await settled(() => state.given > 0);
    await server.close();
    assert.deepEqual([(await reading).numbers.length, (await reading).code], [300, 0]);
  });
});
