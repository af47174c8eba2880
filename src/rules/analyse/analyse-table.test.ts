import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import { environment } from '../interpret/environment.ts';
import { fromJson } from '../json.ts';
import { evaluateTable } from '../table/evaluate-table.ts';
import { readTable } from '../table/read-table.ts';
import type { HitPolicy, RuleTable } from '../table/rule-table.ts';
import { Random } from '../testing/random.ts';
import { randomRecord, randomTable } from '../testing/random-table.ts';
import { analyseTable } from './analyse-table.ts';
import { busyTime } from '../../../test/support/busy-time.ts';

const tableOf = (
  hitPolicy: HitPolicy,
  inputs: readonly string[],
  rows: readonly (readonly string[])[],
): RuleTable => {
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
};

const findings = (...table: Parameters<typeof tableOf>) =>
  analyseTable(tableOf(...table)).map(({ diagnostic: { code }, rows, witness }) => ({
    code,
    rows,
    witness,
  }));

const decide = (table: RuleTable, record: Readonly<Record<string, unknown>>, only?: number) => {
  const rows = only === undefined ? table.rows : table.rows.slice(only, only + 1);
  const variable = (name: string) => fromJson(record[name], name);
  return evaluateTable({ ...table, rows }, environment({ now: 0, variable }));
};

describe('analyseTable', () => {
  test('finds nothing in a table that is complete', () => {
    const rows = [
      ['< 18', '-', '1'],
      ['>= 18', '"a"', '2'],
      ['>= 18', 'not("a")', '3'],
    ];
    assert.deepEqual(findings('unique', ['age', 'kind'], rows), []);
  });

  test('a gap', () => {
    const [gap, ...others] = findings(
      'unique',
      ['age'],
      [
        ['< 18', '1'],
        ['> 18', '2'],
      ],
    );
    assert.deepEqual(gap, { code: 'rules/gap', rows: [], witness: { age: 18 } });
    assert.deepEqual(others, []);
  });

  test('an overlap', () => {
    const rows = [
      ['<= 18', '-', '1'],
      ['>= 18', 'true', '2'],
      ['> 18', 'false', '2'],
    ];
    assert.deepEqual(findings('unique', ['age', 'active'], rows), [
      { code: 'rules/overlap', rows: [0, 1], witness: { age: 18, active: true } },
    ]);
  });

  test('rows that meet may agree', () => {
    assert.deepEqual(
      findings(
        'any',
        ['age'],
        [
          ['-', '1'],
          ['> 1', '1'],
        ],
      ),
      [],
    );
    const [conflict] = findings(
      'any',
      ['age'],
      [
        ['-', '1'],
        ['> 1', '2'],
      ],
    );
    assert.deepEqual(conflict, { code: 'rules/conflict', rows: [0, 1], witness: { age: 2 } });
  });

  test('a masked row', () => {
    const rows = [
      ['> 10', '1'],
      ['<= 10', '2'],
      ['[5..20]', '3'],
    ];
    assert.deepEqual(findings('first', ['amount'], rows), [
      { code: 'rules/masked-row', rows: [2, 1], witness: { amount: 5 } },
    ]);
  });

  test('a cell that holds for no value', () => {
    const [finding] = findings(
      'first',
      ['amount', 'kind'],
      [
        ['[5..1]', '"a"', '1'],
        ['-', '-', '2'],
      ],
    );
    assert.deepEqual(finding, { code: 'rules/never-matches', rows: [0], witness: { kind: 'a' } });
  });

  test('constants of different types', () => {
    const [finding] = findings(
      'first',
      ['amount'],
      [
        ['1', '1'],
        ['"a"', '2'],
        ['-', '3'],
      ],
    );
    assert.equal(finding?.code, 'rules/type-conflict');
  });

  test('dates and whole numbers have nothing between neighbours', () => {
    const days = [
      ['<= date("2026-01-01")', '1'],
      ['>= date("2026-01-02")', '2'],
    ];
    assert.deepEqual(findings('unique', ['day'], days), []);
    const whole = tableOf(
      'unique',
      ['n'],
      [
        ['<= 1', '1'],
        ['>= 2', '2'],
      ],
    );
    assert.deepEqual(analyseTable(whole)[0]?.witness, { n: 1.5 });
    const inputs = whole.inputs.map((input) => ({ ...input, type: 'integer' as const }));
    assert.deepEqual(analyseTable({ ...whole, inputs }), []);
  });

  test('only values that can occur count', () => {
    const table = tableOf(
      'unique',
      ['kind'],
      [
        ['"a"', '1'],
        ['"b"', '2'],
      ],
    );
    assert.equal(analyseTable(table)[0]?.diagnostic.code, 'rules/gap');
    const [allowed] = tableOf('unique', ['kind'], [['"a", "b"', '1']]).rows[0]?.conditions ?? [];
    assert.ok(allowed);
    const inputs = table.inputs.map((input) => ({ ...input, allowed }));
    assert.deepEqual(analyseTable({ ...table, inputs }), []);
  });

  test('a cell that depends on more may match', () => {
    const rows = [
      ['starts with(?, "a")', '1'],
      ['-', '2'],
    ];
    assert.deepEqual(findings('first', ['kind'], rows), []);
    assert.deepEqual(findings('unique', ['kind'], rows), []);
  });

  test('many rows', () => {
    const rows = Array.from({ length: sweep(500, 10_000) }, (_, at) => [
      `[${at}..${at + 1})`,
      '-',
      String(at),
    ]);
    const started = busyTime();
    const codes = findings('unique', ['amount', 'kind'], rows).map(({ code }) => code);
    assert.deepEqual(codes, ['rules/gap', 'rules/gap']);
    assert.ok(busyTime() - started < 5000);
  });
});

describe('what the analysis says of any table', () => {
  const policies = ['unique', 'any', 'first', 'priority', 'collect'] as const;
  test('is what happens', () => {
    for (let seed = 1; seed <= sweep(20, 400); seed += 1) {
      const random = new Random(seed);
      const source = randomTable(random, random.pick(policies), 1 + random.below(6));
      const { value: table } = readTable(source);
      assert.ok(table);
      const found = analyseTable(table);
      const say = `seed ${seed}`;
      for (const { diagnostic, rows, witness } of found) {
        const { code } = diagnostic;
        const matches: boolean[] = rows.map((row) => decide(table, witness, row).rows.length === 1);
        if (code === 'rules/gap') assert.deepEqual(decide(table, witness).rows, [], say);
        else if (code === 'rules/never-matches') assert.deepEqual(matches, [false], say);
        else assert.ok(matches.every(Boolean), say);
        if (code === 'rules/masked-row') assert.equal(decide(table, witness).rows[0], rows[1], say);
      }
      const says = (code: string, row?: number) =>
        found.some(
          ({ diagnostic, rows }) =>
            diagnostic.code === code && (row === undefined || rows.includes(row)),
        );
      for (let time = 0; time < 60; time += 1) {
        const record = randomRecord(random, source);
        // Null is in no cell but those that ask for it.
        if (Object.values(record).includes(null)) continue;
        const matching = [...table.rows.keys()].filter(
          (row) => decide(table, record, row).rows.length > 0,
        );
        const { rows: deciding } = decide(table, record);
        const text = `${say} ${JSON.stringify(record)}`;
        if (matching.length === 0) {
          assert.ok(table.hitPolicy === 'collect' || says('rules/gap'), text);
        }
        if (table.hitPolicy === 'unique' && matching.length > 1) {
          for (const row of matching) assert.ok(says('rules/overlap', row), text);
        }
        for (const row of matching) assert.ok(!says('rules/never-matches', row), text);
        for (const row of deciding) {
          const masked = found.some(
            ({ diagnostic, rows }) => diagnostic.code === 'rules/masked-row' && rows[0] === row,
          );
          assert.ok(!masked, text);
        }
      }
    }
  });
});
