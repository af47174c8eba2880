import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openBus } from '../run/open-bus.ts';
import type { Bus } from './bus.ts';
import { eventOf, REPEATS, subjects, until } from './test-broker.ts';

/** A real server that can be killed and started again, with the same files. */
export interface TestServer {
  readonly url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** What every bus with a server keeps when that, or a consumer, is killed. */
export function faultConformance(name: string, launch: () => Promise<TestServer>): void {
  describe(`${name}, kill -9`, () => {
    let server: TestServer;
    let bus: Bus;
    const subject = subjects();
    before(async () => {
      server = await launch();
      bus = await openBus(server.url);
    });
    after(async () => {
      await bus?.close();
      await server?.remove();
    });

    it('of the server: nothing that was stored is lost or handled twice, and all is back in less than 2 s', async (test) => {
      const topic = subject();
      const at = subject();
      const done: unknown[] = [];
      const options = { retryDelayMs: 10, maxDeliveries: 50 };
      const consumer = await bus.consume(
        topic,
        'g',
        async ({ event: { data }, ack }) => {
          done.push(data);
          await ack();
        },
        options,
      );
      const answering = await bus.respond(at, 'q', ({ data }) => data);
      const answers = () =>
        bus.request(at, eventOf(1), { timeoutMs: 300 }).then(
          () => true,
          () => false,
        );
      // RabbitMQ 3.10 that is killed within milliseconds of making a queue may never give it a leader again.
      await delay(1000);
      const slowest: number[] = [];
      for (let round = 0; round < REPEATS; round += 1) {
        let stored = 0;
        let failed = 0;
        const sending = Array.from({ length: 40 }, async (_, n) => {
          await delay(n);
          if (await sentInTime(bus, topic, `${round}-${n}`)) stored += 1;
          else failed += 1;
        });
        await delay(20);
        await server.kill();
        await server.start();
        const back = performance.now();
        await until(answers);
        slowest.push(performance.now() - back);
        await Promise.all(sending);
        assert.deepEqual([stored, failed], [40, 0]);
        await until(() => new Set(done).size === 40 * (round + 1));
      }
      test.diagnostic(`back after ${slowest.map(Math.round).join(', ')} ms`);
      assert.ok(Math.max(...slowest) < 2000, slowest.join(' '));
      await delay(600);
      assert.equal(done.length - new Set(done).size, 0);
      await Promise.all([consumer.stop(), answering.stop()]);
    });

    it('of a consumer: another one takes over, nothing is lost, nothing acknowledged comes again', async () => {
      for (let round = 0; round < REPEATS; round += 1) {
        const topic = subject();
        const program = fileURLToPath(new URL('test-consumer.ts', import.meta.url));
        const child = spawn(process.execPath, [program, server.url, topic], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let said = '';
        child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')));
        while (!said.includes('ready')) await once(child.stdout, 'data');
        const numbers = Array.from({ length: 150 }, (_, n) => n);
        const sending = Promise.all(numbers.map((n) => bus.send(topic, eventOf(n, keyOf(n)))));
        while (!said.includes('acked')) await once(child.stdout, 'data');
        await delay(round * 3);
        child.kill('SIGKILL');
        await once(child, 'close');
        await sending;
        const heard = (word: string) =>
          [...said.matchAll(new RegExp(`^${word} (\\d+)\\n`, 'gm'))].map(([, n]) => Number(n));
        // What was begun may have been acknowledged without a word of it.
        const begun = new Set(heard('handling'));
        const acked = new Set(heard('acked'));
        const taken: number[] = [];
        const second = await bus.consume(
          topic,
          'g',
          async ({ event: { data }, ack }) => {
            taken.push(Number(data));
            await ack();
          },
          // Not every broker sees that a consumer has died: some wait for its acknowledgement.
          { ackWaitMs: 1000 },
        );
        await until(() => numbers.every((n) => begun.has(n) || taken.includes(n)));
        await delay(50);
        assert.deepEqual(
          taken.filter((n) => acked.has(n)),
          [],
        );
        assert.equal(new Set(taken).size, taken.length);
        // What comes again has been begun: in order for each key all the same.
        for (const key of ['a', 'b', 'c']) {
          const of = taken.filter((n) => keyOf(n).partitionkey === key);
          assert.deepEqual(
            of,
            of.toSorted((x, y) => x - y),
          );
        }
        await second.stop();
      }
    });
  });
}

/** Half of them without a key. */
const keyOf = (n: number) => (n % 2 === 0 ? {} : { partitionkey: 'abc'[n % 3] ?? 'a' });

/** The same event again until it is stored: that is safe. False when it never is. */
async function sentInTime(bus: Bus, topic: string, data: string): Promise<boolean> {
  const event = eventOf(data);
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    try {
      await bus.send(topic, event);
      return true;
    } catch {
      await delay(50);
    }
  }
  return false;
}
