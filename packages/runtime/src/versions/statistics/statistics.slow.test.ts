import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Bettor } from './bettor.ts';
import { LastingLead } from './lasting-lead.ts';
import { RareEvidence } from './rare-evidence.ts';
import { randomNumbers } from './test-random.ts';

describe('a bet', () => {
  it('that is fair wins a hundredfold in at most 1 of 100 lives, whenever one looks', () => {
    let won = 0;
    for (let life = 1; life <= 2000; life += 1) {
      const random = randomNumbers(life);
      const bettor = new Bettor();
      for (let count = 0; count < 300; count += 1) bettor.add(random() < 0.5 ? -1 : 1);
      if (bettor.wealth.refutes(0.01)) won += 1;
    }
    assert.ok(won <= 20, `${won} of 2000`);
  });
});

describe('a lasting lead', () => {
  it('is seen in one of two alike in at most 1 of 100 lives, however wild they are', () => {
    let wrong = 0;
    for (let life = 1; life <= 1000; life += 1) {
      const random = randomNumbers(life);
      const evidence = new LastingLead();
      const wild = () => ({ of: 20, events: random() < 0.5 ? 0 : Math.floor(random() * 21) });
      for (let count = 0; count < 100; count += 1) evidence.add(wild(), wild());
      if (evidence.wealth.refutes(0.01)) wrong += 1;
    }
    assert.ok(wrong <= 10, `${wrong} of 1000`);
  });
});

describe('rare events', () => {
  it('are known to be rare after enough requests, and never when they are not', () => {
    const needed = (p: number, seed: number) => {
      const random = randomNumbers(seed);
      const evidence = new RareEvidence(0.01);
      for (let count = 1; count <= 5000; count += 1) {
        evidence.add(random() < p);
        if (evidence.wealth.refutes(0.01)) return count;
      }
      return Infinity;
    };
    assert.ok(needed(0, 1) < 600);
    const wrong = Array.from({ length: 200 }, (_, seed) => needed(0.01, seed + 1)).filter(
      Number.isFinite,
    );
    assert.ok(wrong.length <= 2, `${wrong.length} of 200`);
  });
});
