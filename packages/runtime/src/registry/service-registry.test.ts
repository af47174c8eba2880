import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, it } from 'node:test';
import type { Component, Health } from '../component/component.ts';
import { codeOfCall, component, Greeter, greeter, host } from '../test-components.ts';
import { ServiceEntrypoint } from './service-entrypoint.ts';
import { ServiceRegistry } from './service-registry.ts';

const quiet = { healthIntervalMs: 1e6 };

describe('the registry', () => {
  it('hosts a component and calls it by id', async () => {
    const registry = new ServiceRegistry(quiet);
    await registry.register('hello', new Greeter(), { greeting: 'Hi' });
    const entrypoint = new ServiceEntrypoint(registry);
    const request = { service_id: 'hello', request_id: 'r1', data: { name: 'Ada' } };
    assert.deepEqual(await entrypoint.execute(request), { text: 'Hi Ada' });
    assert.deepEqual(
      registry.find({ interface: 'greeter' }).map(({ id }) => id),
      ['hello'],
    );
    assert.equal(await registry.stop(), 0);
    assert.equal(await codeOfCall(entrypoint.execute(request)), 'service-not-found');
  });

  it('holds input, output and configuration to the interface', async () => {
    const registry = new ServiceRegistry(quiet);
    const hello = (config: unknown) => registry.register('hello', new Greeter(), config);
    await assert.rejects(hello({ greetin: 'Hi' }), { code: 'invalid-config' });
    await hello({ greeting: 'Hi' });
    await registry.register(
      'liar',
      { metadata: { interface: greeter }, execute: () => ({ text: 1 as never }) },
      { greeting: '' },
    );
    const entrypoint = new ServiceEntrypoint(registry);
    const code = (service_id: string, data: unknown) =>
      codeOfCall(entrypoint.execute({ service_id, data }));
    assert.equal(await code('hello', { name: '' }), 'invalid-input');
    assert.equal(await code('hello', { name: 'Ada', age: 36 }), 'invalid-input');
    assert.equal(await code('liar', { name: 'Ada' }), 'invalid-output');
    assert.deepEqual(
      registry.status().map(({ id, calls, ok, failed }) => ({ id, calls, ok, failed })),
      [
        { id: 'hello', calls: 2, ok: 0, failed: 2 },
        { id: 'liar', calls: 1, ok: 0, failed: 1 },
      ],
    );
  });

  it('refuses what is no component, and a second one with the same id', async () => {
    const registry = new ServiceRegistry(quiet);
    await assert.rejects(registry.register('a', {} as Component), /no method "execute"/);
    const fine = component(() => 1);
    const both = await Promise.allSettled([
      registry.register('a', fine),
      registry.register('a', fine),
    ]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    );
    await assert.rejects(
      registry.register('b', { ...fine, initialize: () => Promise.reject(new Error('no disk')) }),
      /no disk/,
    );
    await registry.register('b', fine);
  });

  it('changes the configuration without a restart, and keeps the old one when the component refuses', async () => {
    const seen: unknown[] = [];
    class Careful extends Greeter {
      handleConfigChange(config: { greeting: string }) {
        seen.push(config.greeting);
        if (config.greeting === 'Damn') throw new Error('not in this house');
      }
    }
    const registry = new ServiceRegistry(quiet);
    const service = await registry.register('hello', new Careful(), { greeting: 'Hi' });
    const say = async () =>
      new ServiceEntrypoint(registry).execute({ service_id: 'hello', data: { name: 'Ada' } });
    await service.reconfigure({ greeting: 'Good morning' });
    assert.deepEqual(await say(), { text: 'Good morning Ada' });
    await assert.rejects(service.reconfigure({ greeting: 'Damn' }), /not in this house/);
    await assert.rejects(service.reconfigure({ greeting: 1 }), { code: 'invalid-config' });
    assert.deepEqual(await say(), { text: 'Good morning Ada' });
    assert.deepEqual(seen, ['Good morning', 'Damn']);
  });

  it('takes a component that has failed out of traffic, and back', async () => {
    let health: Health = { status: 'ok' };
    const { registry, call } = await host([], { ...component(() => 1), health: () => health });
    const codes = [];
    for (const status of ['ok', 'degraded', 'failed', 'ok'] as const) {
      health = { status };
      await registry.checkHealth();
      codes.push([await codeOfCall(call()), registry.find().length]);
    }
    assert.deepEqual(codes, [
      ['ok', 1],
      ['ok', 1],
      ['service-unavailable', 0],
      ['ok', 1],
    ]);
  });

  it('counts a health check that throws or hangs as failed', async () => {
    const never = { ...component(() => 1), health: () => new Promise<Health>(() => {}) };
    const { registry, call } = await host([], never, { limits: { healthMs: 5 } });
    await registry.checkHealth();
    assert.equal(await codeOfCall(call()), 'service-unavailable');
    assert.match(registry.status()[0]?.health ?? '', /no answer within 5 ms/);
  });

  it('passes request, deadline and caller on to calls between services, and ends cycles', async () => {
    const registry = new ServiceRegistry(quiet);
    const seen: unknown[] = [];
    const inner = component(({ requestId, deadline, signal }) =>
      seen.push([requestId, deadline, signal.aborted]),
    );
    await registry.register('inner', inner);
    await registry.register(
      'outer',
      component((context) => {
        seen.push([context.requestId, context.deadline, false]);
        return context.call('inner', {});
      }),
    );
    await registry.register(
      'cycle',
      component((context) => context.call('cycle', {})),
    );
    const entrypoint = new ServiceEntrypoint(registry);
    await entrypoint.execute({ service_id: 'outer', request_id: 'r7', data: {}, timeout_ms: 500 });
    assert.deepEqual(seen[0], seen[1]);
    assert.equal(
      await codeOfCall(entrypoint.execute({ service_id: 'cycle', data: {} })),
      'call-depth',
    );
  });

  it('answers a self-test', async () => {
    const { registry } = await host([], {
      ...component(() => 1),
      selfTest: () => ({ ok: false, checks: [{ name: 'disk', ok: false, detail: 'full' }] }),
    });
    assert.equal((await registry.get('it').selfTest()).checks[0]?.detail, 'full');
  });
});

describe('a stop under load', { concurrency: 9 }, () => {
  for (let round = 1; round <= 8; round += 1) {
    it(`loses no call (${round} of 8)`, async () => {
      let shutdown = 0;
      let running = 0;
      const slow: Component = {
        ...component(async ({ data }) => {
          running += 1;
          await delay((data as { ms: number }).ms);
          running -= 1;
        }),
        shutdown: () => {
          assert.equal(running, 0);
          shutdown += 1;
        },
      };
      const { registry, call } = await host([], slow);
      const results: Promise<string>[] = [];
      const send = (ms: number) => results.push(codeOfCall(call({ ms })));
      for (let index = 0; index < 50; index += 1) send(index % 2 === 0 ? 5 : 500);
      await delay(round);
      const stopping = registry.stop();
      for (let index = 0; index < 20; index += 1) send(5);
      assert.equal(await stopping, 0);
      const codes = await Promise.all(results);
      const count = (code: string) => codes.filter((each) => each === code).length;
      assert.deepEqual([count('ok'), count('service-unavailable'), shutdown], [50, 20, 1]);
    });
  }

  it('waits for a component that nobody waits for any more, but not for ever', async () => {
    const { timeout } = await import('../middleware/timeout.middleware.ts');
    const stuck = component(() => new Promise<never>(() => {}));
    const { registry, call } = await host([timeout({ timeoutMs: 5 })], stuck, {
      limits: { drainMs: 30 },
    });
    assert.equal(await codeOfCall(call()), 'timeout');
    assert.equal(registry.status()[0]?.inFlight, 0);
    assert.equal(await registry.stop(), 1);
  });
});
