import assert from 'node:assert/strict';
import { loadDecisions } from '../src/rules/index.ts';
import type { IndexedTable, ProgramForm } from '../src/rules/index.ts';
import { type Bench, benchRow, type BenchRow } from './bench.ts';
import { benchRecords, benchRules, benchRuleSet } from './support/bench-rules.ts';
import { overlapping, overlappingAsRules, tableOfRanges } from './support/bench-tables.ts';
import { perSecond } from './support/per-second.ts';
import { ruleEngines } from './support/rule-engines.ts';

const { compileRules, indexTable } = await loadDecisions();
const RULES = 1000;
/** Rivals take too long for more. */
const RULES_BESIDE = 200;
const NOW = Date.parse('2026-01-31T10:00:00Z');

/** Rules and decision tables: how many are decided in a second of processor time. */
export const bench: Bench = {
  id: 'rules',
  area: 'rules',
  async run() {
    return [
      await rate('generated', 'code', 50),
      await rate('traced', 'code', 10),
      await rate('without-eval', 'bytecode', 5),
      ...(await besideOthers()),
      ...(await tables()),
    ];
  },
};

/** All rules are evaluated, and the ids of those that hold are given; with a trace, what each of them read. */
async function rate(id: string, form: ProgramForm, goal: number): Promise<BenchRow> {
  const program = compileRules(await benchRuleSet(benchRules(RULES)), form);
  const isTraced = id === 'traced';
  const run = isTraced
    ? (at: number) => program.trace(recordAt(at), NOW)
    : (at: number) => program.hits(recordAt(at), NOW);
  const value = ((await perSecond(run)) * RULES) / 1e6;
  const what = isTraced ? 'verdict, reason and values of each' : 'ids of those that hold';
  return row(id, value, 'M rules/s', `${RULES} rules of four tests; ${what}`, `>= ${goal}`);
}

async function besideOthers(): Promise<readonly BenchRow[]> {
  const rules = benchRules(RULES_BESIDE);
  const program = compileRules(await benchRuleSet(rules), 'code');
  const rows: BenchRow[] = [];
  for (const [name, make] of await ruleEngines()) {
    const run = await make(rules);
    for (const record of benchRecords)
      assert.deepEqual(
        [...(await run(record))].sort(),
        [...program.hits(record, NOW)].sort(),
        name,
      );
    // One right after the other: the machine is not always equally fast.
    const theirs = (await perSecond((at) => run(recordAt(at)))) * RULES_BESIDE;
    const ours = (await perSecond((at) => program.hits(recordAt(at), NOW))) * RULES_BESIDE;
    const against = `${name}: ${millions(ours)} to ${millions(theirs)} rules/s, the same ids`;
    rows.push(row(`beside-${name}`, ours / theirs, '×', against, '>= 20'));
  }
  return rows;
}

async function tables(): Promise<readonly BenchRow[]> {
  const [few, some, many] = await Promise.all([100, 1000, 10_000].map(tableOfRanges));
  const [small, middle, large] = [few, some, many].map((table) => {
    if (!table) throw new Error('no table');
    return indexTable(table);
  });
  const ofSmall = await decisions(small, 100);
  const ofMiddle = await decisions(middle, 1000);
  const ofLarge = await decisions(large, 10_000);
  return [
    row('table-of-1000-rows', ofMiddle / 1e6, 'M decisions/s', 'one row of 1,000 decides', '>= 2'),
    row(
      'table-of-10000-rows',
      ofSmall / ofLarge,
      '×',
      `100 rows: ${millions(ofLarge)} to ${millions(ofSmall)} decisions/s`,
      '<= 3',
    ),
    await collecting(),
    await editing(),
  ];
}

/** All rows that match among 10,000, against code that looks at one row after the other. */
async function collecting(): Promise<BenchRow> {
  const index = indexTable(await overlapping(10_000));
  const scan = compileRules(await overlappingAsRules(10_000), 'code');
  const record = (at: number) => ({ amount: (at * 7919) % 100_000, kind: `k${at % 20}` });
  for (let at = 0; at < 100; at += 1)
    assert.deepEqual(index.decide(record(at), NOW).rows.map(String), scan.hits(record(at), NOW));
  const ours = await perSecond((at) => index.decide(record(at), NOW));
  const theirs = await perSecond((at) => scan.hits(record(at), NOW));
  const against = `a generated scan of 10,000 rows: ${thousands(ours)} to ${thousands(theirs)} decisions/s`;
  return row('collect-of-10000-rows', ours / theirs, '×', against, '>= 10');
}

/** One row of 10,000 is put in, replaced or taken out, and the table is asked. */
async function editing(): Promise<BenchRow> {
  const table = await overlapping(10_000);
  const index = indexTable(table);
  const rows = (await overlapping(20_000)).rows.slice(10_000);
  const ask = (one: IndexedTable, at: number) =>
    one.decide({ amount: (at * 7919) % 100_000, kind: `k${at % 20}` }, NOW);
  const edits = await perSecond((at) => {
    const row = rows[at % rows.length];
    if (!row) return;
    if (at % 3 === 0) index.insert((at * 31) % 10_000, row);
    else if (at % 3 === 1) index.replace((at * 37) % 10_000, row);
    else index.remove((at * 41) % 10_000);
    ask(index, at);
  });
  const builds = await perSecond((at) => ask(indexTable(table), at), 1);
  const against = `building it: ${(1e6 / edits).toFixed(0)} to ${(1e6 / builds).toFixed(0)} µs, with a decision each`;
  return row('change-of-10000-rows', edits / builds, '×', against, '>= 20');
}

function decisions(table: IndexedTable | undefined, rows: number): Promise<number> {
  return perSecond((at) => table?.decide({ amount: (at * 37) % rows, kind: 'a' }, NOW));
}

function row(id: string, value: number, unit: string, against: string, goal: string): BenchRow {
  return benchRow({ id: `rules/${id}`, area: 'rules', value, unit, against, goal });
}

function recordAt(at: number): (typeof benchRecords)[number] {
  const record = benchRecords[at % benchRecords.length];
  if (!record) throw new Error('no records');
  return record;
}

function millions(value: number): string {
  return `${(value / 1e6).toPrecision(3)} million`;
}

function thousands(value: number): string {
  return `${(value / 1e3).toPrecision(3)} thousand`;
}
