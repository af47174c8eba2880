import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DecisionStore } from './decision-store.ts';
import { Rollout } from './rollout.ts';
import {
  type Behaviour,
  canary,
  quick,
  rollOut,
  startBoth,
  startVersion,
} from './test-versions.ts';

const isPost = (line: string) => line.startsWith('POST');

// They wait for blocks of time to end: side by side.
describe('a rollout', { concurrency: 3 }, () => {
  it('takes back what is slower, and at once what is dead', async () => {
    const slow = await rollOut({ slowMs: 40 }, { tolerance: { ...quick, latencyRatio: 2 } });
    assert.equal(slow.decision.verdict, 'roll back');
    assert.match(slow.decision.reasons.join(), /latency/);
    const dead = await rollOut({ errors: 1 });
    assert.deepEqual(dead.decision.reasons[0], 'more: outage');
    const { candidate } = dead.decision.numbers.measures[0]!;
    assert.ok(candidate.events < 60, `${candidate.events}`);
  });

  it('takes back what has to be tried again too often, though no caller sees it', async () => {
    const { decision, count } = await rollOut({ flaky: 0.2 });
    assert.deepEqual([decision.verdict, decision.reasons], ['roll back', ['more: errors']]);
    assert.ok(count.errors < count.ok / 10);
  });

  it('never promotes what it is not certain of', async () => {
    const limited = { ...canary, limitMs: 600 };
    const { decision, versions, retired, stored } = await rollOut(
      {},
      { canary: limited, tolerance: { ...quick, blockMs: 250, errorShare: 0.0001 } },
    );
    assert.equal(decision.verdict, 'inconclusive');
    assert.deepEqual([versions, retired], [['1.0.0'], ['1.1.0']]);
    assert.ok(decision.reasons.includes('not certain yet: errors'));
    assert.deepEqual(
      stored.map(({ verdict }) => verdict),
      ['inconclusive', 'go on'],
    );
  });

  it('stores each decision with its numbers, for longer than the process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'microforge-decisions-'));
    const file = join(folder, 'decisions.db');
    const { decision } = await rollOut({ errors: 0.3 }, { decisions: new DecisionStore(file) });
    const again = new DecisionStore(file);
    const [last] = again.list('orders');
    assert.deepEqual(last, JSON.parse(JSON.stringify(decision)));
    const [errors] = last?.numbers.measures ?? [];
    assert.ok(errors!.worseP <= 0.01 / 3 && errors!.candidate.events > errors!.active.events);
    assert.ok(Number(last?.numbers.latencyMs.candidate['p99']) > 0);
    again.close();
    rmSync(folder, { recursive: true });
  });

  it('is taken back by hand, and gives way to a changed configuration', async () => {
    const both = await startBoth({});
    const candidate = { version: '1.1.0', target: { url: both.next.url } };
    const options = { gateway: both.gateway, service: 'orders', candidate, checkMs: 5 };
    const rollout = new Rollout(options);
    void rollout.run();
    assert.equal(rollout.status()?.phase, 'shadow');
    assert.deepEqual((await rollout.rollBack('we do not like it')).reasons, ['we do not like it']);
    assert.equal(rollout.status(), undefined);
    const second = new Rollout(options).run();
    both.gateway.setVersions('orders', { '3.0.0': { url: both.old.url } });
    assert.equal((await second).verdict, 'inconclusive');
    assert.deepEqual(Object.keys(both.gateway.config.services['orders']!.versions), ['3.0.0']);
    assert.equal((await both.stop()).failed, 0);
  });
});

describe('a shadow', { concurrency: 3 }, () => {
  // Much is tolerated, so that a hundred requests are enough to be sure of less.
  const shadow = { limitMs: 20_000, tolerated: 0.2 };

  it('sees no difference in times, random ids and lists in any order, and promotes', async () => {
    const { decision, both } = await rollOut({}, { shadow, canary: false });
    assert.equal(decision.verdict, 'promote', JSON.stringify(decision));
    assert.deepEqual(decision.numbers.differences, []);
    const noise = decision.numbers.noise!.map(({ pointer }) => pointer);
    assert.ok(noise.includes('/body/now') && noise.includes('/body/lines'), noise.join());
    assert.ok(both.next.store.length === 0 || decision.numbers.share === 0);
  });

  const changes: [string, Behaviour['answer'], string][] = [
    ['another value', (id) => ({ total: id * 10 + 0.01 }), '/body/total value'],
    ['another type', (id) => ({ total: String(id * 10) }), '/body/total type'],
    ['a field less', () => ({ total: undefined }), '/body/total missing'],
    ['a field more', () => ({ tax: 1 }), '/body/tax extra'],
    ['a time that is none any more', () => ({ now: 'Invalid Date' }), '/body/now type'],
    [
      'a field of a list in any order',
      (id) => ({
        lines: [
          { sku: 'b', count: id },
          { sku: 'a', count: -id },
          { sku: 'c', count: id },
        ].toSorted(() => Math.random() - 0.5),
      }),
      '/body/lines/*/count value',
    ],
  ];
  for (const [what, answer, place] of changes) {
    it(`sees ${what} among the noise, and never gives it traffic`, async () => {
      const { decision, count, both } = await rollOut({ answer: answer! }, { shadow, canary });
      assert.deepEqual(
        [decision.verdict, decision.phase],
        ['roll back', 'shadow'],
        JSON.stringify(decision),
      );
      assert.ok(
        decision.reasons.some((reason) => reason.includes(place)),
        decision.reasons.join('\n'),
      );
      assert.deepEqual([count.failed, both.next.store], [0, []]);
    });
  }

  it('does not count what a rule ignores', async () => {
    const ignore = [{ at: '/body/total', kinds: ['value' as const] }];
    const { decision } = await rollOut(
      { answer: () => ({ total: -1 }) },
      { shadow: { ...shadow, ignore }, canary: false },
    );
    assert.equal(decision.verdict, 'promote', JSON.stringify(decision.reasons));
  });

  it('is followed by a canary', async () => {
    const { decision, stored } = await rollOut({}, { shadow, canary });
    assert.deepEqual([decision.verdict, decision.phase], ['promote', 'canary']);
    assert.deepEqual(stored.map(({ phase, verdict }) => `${phase} ${verdict}`).toReversed(), [
      'shadow go on',
      'canary go on',
      'canary promote',
    ]);
  });

  it('compares what changes something only on copies of the store', async () => {
    const methods = ['POST'];
    const both = await startBoth({});
    const refused = (target: object, again?: object) => () =>
      new Rollout({
        gateway: both.gateway,
        service: 'orders',
        candidate: { version: '1.1.0', target: { url: both.next.url, ...target } },
        shadow: { methods, ...(again && { again: { url: both.old.url, ...again } }) },
      });
    for (const wrong of [
      refused({}),
      refused({ isolated: true }),
      refused({}, { isolated: true }),
      refused({ isolated: true }, {}),
    ]) {
      assert.throws(wrong, { code: 'rollout-refused', message: /POST changes something/ });
    }
    refused({ isolated: true }, { isolated: true })();
    const copy = await startVersion('copy of the old one');
    const rollout = new Rollout({
      gateway: both.gateway,
      service: 'orders',
      candidate: { version: '1.1.0', target: { url: both.next.url, isolated: true } },
      shadow: { ...shadow, methods, again: { url: copy.url, isolated: true } },
      canary: false,
      tolerance: quick,
      checkMs: 10,
    });
    assert.equal((await rollout.run()).verdict, 'promote');
    await both.stop();
    await copy.stop();
    // Each copy was told the same, once.
    assert.deepEqual(copy.store.length > 100, true);
    assert.ok(
      Math.abs(copy.store.length - both.next.store.filter(isPost).length) < copy.store.length,
    );
  });

  it('refuses what makes no sense', async () => {
    const both = await startBoth({});
    const of =
      (more: object, version = '1.1.0') =>
      () =>
        new Rollout({
          gateway: both.gateway,
          service: 'orders',
          candidate: { version, target: { url: both.next.url } },
          ...more,
        });
    assert.throws(of({}, '1.0.0'), /active already/);
    assert.throws(of({ shadow: false, canary: false }), /neither/);
    assert.throws(of({ canary: { steps: [{ share: 1, ms: 1 }] } }), /between 0 and 1/);
    assert.throws(of({ service: 'carts' }), { code: 'service-not-found' });
    both.gateway.setVersions('orders', { a: { url: both.old.url }, b: { url: both.next.url } });
    assert.throws(of({}), /one active version, and has 2/);
    await both.stop();
  });
});
