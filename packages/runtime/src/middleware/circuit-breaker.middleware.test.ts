import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { RuntimeError } from '../errors/runtime-error.ts';
import { codeOfCall, component, host } from '../test-components.ts';
import { circuitBreaker } from './circuit-breaker.middleware.ts';

describe('circuit breaker', { concurrency: true }, () => {
  async function start(openMs = 30) {
    const state = { healthy: false, calls: 0, time: 0, changes: [] as string[] };
    const hosted = component(async ({ data }) => {
      state.calls += 1;
      if (data === 'bad input') throw new RuntimeError('nonsense', 'No.', { status: 422 });
      if (data === 'slow') await delay(20);
      if (!state.healthy) throw new Error('down');
    });
    const breaker = circuitBreaker({
      minimumCalls: 10,
      openMs,
      now: () => state.time,
      onChange: (_service, change) => state.changes.push(change),
    });
    const { call } = await host([breaker], hosted);
    return { state, call: (data?: unknown) => codeOfCall(call(data)) };
  }
  const times = async (count: number, work: () => Promise<string>) => {
    const codes: string[] = [];
    for (let index = 0; index < count; index += 1) codes.push(await work());
    return codes;
  };

  it('opens when too many of enough calls fail, and then calls nobody', async () => {
    const { state, call } = await start(10_000);
    assert.deepEqual(new Set(await times(10, call)), new Set(['down']));
    assert.deepEqual(new Set(await times(50, call)), new Set(['circuit-open']));
    assert.deepEqual([state.calls, state.changes], [10, ['open']]);
  });

  it('lets one try after a while: open again when it fails, closed when it succeeds', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { state, call } = await start(15);
      await times(10, call);
      state.time += 20;
      const during = await Promise.all([call('slow'), call(), call()]);
      assert.deepEqual(during, ['down', 'circuit-open', 'circuit-open']);
      state.healthy = true;
      assert.equal(await call(), 'circuit-open');
      state.time += 20;
      assert.deepEqual(await times(3, call), ['ok', 'ok', 'ok']);
      assert.deepEqual(state.changes, ['open', 'half-open', 'open', 'half-open', 'closed']);
    }
  });

  it('does not blame the service for what callers do wrong', async () => {
    const { call } = await start();
    assert.deepEqual(new Set(await times(50, () => call('bad input'))), new Set(['nonsense']));
  });

  it('forgets what happened before it opened', async () => {
    const { state, call } = await start(15);
    const late = Array.from({ length: 20 }, () => call('slow'));
    await times(10, call);
    state.healthy = true;
    await Promise.all(late);
    state.time += 20;
    assert.deepEqual(await times(5, call), ['ok', 'ok', 'ok', 'ok', 'ok']);
    assert.deepEqual(state.changes, ['open', 'half-open', 'closed']);
  });
});
