import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openBus } from '../run/open-bus.ts';
import type { Bus, Delivery } from './bus.ts';
import { eventOf, until } from './test-broker.ts';
import type { TestServer } from './test-fault-conformance.ts';

/** What buses keep whose brokers give partitions to members of a group. */
export function shareConformance(name: string, launch: () => Promise<TestServer>): void {
  it(`${name}: members of a group share the keys, one that comes later too, and keep their order`, async () => {
    const server = await launch();
    const buses = [await openBus(server.url), await openBus(server.url)];
    const [a, b] = buses as [Bus, Bus];
    try {
      const handled = [0, 0];
      const attempts: number[] = [];
      const seen = new Map<string, number[]>();
      const handler =
        (member: 0 | 1) =>
        async ({ event: { data, partitionkey = '' }, attempt, ack }: Delivery) => {
          attempts.push(attempt);
          await delay(1);
          handled[member] = (handled[member] ?? 0) + 1;
          seen.set(partitionkey, [...(seen.get(partitionkey) ?? []), Number(data)]);
          await ack();
        };
      const members = [
        await a.consume('t', 'g', handler(0)),
        await b.consume('t', 'g', handler(1)),
      ];
      const keys = Array.from({ length: 32 }, (_, n) => `key-${n}`);
      let rounds = 0;
      const end = performance.now() + 15_000;
      // The second one gets its share within a few seconds; then the first one leaves.
      while ((handled[1] ?? 0) < 200 && performance.now() < end) {
        const n = rounds;
        await Promise.all(keys.map((partitionkey) => a.send('t', eventOf(n, { partitionkey }))));
        rounds += 1;
      }
      assert.ok((handled[0] ?? 0) > 100 && (handled[1] ?? 0) >= 200, handled.join(' '));
      await members[0]?.stop();
      await until(() => [...seen.values()].every((list) => list.length === rounds));
      const inOrder = Array.from({ length: rounds }, (_, n) => n);
      const wrong = keys.filter((key) => String(seen.get(key)) !== String(inOrder));
      assert.deepEqual(wrong, []);
      // What was on its way at a hand-over may come twice.
      assert.ok(Math.max(...attempts) <= 2, String(Math.max(...attempts)));
      await members[1]?.stop();
    } finally {
      await Promise.all(buses.map((bus) => bus.close()));
      await server.remove();
    }
  });
}
