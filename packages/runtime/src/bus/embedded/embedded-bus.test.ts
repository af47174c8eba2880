import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { newEvent } from '../cloud-event.ts';
import { busConformance } from '../test-bus-conformance.ts';
import { EmbeddedBus } from './embedded-bus.ts';

busConformance('the embedded bus in memory', async () => {
  const bus = new EmbeddedBus();
  return { a: bus, b: bus, close: () => bus.close() };
});

busConformance('the embedded bus on disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'microforge-bus-'));
  const bus = new EmbeddedBus({ file: join(folder, 'bus.db'), durability: 'process' });
  const close = async () => {
    await bus.close();
    rmSync(folder, { recursive: true });
  };
  return { a: bus, b: bus, close };
});

const event = (data: unknown) => newEvent({ source: '/test', type: 'test', data });

describe('the embedded bus', () => {
  it('pushes back when its store is full, and takes more once there is room', async () => {
    const bus = new EmbeddedBus({ maxStored: 10 });
    const ends = await Promise.allSettled(
      Array.from({ length: 15 }, (_, n) => bus.send('t', event(n))),
    );
    const refused = ends
      .filter((end) => end.status === 'rejected')
      .map((end) => end.reason as { code: string });
    assert.deepEqual(
      refused.map(({ code }) => code),
      Array.from({ length: 5 }, () => 'back-pressure'),
    );
    const consumer = await bus.consume('t', 'g', ({ ack }) => ack());
    while (bus.stats().acknowledged < 10) await new Promise((resolve) => setImmediate(resolve));
    await bus.send('t', event(15));
    await consumer.stop();
    await bus.close();
    await assert.rejects(bus.send('t', event(16)), { code: 'bus-closed' });
  });

  it('refuses more requests than a responder may run at a time', async () => {
    const bus = new EmbeddedBus({ maxRequests: 2 });
    const gate = Promise.withResolvers<void>();
    await bus.respond('r', 'q', () => gate.promise);
    const waiting = [bus.request('r', event(1)), bus.request('r', event(2))];
    await assert.rejects(bus.request('r', event(3)), { code: 'back-pressure' });
    gate.resolve();
    await Promise.all(waiting);
    await bus.close();
  });

  it('gives a consumer nothing after its stop, at whatever moment that comes', async () => {
    const bus = new EmbeddedBus();
    for (let ticks = 0; ticks < 12; ticks += 1) {
      for (const n of [1, 2, 3]) await bus.send('t', event(`${ticks} ${n}`));
      let begun = 0;
      const first = await bus.consume('t', 'g', async ({ ack }) => {
        begun += 1;
        await ack();
      });
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
      await first.stop();
      const before = begun;
      for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
      assert.equal(begun, before, `stopped after ${ticks} microtasks`);
      const attempts: number[] = [];
      const second = await bus.consume('t', 'g', async ({ ack, attempt }) => {
        attempts.push(attempt);
        await ack();
      });
      while (attempts.length < 3 - before) await new Promise((done) => setImmediate(done));
      await second.stop();
      assert.ok(attempts.every((attempt) => attempt === 1));
    }
    await bus.close();
  });

  it('goes on after a restart where it was, attempts included', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'microforge-bus-'));
    const file = join(folder, 'bus.db');
    const first = new EmbeddedBus({ file });
    for (const n of [0, 1, 2]) await first.send('t', event(n));
    const stuck = Promise.withResolvers<void>();
    await first.consume('t', 'g', async ({ event: { data }, ack }) => {
      if (data === 1) return stuck.resolve();
      await ack();
    });
    await stuck.promise;
    await first.close();
    const second = new EmbeddedBus({ file });
    const again = Promise.withResolvers<unknown[]>();
    await second.consume('t', 'g', async ({ event: { data }, attempt, ack }) => {
      await ack();
      again.resolve([data, attempt]);
    });
    assert.deepEqual(await again.promise, [1, 2]);
    await second.close();
    rmSync(folder, { recursive: true });
  });

  it('owns its file: a second process is refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'microforge-bus-'));
    const file = join(folder, 'bus.db');
    const bus = new EmbeddedBus({ file });
    assert.throws(() => new EmbeddedBus({ file }), /locked/);
    void bus.close();
    rmSync(folder, { recursive: true });
  });
});
