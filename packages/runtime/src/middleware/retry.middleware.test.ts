import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RuntimeError } from '../errors/runtime-error.ts';
import { codeOfCall, component, host } from '../test-components.ts';
import { RetryBudget } from './retry-budget.ts';
import { retry } from './retry.middleware.ts';

/** Fails so many times with an error before it answers; counts its calls. */
function failing(times: number, error: Error, flags: object = { idempotent: true }) {
  const count = { calls: 0 };
  const hosted = component(async () => {
    count.calls += 1;
    if (count.calls <= times) throw error;
    return 'done';
  }, flags);
  return { count, hosted };
}

const passing = new RuntimeError('busy', 'Busy.', { retryable: true, status: 503 });
const fast = { baseMs: 1, maxMs: 2 };

describe('retry', () => {
  it('calls again what may succeed', async () => {
    const { count, hosted } = failing(2, passing);
    const { call } = await host([retry(fast)], hosted);
    assert.equal(await codeOfCall(call()), 'ok');
    assert.equal(count.calls, 3);
  });

  it('gives up after the last attempt, with the last error', async () => {
    const { count, hosted } = failing(9, passing);
    const { call } = await host([retry({ ...fast, attempts: 3 })], hosted);
    assert.equal(await codeOfCall(call()), 'busy');
    assert.equal(count.calls, 3);
  });

  it('never touches what is not idempotent, or not retryable', async () => {
    const unsafe = failing(1, passing, {});
    const { call } = await host([retry(fast)], unsafe.hosted);
    assert.equal(await codeOfCall(call()), 'busy');
    const bug = failing(1, new TypeError('a bug'));
    const { call: callBug } = await host([retry(fast)], bug.hosted);
    assert.equal(await codeOfCall(callBug()), 'a bug');
    assert.deepEqual([unsafe.count.calls, bug.count.calls], [1, 1]);
  });

  it('stays within its budget however many calls fail', async () => {
    const { count, hosted } = failing(1e9, passing);
    const { call } = await host([retry({ ...fast, budget: new RetryBudget(0.1, 10) })], hosted);
    const codes = await Promise.all(Array.from({ length: 200 }, () => codeOfCall(call())));
    assert.ok(codes.every((code) => code === 'busy'));
    // 200 first calls, 10 saved retries, 0.1 more for each call.
    assert.ok(count.calls > 205 && count.calls <= 200 + 10 + 20, `${count.calls} calls`);
  });

  it('does not start what cannot end before the deadline', async () => {
    const { count, hosted } = failing(9, passing);
    const { call } = await host([retry({ baseMs: 1000, maxMs: 1000, random: () => 1 })], hosted);
    const started = performance.now();
    assert.equal(await codeOfCall(call({}, { timeout_ms: 200 })), 'busy');
    assert.ok(performance.now() - started < 900);
    assert.equal(count.calls, 1);
  });

  it('waits a random time, twice as long at most each time', async () => {
    const waits: number[] = [];
    const { hosted } = failing(9, passing);
    const random = () => {
      waits.push(performance.now());
      return 1;
    };
    const { call } = await host([retry({ attempts: 4, baseMs: 20, random })], hosted);
    await codeOfCall(call());
    const gaps = waits.slice(1).map((at, index) => at - (waits[index] ?? 0));
    assert.ok((gaps[0] ?? 0) >= 19 && (gaps[1] ?? 0) >= 38, gaps.join(' '));
  });
});
