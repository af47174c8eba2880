import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { codeOfCall, component, host } from '../test-components.ts';
import { bulkhead } from './bulkhead.middleware.ts';
import { timeout } from './timeout.middleware.ts';

describe('bulkhead', { concurrency: true }, () => {
  it('runs so many at once, lets so many wait, refuses the rest: sent = ok + failed', async () => {
    for (let round = 0; round < 8; round += 1) {
      let running = 0;
      let most = 0;
      const hosted = component(async () => {
        running += 1;
        most = Math.max(most, running);
        await delay(1);
        running -= 1;
        if (round % 2 === 1 && most === 4) throw new Error('down');
      });
      const { call } = await host([bulkhead({ concurrency: 4, queue: 10 })], hosted);
      const codes = await Promise.all(Array.from({ length: 20 }, () => codeOfCall(call())));
      const refused = codes.filter((code) => code === 'bulkhead-full').length;
      assert.deepEqual([codes.length, refused, most], [20, 6, 4]);
      assert.equal(await codeOfCall(call()), round % 2 === 1 ? 'down' : 'ok');
    }
  });

  it('gives the place of who waited too long to others', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    let calls = 0;
    const hosted = component(() => {
      calls += 1;
      return promise;
    });
    const { call } = await host(
      [timeout({ timeoutMs: 5000 }), bulkhead({ concurrency: 1, queue: 2 })],
      hosted,
    );
    const first = codeOfCall(call());
    const impatient = [1, 2].map(() => codeOfCall(call({}, { timeout_ms: 10 })));
    assert.equal(await codeOfCall(call()), 'bulkhead-full');
    assert.deepEqual(await Promise.all(impatient), ['timeout', 'timeout']);
    const patient = codeOfCall(call());
    resolve('done');
    assert.deepEqual(await Promise.all([first, patient]), ['ok', 'ok']);
    assert.equal(calls, 2);
  });
});
