import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { codeOfCall, component, host } from '../test-components.ts';
import { retry } from './retry.middleware.ts';
import { timeout } from './timeout.middleware.ts';

describe('timeout', () => {
  const waiting = component(({ data }) => delay((data as { ms: number }).ms, 'done'));

  it('ends what takes too long, and lets the rest pass', async () => {
    const { call } = await host([timeout({ timeoutMs: 250 })], waiting);
    const codes = await Promise.all([1, 2500, 1, 2600, 1].map((ms) => codeOfCall(call({ ms }))));
    assert.deepEqual(codes, ['ok', 'timeout', 'ok', 'timeout', 'ok']);
  });

  it('keeps the shorter of its own limit and the caller’s, and is never early', async () => {
    const { call } = await host([timeout({ timeoutMs: 10_000, services: { other: 1 } })], waiting);
    for (let round = 0; round < 8; round += 1) {
      const started = performance.now();
      assert.equal(await codeOfCall(call({ ms: 900 }, { timeout_ms: 15 })), 'timeout');
      const took = performance.now() - started;
      assert.ok(took >= 15 && took < 800, `${took} ms`);
    }
  });

  it('aborts the signal of the component', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const aware = component(({ signal }) => {
      signal.addEventListener('abort', () => resolve(signal.reason));
      return promise;
    });
    const { call } = await host([timeout({ timeoutMs: 5 })], aware);
    assert.equal(await codeOfCall(call()), 'timeout');
    assert.equal(((await promise) as { code: string }).code, 'timeout');
  });

  it('inside of retry limits each attempt, each with a fresh signal', async () => {
    const seen: unknown[] = [];
    const slowFirst = component(
      async ({ attempt, signal, deadline }) => {
        seen.push([attempt, signal.aborted, deadline > performance.now()]);
        return attempt === 1 ? delay(500) : 'done';
      },
      { idempotent: true },
    );
    const { call } = await host([retry({ baseMs: 1 }), timeout({ timeoutMs: 100 })], slowFirst);
    assert.equal(await call(), 'done');
    assert.deepEqual(seen, [
      [1, false, true],
      [2, false, true],
    ]);
  });

  it('holds thousands of calls with one timer', async () => {
    const timers = () =>
      process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const { promise, resolve } = Promise.withResolvers<string>();
    const { call } = await host(
      [timeout({ timeoutMs: 5000 })],
      component(() => promise),
    );
    const before = timers();
    const all = Array.from({ length: 5000 }, () => call());
    assert.equal(timers() - before, 1);
    resolve('done');
    await Promise.all(all);
  });

  it('keeps the process alive only while somebody waits', () => {
    const url = JSON.stringify(new URL('./deadline-sweep.ts', import.meta.url).href);
    const program = `
      const { DeadlineSweep } = await import(${url});
      const call = { serviceId: 'it', abort() {} };
      const at = performance.now() + 30;
      const never = new Promise(() => {});
      await new DeadlineSweep().race(never, call, at, 30).catch(({ code }) => console.log(code));
    `;
    const options = { encoding: 'utf8', timeout: 10_000 } as const;
    const args = [
      '--input-type=module',
      '--disable-warning=ExperimentalWarning',
      '--eval',
      program,
    ];
    const { status, stdout } = spawnSync(process.execPath, args, options);
    assert.deepEqual([status, stdout], [0, 'timeout\n']);
  });
});
