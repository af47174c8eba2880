import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedBus } from '../bus/embedded/embedded-bus.ts';
import { cache } from '../middleware/cache.middleware.ts';
import { timeout } from '../middleware/timeout.middleware.ts';
import { callOverBus } from '../remote/bus-call.ts';
import { serveOnBus } from '../remote/serve-on-bus.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { codeOfCall, component, host } from '../test-components.ts';
import { compareInterfaces } from './compare-interfaces.ts';
import type { Component, ContextOf } from './component.ts';
import { defineInterface } from './interface.ts';

const counter = defineInterface({
  name: 'counter',
  version: '1.0.0',
  input: { type: 'object', properties: { to: { type: 'integer' } }, required: ['to'] },
  output: { type: 'object', properties: { n: { type: 'integer', maximum: 9 } }, required: ['n'] },
  safe: true,
  stream: true,
});

class Counter implements Component<typeof counter> {
  readonly metadata = { interface: counter };
  ended = 0;
  async *execute({ data }: ContextOf<typeof counter>) {
    try {
      for (let n = 1; n <= data.to; n += 1) {
        await delay(1);
        yield { n };
      }
    } finally {
      this.ended += 1;
    }
  }
}

const read = async (stream: unknown) => {
  const items: unknown[] = [];
  for await (const item of stream as AsyncIterable<unknown>) items.push(item);
  return items;
};

describe('a component that gives a stream', () => {
  it('gives one item after another, each as promised, for each call anew', async () => {
    const counting = new Counter();
    const { call, registry } = await host(
      [cache({ ttlMs: 1e6 }), timeout({ timeoutMs: 1000 })],
      counting,
    );
    for (let round = 0; round < 2; round += 1) {
      assert.deepEqual(await read(await call({ to: 3 })), [{ n: 1 }, { n: 2 }, { n: 3 }]);
    }
    assert.equal(await codeOfCall(call({ to: 'x' })), 'invalid-input');
    assert.equal(await codeOfCall(read(await call({ to: 20 }))), 'invalid-output');
    assert.equal(counting.ended, 3);
    assert.equal(await registry.stop(), 0);
  });

  it('runs until its stream has ended: a stop waits, and whoever stops reading ends it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const counting = new Counter();
      const { call, registry } = await host([], counting);
      const reading = read(await call({ to: 9 }));
      for await (const item of (await call({ to: 9 })) as AsyncIterable<unknown>) {
        if (item !== undefined) break;
      }
      assert.equal(await registry.stop(), 0);
      assert.equal(counting.ended, 2);
      assert.equal((await reading).length, 9);
    }
  });

  it('is told when nobody waits any more, and so is whoever reads', async () => {
    const aborted = Promise.withResolvers<unknown>();
    const { call, registry } = await host(
      [],
      component(
        async function* ({ signal }) {
          signal.addEventListener('abort', () => aborted.resolve(signal.reason));
          yield 1;
          await aborted.promise;
        },
        { stream: true },
      ),
    );
    // The entrypoint has no way to abort; whoever has the call does.
    const { Call } = await import('./call.ts');
    const made = new Call({ serviceId: 'it', data: {} }, registry.dispatch);
    const stream = (await registry.dispatch(made)) as AsyncIterator<unknown>;
    assert.deepEqual(await stream.next(), { done: false, value: 1 });
    const next = stream.next();
    made.abort(new Error('enough'));
    await assert.rejects(next, /enough/);
    await assert.rejects(stream.next(), /enough/);
    assert.match(String(await aborted.promise), /enough/);
    assert.equal(await registry.stop(), 0);
    assert.equal(typeof call, 'function');
  });

  it('has to give one', async () => {
    const { call } = await host(
      [],
      component(() => [1, 2], { stream: true }),
    );
    assert.equal(await codeOfCall(call()), 'invalid-output');
  });

  it('answers on no bus, and says so', async () => {
    const bus = new EmbeddedBus();
    const there = new ServiceRegistry({ healthIntervalMs: 1e6 });
    const counting = new Counter();
    await there.register('counter', counting);
    const serving = await serveOnBus(there, bus);
    const here = new ServiceRegistry({ remote: callOverBus(bus), healthIntervalMs: 1e6 });
    const entrypoint = new ServiceEntrypoint(here);
    assert.equal(
      await codeOfCall(entrypoint.execute({ service_id: 'counter', data: { to: 3 } })),
      'no-stream',
    );
    await serving.stop();
    assert.equal(await there.stop(), 0);
    await here.stop();
  });

  it('breaks callers when it begins or ceases to be one', () => {
    const single = { ...counter, stream: false };
    for (const [old, next] of [
      [counter, single],
      [single, counter],
    ] as const) {
      const { verdict, changes } = compareInterfaces(old, next);
      assert.deepEqual([verdict, changes.map(({ path }) => path)], ['breaking', ['stream']]);
    }
  });
});
