import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DecisionTable } from '#blueprint';
import { sweep } from '../../../test/support/sweep.ts';
import { show } from '../functions/conversions.ts';
import { inputEnvironment } from '../rule-set/input-value.ts';
import type { InputDeclaration } from '../rule-set/rule-set.ts';
import { evaluateTable } from '../table/evaluate-table.ts';
import { readTable } from '../table/read-table.ts';
import { Random } from '../testing/random.ts';
import { randomRecord, randomTable } from '../testing/random-table.ts';
import { indexTable } from './index-table.ts';

const policies = [
  ...(['unique', 'any', 'priority', 'first'] as const),
  ...(['output-order', 'rule-order', 'collect'] as const),
];

/** Asks the index and the plain interpreter, and gives what the index said. */
function decided(
  source: DecisionTable,
  records: readonly Record<string, unknown>[],
  inputs: readonly InputDeclaration[] = [],
): { plan: string; rows: (readonly number[])[] } {
  const { value: table, diagnostics } = readTable(source);
  assert.ok(table, diagnostics[0]?.message);
  const index = indexTable(table, inputs);
  const rows = records.map((record) => {
    const env = inputEnvironment(
      inputs,
      () => record,
      () => 0,
    );
    const expected = evaluateTable(table, env);
    const given = index.decide(record, 0);
    const say = `${JSON.stringify(source.rows)} of ${JSON.stringify(record)}`;
    assert.equal(show(given.value, true), show(expected.value, true), say);
    assert.deepEqual(given.rows, expected.rows, say);
    return given.rows;
  });
  return { plan: index.plan, rows };
}

const tableOf = (
  rows: readonly (readonly string[])[],
  inputs: readonly string[],
  hitPolicy: DecisionTable['hitPolicy'] = 'first',
): DecisionTable => ({
  id: 'table/t',
  label: 't',
  origin: 'stated',
  sources: [],
  name: 't',
  hitPolicy,
  inputs,
  outputs: ['result'],
  rows: rows.map((cells) => ({ inputs: cells.slice(0, -1), outputs: cells.slice(-1) })),
});

describe('indexTable', () => {
  test('decides as the plain interpreter does', () => {
    const plans = new Set<string>();
    for (let seed = 1; seed <= sweep(12, 100); seed += 1) {
      const random = new Random(seed);
      const source = randomTable(random, random.pick(policies), 1 + random.below(50));
      const records = Array.from({ length: 25 }, () => {
        const record = randomRecord(random, source);
        if (random.chance(10))
          record[random.pick(source.inputs)] = random.pick<unknown>([[1], 'y', 1e300, {}]);
        return record;
      });
      plans.add(decided(source, records).plan);
    }
    assert.deepEqual([...plans].toSorted(), ['bits', 'key', 'scan']);
  });

  test('one input tells most rows apart', () => {
    const count = sweep(500, 2000);
    const rows = Array.from({ length: count }, (_, at) => [
      `[${at}..${at + 1})`,
      at % 2 ? '"a"' : '-',
      `${at}`,
    ]);
    const records = [0, 0.5, 299, count - 0.1, count, -1, null].flatMap((n) => [
      { n, kind: 'a' },
      { n, kind: 'b' },
    ]);
    const { plan, rows: found } = decided(tableOf(rows, ['n', 'kind']), records);
    assert.equal(plan, 'key');
    assert.deepEqual(found.slice(0, 4), [[0], [0], [0], [0]]);
    assert.deepEqual(found.slice(4, 8), [[299], [], [count - 1], []]);
  });

  test('rows that meet are found by bits, over many words', () => {
    const count = sweep(300, 3000);
    const rows = Array.from({ length: count }, (_, at) => [`>= ${at}`, `<= ${at}`, `${at}`]);
    const records = [
      { low: count, high: count - 1 },
      { low: 10, high: 4 },
      { low: 4, high: 10 },
      { low: -1, high: 1 },
    ];
    const { plan, rows: found } = decided(tableOf(rows, ['low', 'high'], 'collect'), records);
    assert.equal(plan, 'bits');
    assert.deepEqual(
      found.map(({ length }) => length),
      [1, 7, 0, 0],
    );
  });

  test('dates by their declaration', () => {
    const rows = [
      ['< date("2026-01-02")', '1'],
      ['>= date("2026-01-02")', '2'],
    ];
    const records = [{ day: '2026-01-01' }, { day: '2026-01-02' }, { day: 'never' }, {}];
    const { rows: found } = decided(tableOf(rows, ['day']), records, [
      { name: 'day', type: 'date' },
    ]);
    assert.deepEqual(found, [[0], [1], [], []]);
  });

  test('what is in no class is left to the interpreter', () => {
    const rows = [
      ['starts with(?, "a")', '1'],
      ['-', '2'],
    ];
    const { plan, rows: found } = decided(tableOf(rows, ['kind']), [{ kind: 'ab' }, { kind: 'b' }]);
    assert.equal(plan, 'scan');
    assert.deepEqual(found, [[0], [1]]);
    assert.equal(decided(tableOf([['< 9007199254740993', '1']], ['n']), [{ n: 1 }]).plan, 'scan');
    assert.equal(decided(tableOf([['> "b"', '1']], ['n']), [{ n: 'c' }, { n: 'a' }]).plan, 'scan');
  });
});
