import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dueAfter, dueTime, nextDue } from './timers.ts';
import type { Due } from './timers.ts';

const at = (text: string) => Date.parse(text);
const NOW = at('2024-01-31T10:00:00Z');
const textOf = (due: Due | undefined) =>
  due && new Date(due.due).toISOString().replace('.000Z', 'Z');

/** The times at which a timer goes off, `count` of them at most. */
function times(every: string, count: number): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  for (let due = dueTime('every', every, NOW); due && found.length < count; due = nextDue(due))
    found.push(textOf(due));
  return found;
}

describe('timers', () => {
  test('durations of ISO 8601, with years and months of the calendar', () => {
    const after = (text: string) => textOf(dueTime('after', text, NOW));
    assert.deepEqual(
      ['P1M', 'P1Y1M', 'P2W', 'P1DT2H', 'PT1.5S', 'PT0,25S', 'P1Y2M3DT4H5M6S', 'PT0S'].map(after),
      [
        '2024-02-29T10:00:00Z',
        '2025-02-28T10:00:00Z',
        '2024-02-14T10:00:00Z',
        '2024-02-01T12:00:00Z',
        '2024-01-31T10:00:01.500Z',
        '2024-01-31T10:00:00.250Z',
        '2025-04-03T14:05:06Z',
        '2024-01-31T10:00:00Z',
      ],
    );
    for (const wrong of ['', 'P', 'PT', 'P1', '1M', '-P1D', 'P1H', 'PT1Y', 'P999999Y', 7, null])
      assert.equal(dueTime('after', wrong, NOW), undefined, String(wrong));
  });

  test('dates, with and without zone', () => {
    const on = (text: string) => textOf(dueTime('at', text, NOW));
    assert.equal(on('2024-05-01'), '2024-05-01T00:00:00Z');
    assert.equal(on('2024-05-01T12:00'), '2024-05-01T12:00:00Z');
    assert.equal(on('2024-05-01T12:00:00+02:00'), '2024-05-01T10:00:00Z');
    assert.equal(on('2024-13-01'), undefined);
  });

  test('repetitions, so often, from a time on, for ever', () => {
    assert.deepEqual(times('R2/PT1H', 9), ['2024-01-31T11:00:00Z', '2024-01-31T12:00:00Z']);
    assert.deepEqual(times('R/2024-03-01T08:00:00Z/P1D', 2), [
      '2024-03-01T08:00:00Z',
      '2024-03-02T08:00:00Z',
    ]);
    assert.equal(times('R/P1D', 1000).length, 1000);
    for (const wrong of ['R0/PT1H', 'R/PT0S', 'R/P', 'R3', 'PT1H', 'R-1/PT1H'])
      assert.deepEqual(times(wrong, 1), [], wrong);
  });

  test('the end of each month is followed by the end of the next', () => {
    assert.deepEqual(times('R4/P1M', 9), [
      '2024-02-29T10:00:00Z',
      '2024-03-31T10:00:00Z',
      '2024-04-30T10:00:00Z',
      '2024-05-31T10:00:00Z',
    ]);
    assert.deepEqual(times('R3/2024-02-29/P1Y', 9), [
      '2024-02-29T00:00:00Z',
      '2025-02-28T00:00:00Z',
      '2026-02-28T00:00:00Z',
    ]);
  });

  test('what was missed is left out, at once and never too far', () => {
    const late = (every: string, now: string) => {
      const first = dueTime('every', every, NOW);
      assert.ok(first);
      return textOf(dueAfter(first, at(now)));
    };
    assert.equal(late('R/2001-01-31/P1M', '2024-02-10'), '2024-02-29T00:00:00Z');
    assert.equal(late('R/2001-02-28/P2M', '2024-02-28T00:00:00Z'), '2024-04-28T00:00:00Z');
    assert.equal(late('R/1970-01-01/PT1S', '2024-02-10T00:00:00.500Z'), '2024-02-10T00:00:01Z');
    assert.equal(late('R3/2024-01-01/P1D', '2024-01-02T12:00:00Z'), '2024-01-03T00:00:00Z');
    assert.equal(late('R3/2024-01-01/P1D', '2024-01-03T12:00:00Z'), undefined);
    // Each time is the first that has not passed: the same as step by step.
    for (const every of ['R/2020-01-31/P1M', 'R/2020-01-01/P1Y2M3DT4H', 'R40/2020-01-01/P5D'])
      for (let day = 0; day < 2000; day += 37) {
        const now = at('2020-01-01') + day * 86_400_000;
        let expected = dueTime('every', every, NOW);
        const found = expected && dueAfter(expected, now);
        while (expected && expected.due <= now) expected = nextDue(expected);
        assert.deepEqual(found, expected, `${every} ${day}`);
      }
  });
});
