import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { environment } from '../interpret/environment.ts';
import { fromJson, toJson } from '../json.ts';
import { reasonOf, Unknown } from '../unknown.ts';
import { evaluateTable } from './evaluate-table.ts';
import { readTable } from './read-table.ts';
import type { Aggregator, HitPolicy, RuleTable } from './rule-table.ts';

const tableOf = (
  hitPolicy: HitPolicy,
  rows: readonly (readonly [string, string])[],
  outputs = ['discount'],
): RuleTable => {
  const { value, diagnostics } = readTable({
    id: 'table/discount',
    label: 'Discount',
    origin: 'stated',
    sources: [],
    name: 'discount',
    hitPolicy,
    inputs: ['amount'],
    outputs,
    rows: rows.map(([input, ...results]) => ({ inputs: [input], outputs: results })),
  });
  assert.ok(value, diagnostics[0]?.message);
  return value;
};

const decide = (table: RuleTable, amount: unknown) => {
  const variable = (name: string) => fromJson(name === 'amount' ? amount : undefined, name);
  const { value, rows, unknown } = evaluateTable(table, environment({ now: 0, variable }));
  return {
    value: value instanceof Unknown ? reasonOf(value) : toJson(value),
    rows,
    unknown: unknown.map(({ row, reason }) => `${row}: ${reasonOf(reason)}`),
  };
};

const overlapping = [
  ['> 0', '1'],
  ['> 10', '3'],
  ['> 20', '2'],
  ['> 30', '3'],
] as const;

describe('evaluateTable', () => {
  test('unique: one row may match', () => {
    const table = tableOf('unique', overlapping);
    assert.deepEqual(decide(table, 5), { value: 1, rows: [0], unknown: [] });
    assert.equal(decide(table, 15).value, '2 rows match');
    assert.equal(decide(table, -1).value, 'no row matches');
  });

  test('any: all that match agree', () => {
    const table = tableOf('any', [...overlapping.slice(1, 2), ...overlapping.slice(3)]);
    assert.deepEqual(decide(table, 40), { value: 3, rows: [0, 1], unknown: [] });
    assert.equal(decide(tableOf('any', overlapping), 40).value, 'the rows that match differ');
  });

  test('first and priority: one row decides', () => {
    assert.deepEqual(decide(tableOf('first', overlapping), 40), {
      value: 1,
      rows: [0],
      unknown: [],
    });
    const priorities = ['3', '2', '1'].map(
      (value) => ({ kind: 'literal', type: 'integer', value }) as const,
    );
    const ranked = (policy: HitPolicy) => {
      const table = tableOf(policy, overlapping);
      return { ...table, outputs: table.outputs.map((output) => ({ ...output, priorities })) };
    };
    assert.deepEqual(decide(ranked('priority'), 25), { value: 3, rows: [1], unknown: [] });
    assert.deepEqual(decide(ranked('output-order'), 40).value, [3, 3, 2, 1]);
    assert.deepEqual(decide(ranked('output-order'), 40).rows, [1, 3, 2, 0]);
  });

  test('rule order and collect give lists', () => {
    assert.deepEqual(decide(tableOf('rule-order', overlapping), 25).value, [1, 3, 2]);
    assert.deepEqual(decide(tableOf('collect', overlapping), 25).value, [1, 3, 2]);
  });

  test('collect with an aggregator', () => {
    const collect = (aggregator: Aggregator, amount: number) =>
      decide({ ...tableOf('collect', overlapping), aggregator }, amount).value;
    assert.equal(collect('sum', 40), 9);
    assert.equal(collect('min', 40), 1);
    assert.equal(collect('max', 40), 3);
    assert.equal(collect('count', 40), 4);
    assert.equal(collect('count', 0), 0);
    assert.equal(collect('sum', 0), 'no row matches');
  });

  test('several outputs are a context, and a fallback answers where no row matches', () => {
    const table = tableOf('first', [['> 1', '1', '"a"']] as never, ['rate', 'name']);
    assert.deepEqual(decide(table, 2).value, { rate: 1, name: 'a' });
    const fallback = { kind: 'literal', type: 'integer', value: '9' } as const;
    const outputs = table.outputs.map((output) => ({ ...output, fallback }));
    assert.deepEqual(decide({ ...table, outputs }, 0).value, { rate: 9, name: 9 });
  });

  test('a row of which it is unknown whether it matches does not count, and says why', () => {
    const { value, unknown } = decide(
      tableOf('first', [
        ['> 1', '1'],
        ['-', '2'],
      ]),
      null,
    );
    assert.equal(value, 2);
    assert.deepEqual(unknown, ['0: amount is null']);
  });

  test('results read the variables', () => {
    assert.equal(decide(tableOf('first', [['> 1', 'amount * 0.1']]), 2.5).value, 0.25);
  });
});

describe('readTable', () => {
  const given = {
    id: 'table/t',
    label: 't',
    origin: 'stated',
    sources: [],
    name: 't',
    hitPolicy: 'first',
    inputs: ['a'],
    outputs: ['b'],
  } as const;

  test('reports every cell that cannot be read', () => {
    const rows = [
      { inputs: ['>'], outputs: ['1 +'] },
      { inputs: ['1', '2'], outputs: ['1'] },
    ];
    const codes = readTable({ ...given, rows }).diagnostics.map(({ code }) => code);
    assert.deepEqual(codes, ['rules/uneven-row', 'rules/feel-syntax', 'rules/feel-syntax']);
  });

  test('has a limit', () => {
    const row = { inputs: ['1'], outputs: ['1'] };
    const rows = Array.from({ length: 500_001 }, () => row);
    const { value, diagnostics } = readTable({ ...given, rows });
    assert.equal(value, undefined);
    assert.equal(diagnostics[0]?.code, 'rules/too-many-cells');
  });
});
