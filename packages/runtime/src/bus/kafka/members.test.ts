import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LiveMember, Members } from './members.ts';

const member = (id: string, queue = 'q', at = 'orders'): LiveMember => ({
  id,
  kind: 'request',
  at,
  queue,
});
const takersOf = (members: Members, offset = 1) => members.takers('request', 'orders', offset);

describe('the members of a live log', () => {
  it('share what comes, one of each queue, and all know who', () => {
    const [one, other] = [new Members(), new Members()];
    one.join('p', member('a'));
    one.join('r', member('b'));
    one.join('r', member('c', 'other'));
    one.join('r', member('d', 'q', 'elsewhere'));
    // Told of them in another order, and as a list.
    other.lives('r', [member('c', 'other'), member('b'), member('d', 'q', 'elsewhere')]);
    other.join('p', member('a'));
    const counts = { a: 0, b: 0, c: 0 };
    for (let offset = 0; offset < 300; offset += 1) {
      const takers = takersOf(one, offset) as (keyof typeof counts)[];
      assert.deepEqual(takersOf(other, offset).toSorted(), takers.toSorted());
      for (const taker of takers) counts[taker] += 1;
    }
    assert.equal(counts.c, 300);
    assert.ok(counts.a > 100 && counts.b > 100 && counts.a + counts.b === 300, `${counts.a}`);
  });

  it('are gone when they say so, and when another has spoken four times since they did', () => {
    const members = new Members();
    members.join('p', member('a'));
    members.lives('r', []);
    assert.deepEqual(takersOf(members), ['a']);
    for (let count = 0; count < 2; count += 1) members.lives('r', []);
    assert.deepEqual(takersOf(members), ['a']);
    members.lives('r', []);
    assert.deepEqual(takersOf(members), []);
    members.lives('p', [member('a'), member('b', 'other')]);
    assert.equal(takersOf(members).length, 2);
    members.leave('p', 'b');
    members.gone('p');
    assert.deepEqual(takersOf(members), []);
  });

  it('stay while nobody speaks, and while they do', () => {
    const members = new Members();
    members.lives('p', [member('a')]);
    for (let count = 0; count < 20; count += 1) {
      members.lives('r', []);
      members.lives('p', [member('a')]);
    }
    for (let count = 0; count < 20; count += 1) members.lives('p', [member('a')]);
    assert.deepEqual(takersOf(members), ['a']);
  });
});
