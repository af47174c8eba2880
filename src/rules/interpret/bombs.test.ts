import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import { parseFeel } from '../feel/parse-feel.ts';
import { show } from '../functions/conversions.ts';
import { environment, MAX_WORK } from './environment.ts';
import { interpret } from './interpret.ts';

const bombs = [
  'for i in 1..60 return if i = 1 then "aaaaaaaaaa" else partial[-1] + partial[-1]',
  'for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])',
  'for i in 1..90000 return if i = 1 then {} else context put(partial[-1], string(i), i)',
  'for i in 1..300 return for j in 1..300 return context merge([{a: i}, {b: j}])',
  'sort(for i in 1..50000 return i, function(x, y) every z in 1..50000 satisfies true)',
  'for i in 1..90000 return count(partial)',
];

test('what doubles in every round ends soon, and within its memory', () => {
  for (const bomb of bombs) {
    const { value: expression, diagnostics } = parseFeel(bomb);
    assert.ok(expression, diagnostics[0]?.message);
    const before = process.cpuUsage().user;
    const work = { left: sweep(10_000, MAX_WORK) };
    const value = interpret(expression, environment({ now: 0, work }));
    const seconds = (process.cpuUsage().user - before) / 1e6;
    assert.ok(seconds < 5, `${seconds} s: ${bomb}`);
    assert.ok(Array.isArray(value) || show(value) === 'null', bomb);
  }
});
