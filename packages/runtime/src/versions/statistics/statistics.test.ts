import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { binomial, hypergeometric } from './distribution.ts';
import { lead } from './lead.ts';
import { LogHistogram } from './log-histogram.ts';
import { OutageEvidence } from './outage-evidence.ts';
import { RareEvidence } from './rare-evidence.ts';
import { simulate } from './test-simulate.ts';
import { Wealth } from './wealth.ts';

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
const near = (actual: number, expected: number, within = 1e-9) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);

describe('distributions', () => {
  it('are what the text books say', () => {
    const { from, p } = hypergeometric(20, 7, 12);
    p.forEach((each, index) => {
      const k = from + index;
      near(each, (choose(7, k) * choose(13, 12 - k)) / choose(20, 12));
    });
    assert.deepEqual([from, p.length], [0, 8]);
    const kept = binomial(9, 0.3);
    kept.p.forEach((each, index) =>
      near(each, choose(9, index) * 0.3 ** index * 0.7 ** (9 - index)),
    );
  });

  it('have no limits in size, and are certain where there is no chance', () => {
    const large = hypergeometric(1_000_000, 10_000, 500_000);
    near(
      large.p.reduce((sum, each, index) => sum + each * (large.from + index), 0),
      5000,
      1e-3,
    );
    assert.deepEqual(hypergeometric(5, 5, 3), { from: 3, p: [1] });
    assert.deepEqual(hypergeometric(5, 0, 3), { from: 0, p: [1] });
    assert.deepEqual(binomial(0, 0.5), { from: 0, p: [1] });
    assert.deepEqual(binomial(4, 1), { from: 4, p: [1] });
  });
});

describe('the lead of one version over another', () => {
  it('is odd, between -1 and 1, and 0 without requests', () => {
    near(
      lead({ of: 10, events: 3 }, { of: 10, events: 1 }),
      -lead({ of: 10, events: 1 }, { of: 10, events: 3 }),
    );
    assert.ok(lead({ of: 10, events: 10 }, { of: 90, events: 0 }) > 0.99);
    assert.ok(lead({ of: 10, events: 0 }, { of: 90, events: 90 }) < -0.99);
    assert.equal(lead({ of: 0, events: 0 }, { of: 90, events: 90 }), 0);
  });

  it('is 0 on average when both are alike, exactly: whatever the shares are, however both fluctuate', () => {
    // All outcomes of two versions with 3 and 9 requests, which fail with the same probability or burst alike.
    for (const chances of [[0.1], [0.02, 0.9]]) {
      let mean = 0;
      let turned = 0;
      for (const one of chances) {
        for (const other of chances) {
          for (let a = 0; a <= 3; a += 1) {
            for (let b = 0; b <= 9; b += 1) {
              const p =
                choose(3, a) *
                one ** a *
                (1 - one) ** (3 - a) *
                choose(9, b) *
                other ** b *
                (1 - other) ** (9 - b);
              mean += p * lead({ of: 3, events: a }, { of: 9, events: b });
              turned += p * lead({ of: 9, events: b }, { of: 3, events: a });
            }
          }
        }
      }
      near(mean, 0, 1e-12);
      near(turned, 0, 1e-12);
    }
  });

  it('is 0 on average at the ratio that it is asked about', () => {
    let mean = 0;
    for (let a = 0; a <= 20; a += 1) {
      for (let b = 0; b <= 20; b += 1) {
        // Rare events: Poisson 2 and 1 for the same number of requests.
        const p = (Math.exp(-2) * 2 ** a * (Math.exp(-1) * 1 ** b)) / (factorial(a) * factorial(b));
        mean += p * lead({ of: 100, events: a }, { of: 100, events: b }, 2);
      }
    }
    near(mean, 0, 1e-6);
  });
});

describe('a bet', () => {
  it('remembers the best of times, and says p', () => {
    const wealth = new Wealth(1);
    for (let count = 0; count < 10; count += 1) wealth.bet([2]);
    for (let count = 0; count < 10; count += 1) wealth.bet([0.5]);
    near(wealth.now, 0);
    near(wealth.p, 1 / 1024);
    assert.deepEqual([wealth.refutes(0.001), wealth.refutes(0.0009)], [true, false]);
  });
});

describe('rare events', () => {
  it('are known to be rare after enough requests', () => {
    const evidence = new RareEvidence(0.01);
    for (let count = 1; count < 600; count += 1) evidence.add(false);
    assert.ok(evidence.wealth.refutes(0.01));
  });
});

describe('an outage', () => {
  it('is seen within a dozen requests; bad luck is none', () => {
    const evidence = new OutageEvidence();
    for (let count = 0; count < 1000; count += 1) evidence.add(count % 3 === 0);
    assert.equal(evidence.reached, false);
    for (let count = 0; count < 12; count += 1) evidence.add(true);
    assert.equal(evidence.reached, true);
  });
});

describe('a histogram', () => {
  it('gives quantiles within 2 %, and forgets', () => {
    const histogram = new LogHistogram();
    assert.equal(histogram.quantile(0.5), undefined);
    for (let ms = 1; ms <= 1000; ms += 1) histogram.add(ms);
    near(histogram.quantile(0.5) ?? 0, 500, 11);
    near(histogram.quantile(0.99) ?? 0, 990, 21);
    for (let count = 0; count < 12; count += 1) histogram.fade();
    for (let count = 0; count < 10; count += 1) histogram.add(5);
    near(histogram.quantile(0.5) ?? 0, 5, 0.2);
    histogram.add(0);
    histogram.add(1e9);
    assert.ok((histogram.quantile(1) ?? 0) > 9e8);
  });
});

describe('a simulated rollout', () => {
  it('is promoted when the candidate is as good, taken back when it is not', () => {
    const verdicts = (world: Parameters<typeof simulate>[1]) =>
      new Set(Array.from({ length: 5 }, (_, seed) => simulate(seed + 1, world).verdict));
    assert.deepEqual(verdicts({}), new Set(['promote']));
    assert.deepEqual(verdicts({ errorRatio: 10 }), new Set(['roll back']));
    assert.deepEqual(verdicts({ slower: 2 }), new Set(['roll back']));
  });
});

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
