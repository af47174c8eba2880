import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import { show } from '../functions/conversions.ts';
import { inputEnvironment } from '../rule-set/input-value.ts';
import { evaluateTable } from '../table/evaluate-table.ts';
import { readTable } from '../table/read-table.ts';
import type { RuleTable, TableRow } from '../table/rule-table.ts';
import { Random } from '../testing/random.ts';
import { randomRecord, randomTable } from '../testing/random-table.ts';
import { indexTable } from './index-table.ts';
import type { IndexedTable } from './index-table.ts';

const policies = [
  ...(['unique', 'any', 'priority', 'first'] as const),
  ...(['output-order', 'rule-order', 'collect'] as const),
];

function tableOf(
  rows: readonly (readonly [...string[], string])[],
  hitPolicy: RuleTable['hitPolicy'] = 'first',
  inputs = ['n'],
): RuleTable {
  const { value, diagnostics } = readTable({
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
  assert.ok(value, diagnostics[0]?.message);
  return value;
}

const rowOf = (...cells: readonly [string, ...string[], string]): TableRow => {
  const [row] = tableOf(
    [cells],
    'first',
    cells.slice(1).map((_, at) => `i${at}`),
  ).rows;
  assert.ok(row);
  return row;
};

const rowsFor = (index: IndexedTable, ...values: readonly unknown[]) =>
  values.map((n) => index.decide({ n }, 0).rows);

/** A random change, of the index and of the rows beside it. */
function change(random: Random, index: IndexedTable, rows: TableRow[], pool: readonly TableRow[]) {
  const kind = random.pick(['insert', 'append', 'replace', 'remove'] as const);
  const row = random.pick(pool);
  const at = random.below(rows.length);
  if (kind === 'append' || rows.length === 0) {
    index.insert(rows.length, row);
    rows.push(row);
  } else if (kind === 'insert') {
    index.insert(at, row);
    rows.splice(at, 0, row);
  } else if (kind === 'replace') {
    index.replace(at, row);
    rows[at] = row;
  } else {
    index.remove(at);
    rows.splice(at, 1);
  }
}

describe('changes of an indexed table', () => {
  test('after any of them it decides as the plain interpreter and a new index do', () => {
    const plans = new Set<string>();
    for (let seed = 1; seed <= sweep(15, 300); seed += 1) {
      const random = new Random(seed);
      const source = randomTable(random, random.pick(policies), 2 + random.below(60));
      const { value: whole } = readTable(source);
      assert.ok(whole);
      const rows = whole.rows.slice(0, random.below(whole.rows.length));
      const index = indexTable({ ...whole, rows: [...rows] });
      for (let count = 0; count < sweep(6, 25); count += 1) {
        change(random, index, rows, whole.rows);
        const table = { ...whole, rows };
        const fresh = indexTable(table);
        for (let asked = 0; asked < 3; asked += 1) {
          const record = randomRecord(random, source);
          const env = inputEnvironment(
            [],
            () => record,
            () => 0,
          );
          const expected = evaluateTable(table, env);
          for (const one of [index, fresh]) {
            const given = one.decide(record, 0);
            const say = `seed ${seed}, change ${count}, ${index.plan}: ${JSON.stringify(record)}`;
            assert.deepEqual(given.rows, expected.rows, say);
            assert.equal(show(given.value, true), show(expected.value, true), say);
          }
        }
        plans.add(index.plan);
      }
    }
    assert.deepEqual([...plans].toSorted(), ['bits', 'key', 'scan']);
  });

  test('new limits divide what was one class, for rows before and after', () => {
    const index = indexTable(tableOf([['[0..10]', '1']], 'rule-order'));
    index.insert(1, rowOf('5', '2'));
    index.insert(0, rowOf('> 7', '3'));
    assert.deepEqual(rowsFor(index, 4, 5, 6, 8, 11, null), [[1], [1, 2], [1], [0, 1], [0], []]);
    index.remove(1);
    assert.deepEqual(rowsFor(index, 4, 5, 8), [[], [1], [0]]);
  });

  test('texts, and rows of a type that no cell had', () => {
    const index = indexTable(tableOf([['-', '1']], 'rule-order'));
    index.insert(1, rowOf('"a"', '2'));
    index.insert(1, rowOf('not("b")', '3'));
    assert.deepEqual(rowsFor(index, 'a', 'b', 'c', 1), [[0, 1, 2], [0], [0, 1], [0]]);
    assert.notEqual(index.plan, 'scan');
  });

  test('a cell that no class is made for, and its end', () => {
    const index = indexTable(
      tableOf(
        Array.from({ length: 40 }, (_, at) => [`${at}`, `${at}`] as const),
        'rule-order',
      ),
    );
    index.insert(0, rowOf('string length(?) > 1', '2'));
    assert.equal(index.plan, 'scan');
    assert.deepEqual(rowsFor(index, 7, 'ab'), [[8], [0]]);
    index.remove(0);
    for (let count = 0; count < 3; count += 1) index.replace(0, rowOf('0', '3'));
    assert.equal(index.plan, 'key');
    assert.deepEqual(rowsFor(index, 7, 'ab'), [[7], []]);
  });

  test('rows that are not there, or have other cells', () => {
    const index = indexTable(tableOf([['1', '1']]));
    for (const at of [-1, 1, 0.5, NaN]) {
      assert.throws(() => index.remove(at), RangeError);
      assert.throws(() => index.replace(at, rowOf('1', '1')), RangeError);
    }
    assert.throws(() => index.insert(2, rowOf('1', '1')), RangeError);
    assert.throws(() => index.insert(0, rowOf('1', '2', '1')), RangeError);
    assert.deepEqual(rowsFor(index, 1), [[0]]);
  });

  test('as many changes as one likes leave no more than the rows that are there', () => {
    const index = indexTable(tableOf([['1', '1']]));
    const changes = sweep(500, 3000);
    for (let count = 0; count < changes; count += 1) {
      index.insert(0, rowOf(`${count + 1}`, '1'));
      index.remove(1);
    }
    assert.deepEqual(rowsFor(index, changes, changes - 1), [[0], []]);
  });
});
