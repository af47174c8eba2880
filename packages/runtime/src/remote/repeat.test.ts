import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EmbeddedBus } from '../bus/embedded/embedded-bus.ts';
import { newEvent } from '../bus/cloud-event.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import { RetryBudget } from '../middleware/retry-budget.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { codeOfCall, component } from '../test-components.ts';
import { type BusCallOptions, callOverBus } from './bus-call.ts';
import { serveOnBus } from './serve-on-bus.ts';

const busy = new RuntimeError('busy', 'Busy.', { retryable: true, status: 503 });
const fast = { baseMs: 1, maxMs: 2, attemptMs: 40 };

/** A service of another process that does `execute` with the number of calls so far, and how to call it. */
async function far(
  execute: (calls: number) => unknown,
  flags: object,
  options: BusCallOptions = {},
) {
  const bus = new EmbeddedBus();
  const count = { calls: 0 };
  const counting = component(() => execute((count.calls += 1)), flags);
  const there = new ServiceRegistry({ healthIntervalMs: 1e6 });
  await there.register('far', counting);
  await serveOnBus(there, bus);
  const remote = callOverBus(bus, { ...fast, ...options });
  const here = new ServiceEntrypoint(new ServiceRegistry({ remote, healthIntervalMs: 1e6 }));
  const call = (timeout_ms = 1000) =>
    codeOfCall(here.execute({ service_id: 'far', data: 1, timeout_ms }));
  return { bus, there, count, call };
}

const firstFails = (calls: number) => {
  if (calls === 1) throw busy;
  return 'done';
};
const firstHangs = (calls: number) => (calls === 1 ? new Promise(() => {}) : 'done');

describe('calls over a bus', () => {
  it('are repeated when they fail or are lost in passing, and the service is idempotent', async () => {
    for (const flags of [{ idempotent: true }, { safe: true }]) {
      for (const execute of [firstFails, firstHangs]) {
        const { call, count } = await far(execute, flags);
        assert.deepEqual([await call(), count.calls], ['ok', 2]);
      }
    }
  });

  it('are never repeated when it is not, or when nobody wants it', async () => {
    const unsafe = await far(firstFails, {});
    assert.deepEqual([await unsafe.call(), unsafe.count.calls], ['busy', 1]);
    const hanging = await far(firstHangs, {});
    assert.deepEqual([await hanging.call(100), hanging.count.calls], ['timeout', 1]);
    const once = await far(firstFails, { safe: true }, { attempts: 1 });
    assert.deepEqual([await once.call(), once.count.calls], ['busy', 1]);
  });

  it('stay within the budget and the deadline', async () => {
    const budget = new RetryBudget(0, 5);
    const { call, count } = await far(() => Promise.reject(busy), { safe: true }, { budget });
    const codes = await Promise.all(Array.from({ length: 50 }, () => call()));
    assert.deepEqual([new Set(codes), count.calls], [new Set(['busy']), 55]);
    const hanging = await far(() => new Promise(() => {}), { safe: true }, { attempts: 100 });
    const started = performance.now();
    assert.equal(await hanging.call(150), 'timeout');
    const took = performance.now() - started;
    assert.ok(took < 600 && hanging.count.calls <= 5, `${took} ms, ${hanging.count.calls} calls`);
  });

  it('are not repeated by a service that is idempotent no more, however the caller knew it', async () => {
    const { there, call, count } = await far(() => 'done', { idempotent: true });
    assert.equal(await call(), 'ok');
    count.calls = 0;
    const changed = component(() => {
      count.calls += 1;
      throw busy;
    });
    await there.replace('far', changed);
    assert.deepEqual([await call(), count.calls], ['not-idempotent', 1]);
    // The caller has learned of it.
    assert.deepEqual([await call(), count.calls], ['busy', 2]);
  });

  it('are sent once to who does not say what he is', async () => {
    const bus = new EmbeddedBus();
    const types: string[] = [];
    await bus.respond('service.old', 'service', ({ type }) => {
      types.push(type);
      throw busy;
    });
    const remote = callOverBus(bus, fast);
    const here = new ServiceEntrypoint(new ServiceRegistry({ remote, healthIntervalMs: 1e6 }));
    assert.equal(await codeOfCall(here.execute({ service_id: 'old', data: 1 })), 'busy');
    assert.deepEqual(types, ['microforge.describe', 'microforge.call']);
    const event = newEvent({
      source: '/x',
      type: 'x',
      data: { request_id: 'r', headers: {}, attempt: 'x' },
    });
    const { bus: other } = await far(() => 'done', {});
    assert.equal(await codeOfCall(other.request('service.far', event)), 'invalid-call');
  });
});
