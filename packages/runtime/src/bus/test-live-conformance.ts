import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { RuntimeError } from '../errors/runtime-error.ts';
import { eventOf, REPEATS, subjects, type TestBroker, until } from './test-broker.ts';

/** What every bus keeps of requests and published events. */
export function liveConformance(name: string, open: () => Promise<TestBroker>): void {
  describe(`${name}, live`, () => {
    let broker: TestBroker;
    const subject = subjects();
    before(async () => {
      broker = await open();
    });
    after(() => broker.close());

    it('answers requests with data and with errors', async () => {
      const { a, b } = broker;
      const at = subject();
      const answering = await a.respond(at, 'q', async ({ data }) => {
        if (data === 'wrong') {
          throw new RuntimeError('nonsense', 'No.', {
            status: 422,
            retryable: true,
            data: { why: 'x' },
          });
        }
        if (data === 'bug') throw new TypeError('password is hunter2');
        return { echo: data };
      });
      assert.deepEqual(await b.request(at, eventOf({ deep: [1, 'é', null] })), {
        echo: { deep: [1, 'é', null] },
      });
      await assert.rejects(b.request(at, eventOf('wrong')), {
        code: 'nonsense',
        message: 'No.',
        status: 422,
        retryable: true,
        data: { why: 'x' },
      });
      await assert.rejects(b.request(at, eventOf('bug')), {
        code: 'internal',
        message: 'The service failed.',
      });
      await answering.stop();
      await assert.rejects(b.request(at, eventOf(1), { timeoutMs: 2000 }), {
        code: 'no-responder',
        retryable: true,
      });
    });

    it('ends a request that nobody answers in time', async () => {
      const at = subject();
      const answering = await broker.a.respond(at, 'q', () => delay(100));
      await assert.rejects(broker.b.request(at, eventOf(1), { timeoutMs: 20 }), {
        code: 'timeout',
      });
      await answering.stop();
    });

    it('shares requests between those of a queue, and loses none when one stops', async () => {
      const { a, b } = broker;
      for (let round = 0; round < REPEATS; round += 1) {
        const at = subject();
        const answered = [0, 0];
        const responder = (index: 0 | 1) => async () => {
          await delay(2);
          answered[index] = (answered[index] ?? 0) + 1;
        };
        const first = await a.respond(at, 'q', responder(0));
        const second = await a.respond(at, 'q', responder(1));
        await delay(5);
        let ok = 0;
        let failed = 0;
        const send = () =>
          b.request(at, eventOf(1)).then(
            () => (ok += 1),
            () => (failed += 1),
          );
        const sent = Array.from({ length: 30 }, send);
        // Both are known to share; a stop that overtakes the requests would prove nothing.
        await until(() => answered.every((count) => count > 0));
        const stopping = first.stop();
        sent.push(...Array.from({ length: 30 }, send));
        await Promise.all([stopping, ...sent]);
        const [before = 0] = answered;
        await Promise.all(Array.from({ length: 10 }, send));
        await second.stop();
        assert.deepEqual([ok, failed, (answered[0] ?? 0) + (answered[1] ?? 0)], [70, 0, 70]);
        assert.ok(before > 0 && before < 60 && answered[0] === before, answered.join(' '));
      }
    });

    it('publishes to all who are there, in order, as copies', async () => {
      const { a, b } = broker;
      const at = subject();
      const seen: unknown[][] = [[], []];
      const subscriptions = await Promise.all(
        seen.map((list, index) =>
          (index === 0 ? a : b).subscribe(`${at}.>`, ({ data }, exact) => {
            list.push([exact, (data as { n: number }).n]);
            (data as { n: number }).n = -1;
          }),
        ),
      );
      const other = await a.subscribe(`${at}.*.x`, () => assert.fail('another subject'));
      await delay(5);
      const sent = Array.from({ length: 100 }, (_, n) => [`${at}.k${n % 3}`, n] as const);
      for (const [exact, n] of sent) await b.publish(exact, eventOf({ n }));
      await until(() => seen.every((list) => list.length === 100));
      assert.deepEqual(
        seen,
        [sent, sent].map((list) => list.map((each) => [...each])),
      );
      await Promise.all([...subscriptions, other].map((each) => each.stop()));
      await a.publish(`${at}.k0`, eventOf({ n: 0 }));
      await delay(10);
      assert.equal(seen[0]?.length, 100);
    });

    it('gives a published event to one of a queue', async () => {
      const { a, b } = broker;
      const at = subject();
      const counts = [0, 0, 0];
      const join = (index: number, queue: string) =>
        a.subscribe(at, () => void (counts[index] = (counts[index] ?? 0) + 1), { queue });
      const subscriptions = await Promise.all([join(0, 'x'), join(1, 'x'), join(2, 'y')]);
      await delay(5);
      for (let n = 0; n < 200; n += 1) await b.publish(at, eventOf(n));
      await until(() => counts[2] === 200 && (counts[0] ?? 0) + (counts[1] ?? 0) === 200);
      assert.ok((counts[0] ?? 0) > 20 && (counts[1] ?? 0) > 20, counts.join(' '));
      await Promise.all(subscriptions.map((each) => each.stop()));
    });

    it('counts what a slow subscriber loses: published = delivered + lost', async () => {
      const { a, b } = broker;
      for (let round = 0; round < REPEATS; round += 1) {
        const at = subject();
        const gate = Promise.withResolvers<void>();
        const before = a.stats();
        const seen: unknown[] = [];
        const slow = await a.subscribe(
          at,
          async ({ data }) => {
            await gate.promise;
            seen.push(data);
          },
          { buffer: 10 },
        );
        await delay(5);
        for (let n = 0; n < 100; n += 1) await b.publish(at, eventOf(n));
        // Held are at most ten, the one that is handled, and one between.
        await until(() => a.stats().lost - before.lost >= 88);
        gate.resolve();
        await until(() => seen.length + a.stats().lost - before.lost === 100);
        assert.ok(seen.length >= 10 && seen.length <= 12, `${seen.length}`);
        assert.deepEqual(
          seen,
          [...seen].sort((x, y) => Number(x) - Number(y)),
        );
        await slow.stop();
      }
    });

    it('survives a subscriber that throws, and counts it', async () => {
      const { a, b } = broker;
      const at = subject();
      const before = a.stats().handlerErrors;
      let fine = 0;
      const subscription = await a.subscribe(at, ({ data }) => {
        if (data === 1) throw new Error('oops');
        fine += 1;
      });
      await delay(5);
      for (const n of [0, 1, 2]) await b.publish(at, eventOf(n));
      await until(() => fine === 2);
      assert.equal(a.stats().handlerErrors - before, 1);
      await subscription.stop();
    });

    it('refuses what no bus can carry', async () => {
      const { a } = broker;
      for (const bad of ['', 'a..b', 'a b', '.a', 'a.*', 'a.>', 'x'.repeat(300), 'é']) {
        await assert.rejects(a.publish(bad, eventOf(1)), { code: 'invalid-subject' });
        await assert.rejects(a.send(bad, eventOf(1)), { code: 'invalid-subject' });
      }
      await assert.rejects(
        a.subscribe('a.>.b', () => {}),
        { code: 'invalid-subject' },
      );
      await assert.rejects(a.publish('a', { data: 1 } as never), { code: 'invalid-event' });
      await assert.rejects(a.publish('a', eventOf(1, { Bad: 'x' })), { code: 'invalid-event' });
      await assert.rejects(a.send('a', eventOf('x'.repeat(1_000_001))), {
        code: 'message-too-large',
      });
    });
  });
}
