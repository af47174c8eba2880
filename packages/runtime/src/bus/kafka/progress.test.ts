import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Progress } from './progress.ts';

/** Reads so many, from where it is. */
function read(progress: Progress, count: number) {
  const found: (number | undefined)[] = [];
  for (let offset = progress.next, end = offset + count; offset < end; offset += 1) {
    found.push(progress.take(offset));
    progress.next = offset + 1;
  }
  return found;
}

describe('progress in a partition', () => {
  it('is the first offset that is not done, and marks for what is beyond', () => {
    const progress = new Progress({ offset: 5, marks: '' });
    assert.deepEqual(read(progress, 6), [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(progress.state, { offset: 5, marks: '' });
    for (const offset of [5, 6, 8]) progress.begin(offset, 1);
    progress.begin(8, 2);
    assert.deepEqual(progress.state, { offset: 5, marks: '1102' });
    progress.finish(6);
    assert.deepEqual(progress.state, { offset: 5, marks: '1.02' });
    progress.finish(5);
    assert.deepEqual(progress.state, { offset: 7, marks: '02' });
  });

  it('is taken up by the next one: what is done is not given again, what was begun counts', () => {
    const next = new Progress({ offset: 5, marks: '1.02' });
    assert.deepEqual(read(next, 6), [1, undefined, 0, 2, 0, 0]);
    assert.deepEqual(next.state, { offset: 5, marks: '1.02' });
    for (const offset of [5, 7, 8, 9, 10]) next.finish(offset);
    assert.deepEqual(next.state, { offset: 11, marks: '' });
  });

  it('passes over offsets that are no records', () => {
    const progress = new Progress({ offset: 0, marks: '' });
    for (const offset of [0, 1, 4]) progress.take(offset);
    progress.next = 6;
    progress.finish(0);
    progress.begin(4, 1);
    assert.deepEqual(progress.state, { offset: 1, marks: '0..1' });
    progress.finish(1);
    progress.finish(4);
    assert.deepEqual(progress.state, { offset: 6, marks: '' });
  });

  it('never needs more room than there is', () => {
    const progress = new Progress({ offset: 0, marks: '' });
    while (progress.hasRoom) {
      const offset = progress.next;
      read(progress, 1);
      progress.begin(offset, 1000);
      if (offset > 0) progress.finish(offset);
    }
    assert.equal(progress.state.marks.length, Progress.most);
    assert.equal(progress.state.marks.slice(0, 3), 'z..');
  });
});
