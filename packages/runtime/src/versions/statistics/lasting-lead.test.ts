import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LastingLead } from './lasting-lead.ts';
import type { Tally } from './lead.ts';

const usual: Tally = { of: 450, events: 9 };
/** What both did in a block. */
type Block = readonly [candidate: Tally, active: Tally];
const alike: Block = [{ of: 50, events: 1 }, usual];
const ahead: Block = [{ of: 50, events: 5 }, usual];
const behind: Block = [alike[0], { of: 450, events: 45 }];

/** After how many blocks it is certain. */
function certainAfter(blocks: readonly Block[], most = 1000): number {
  const evidence = new LastingLead();
  for (let count = 1; count <= most; count += 1) {
    evidence.add(...(blocks[(count - 1) % blocks.length] ?? alike));
    if (evidence.wealth.refutes(0.0025)) return count;
  }
  return Infinity;
}

describe('a lasting lead', () => {
  it('is certain after a dozen blocks', () => {
    assert.ok(certainAfter([ahead]) <= 12, `${certainAfter([ahead])}`);
  });

  it('is none when now one is ahead and now the other, for several blocks each', () => {
    for (const length of [1, 2, 3, 4]) {
      const times = (block: Block, count: number) => Array<Block>(count).fill(block);
      const turns = [
        ...times(ahead, length),
        ...times(alike, 2 * length),
        ...times(behind, length),
        ...times(alike, 2 * length),
      ];
      assert.equal(certainAfter(turns), Infinity, `${length}`);
    }
  });

  it('does not hold a block of hardly any requests against anybody', () => {
    const empty = { of: 3, events: 0 };
    const evidence = new LastingLead();
    for (let count = 0; count < 8; count += 1) evidence.add(empty, usual);
    assert.ok(Math.abs(evidence.wealth.now) < 0.3, `${evidence.wealth.now}`);
  });
});
