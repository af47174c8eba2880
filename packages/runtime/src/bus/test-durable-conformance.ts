import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type Bus, deadLetterTopic, type Delivery } from './bus.ts';
import type { CloudEvent } from './cloud-event.ts';
import { eventOf, REPEATS, subjects, type TestBroker, until } from './test-broker.ts';

/** Each time with a topic of its own, all at once: most of it is waiting. */
const timesOver = (once: () => Promise<void>) => Promise.all(Array.from({ length: REPEATS }, once));

/** What every bus keeps of events that are sent. */
export function durableConformance(name: string, open: () => Promise<TestBroker>): void {
  describe(`${name}, durable`, { concurrency: 4 }, () => {
    let broker: TestBroker;
    const subject = subjects();
    before(async () => {
      broker = await open();
    });
    after(() => broker.close());

    it('delivers what was sent once to every group, acknowledged once', async () => {
      const { a, b } = broker;
      const topic = subject();
      const seen: string[] = [];
      const consume = (bus: Bus, group: string) =>
        bus.consume(topic, group, async ({ event: { data }, attempt, ack }) => {
          seen.push(`${group} ${String(data)} ${attempt}`);
          await ack();
        });
      const members = [await consume(a, 'x'), await consume(b, 'x'), await consume(a, 'y')];
      const all = Array.from({ length: 50 }, (_, n) => n);
      await Promise.all(all.map((n) => b.send(topic, eventOf(n))));
      await until(() => seen.length >= 100);
      await delay(20);
      const wanted = ['x', 'y'].flatMap((group) => all.map((n) => `${group} ${n} 1`));
      assert.deepEqual(seen.map(String).sort(), wanted.sort());
      await Promise.all(members.map((each) => each.stop()));
    });

    it('keeps what is sent while nobody consumes', async () => {
      const { a, b } = broker;
      const topic = subject();
      const seen: unknown[] = [];
      const handler = async ({ event: { data }, ack }: Delivery) => {
        seen.push(data);
        await ack();
      };
      await a.send(topic, eventOf(0));
      const first = await b.consume(topic, 'g', handler);
      await until(() => seen.length === 1);
      await first.stop();
      for (const n of [1, 2, 3]) await a.send(topic, eventOf(n));
      const second = await a.consume(topic, 'g', handler);
      await until(() => seen.length === 4);
      assert.deepEqual(seen, [0, 1, 2, 3]);
      await second.stop();
    });

    it('takes an event with the same source and id once', async () => {
      const { a, b } = broker;
      const topic = subject();
      const seen: unknown[] = [];
      const consumer = await a.consume(topic, 'g', async ({ event: { data }, ack }) => {
        seen.push(data);
        await ack();
      });
      const same = eventOf('same');
      await Promise.all([a.send(topic, same), b.send(topic, same), a.send(topic, same)]);
      await a.send(topic, eventOf('other source', { id: same.id, source: '/elsewhere' }));
      await b.send(topic, eventOf('last'));
      await until(() => seen.includes('last') && seen.length >= 3);
      await delay(20);
      assert.deepEqual(seen.map(String).sort(), ['last', 'other source', 'same']);
      await consumer.stop();
    });

    it('delivers again what was refused, forgotten or failed, until it is acknowledged', async () => {
      await timesOver(async () => {
        const topic = subject();
        const attempts = new Map<unknown, number>();
        const done: unknown[] = [];
        // Longer than a busy machine stands still: what is being handled must not come again.
        const options = { ackWaitMs: 1000, retryDelayMs: 5, maxDeliveries: 5 };
        const consumer = await broker.a.consume(
          topic,
          'g',
          async ({ event: { data }, attempt, ack, retry }) => {
            assert.equal(attempt, (attempts.get(data) ?? 0) + 1);
            attempts.set(data, attempt);
            if (attempt === 1 && data === 'throws') throw new Error('oops');
            if (attempt === 1 && data === 'refuses') return retry(1);
            if (attempt === 1 && data === 'forgets') return;
            await ack();
            done.push(data);
          },
          options,
        );
        for (const data of ['throws', 'refuses', 'forgets', 'fine'])
          await broker.b.send(topic, eventOf(data));
        await until(() => done.length === 4);
        assert.deepEqual(
          [...attempts.values()].toSorted((x, y) => x - y),
          [1, 2, 2, 2],
        );
        await consumer.stop();
      });
    });

    it('writes dead letters after the last attempt, with the reason', async () => {
      await timesOver(async () => {
        const topic = subject();
        const letters: CloudEvent[] = [];
        let attempts = 0;
        const dead = await broker.b.consume(
          deadLetterTopic(topic, 'g'),
          'letters',
          async ({ event: letter, ack }) => {
            letters.push(letter);
            await ack();
          },
        );
        const done: unknown[] = [];
        const consumer = await broker.a.consume(
          topic,
          'g',
          async ({ event: { data }, ack }) => {
            if (data === 'poison') {
              attempts += 1;
              throw new Error('cannot digest');
            }
            await ack();
            done.push(data);
          },
          { maxDeliveries: 3, retryDelayMs: 2 },
        );
        const poison = eventOf('poison', { partitionkey: 'k' });
        await broker.a.send(topic, poison);
        await broker.a.send(topic, eventOf('next', { partitionkey: 'k' }));
        await until(() => letters.length === 1 && done.length === 1);
        assert.equal(attempts, 3);
        const { deadtopic, deadgroup, deadreason, deaddeliveries, ...rest } = letters[0] ?? poison;
        assert.deepEqual(
          [deadtopic, deadgroup, deadreason, Number(deaddeliveries)],
          [topic, 'g', 'cannot digest', 3],
        );
        assert.deepEqual({ ...rest }, { ...poison });
        await Promise.all([consumer.stop(), dead.stop()]);
      });
    });

    it('keeps the order of each key, one at a time, through failures and over a group', async () => {
      await timesOver(async () => {
        const topic = subject();
        const keys = ['a', 'b', 'c', 'd'];
        const seen = new Map<string, number[]>(keys.map((key) => [key, []]));
        const busy = new Set<string>();
        const options = { retryDelayMs: 1, maxInFlight: 8 };
        const handler = async ({ event: { data, partitionkey = '' }, attempt, ack }: Delivery) => {
          assert.ok(!busy.has(partitionkey), 'two of one key at a time');
          busy.add(partitionkey);
          await delay(Number(data) % 3);
          busy.delete(partitionkey);
          if (attempt === 1 && Number(data) % 5 === 2) throw new Error('oops');
          seen.get(partitionkey)?.push(Number(data));
          await ack();
        };
        const members = [
          await broker.a.consume(topic, 'g', handler, options),
          await broker.b.consume(topic, 'g', handler, options),
        ];
        const numbers = Array.from({ length: 12 }, (_, n) => n);
        for (const n of numbers) {
          for (const key of keys) await broker.a.send(topic, eventOf(n, { partitionkey: key }));
        }
        await until(() => [...seen.values()].every((list) => list.length >= numbers.length));
        for (const list of seen.values()) assert.deepEqual(list, numbers);
        await Promise.all(members.map((each) => each.stop()));
      });
    });

    it('gives no consumer more than it asked for', async () => {
      const topic = subject();
      let held = 0;
      let most = 0;
      let done = 0;
      const consumer = await broker.a.consume(
        topic,
        'g',
        async ({ ack }) => {
          held += 1;
          most = Math.max(most, held);
          await delay(20);
          held -= 1;
          await ack();
          done += 1;
        },
        { maxInFlight: 3 },
      );
      await Promise.all(Array.from({ length: 30 }, (_, n) => broker.b.send(topic, eventOf(n))));
      await until(() => done === 30);
      // Never more; and not one after the other.
      assert.ok(most === 2 || most === 3, String(most));
      await consumer.stop();
    });

    it('stops a consumer without losing or repeating what it handles', async () => {
      for (let round = 0; round < REPEATS; round += 1) {
        const topic = subject();
        const done: unknown[] = [];
        const handler = async ({ event: { data }, ack }: Delivery) => {
          await delay(5);
          await ack();
          done.push(data);
        };
        const first = await broker.a.consume(topic, 'g', handler, { maxInFlight: 4 });
        await Promise.all(Array.from({ length: 20 }, (_, n) => broker.b.send(topic, eventOf(n))));
        await delay(round);
        await first.stop();
        const handled = done.length;
        await delay(15);
        assert.equal(done.length, handled);
        const second = await broker.b.consume(topic, 'g', handler, { maxInFlight: 20 });
        await until(() => done.length >= 20);
        assert.equal(new Set(done).size, 20);
        assert.equal(done.length, 20);
        await second.stop();
      }
    });
  });
}
