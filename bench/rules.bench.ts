import { Engine } from 'json-rules-engine';
import { loadDecisions } from '../src/rules/index.ts';
import type { RuleSet } from '../src/rules/index.ts';
import { type Bench, benchRow, type BenchRow } from './bench.ts';

const { compileRules, indexTable, parseFeel, readTable } = await loadDecisions();
const RULES = 200;
const ROWS = 10_000;
const NOW = Date.parse('2026-01-31T10:00:00Z');

const records = Array.from({ length: 64 }, (_, at) => ({
  age: 10 + at,
  country: ['DE', 'FR', 'c5', 'AT'][at % 4] ?? 'DE',
  order: { total: at * 31.7 },
  status: `s${at % 9}`,
}));

/** Rules and decision tables: how many are decided in a second of processor time. */
export const bench: Bench = {
  id: 'rules',
  area: 'rules',
  async run() {
    const rival = await perSecond(rivalRun());
    const rows: BenchRow[] = [];
    for (const [form, goal] of [
      ['code', '>= 100'],
      ['bytecode', '>= 30'],
    ] as const) {
      const program = compileRules(ruleSet(), form);
      const ours = await perSecond((record) => program.decide(record, NOW));
      rows.push(
        benchRow({
          id: `rules/${form}`,
          area: 'rules',
          value: ours / rival,
          unit: '×',
          against: `json-rules-engine: ${millions(ours)} to ${millions(rival)} rules/s`,
          goal,
        }),
      );
    }
    return [...rows, await largeTable()];
  },
};

/** A table of 10,000 rows against one of 100: what the number of rows costs. */
async function largeTable(): Promise<BenchRow> {
  const [large, small] = [indexed(ROWS), indexed(100)];
  const decide = (table: ReturnType<typeof indexed>) =>
    perSecond((_, at) => table.decide({ amount: (at * 37) % 100, kind: 'a' }, NOW));
  const [many, few] = [await decide(large), await decide(small)];
  return benchRow({
    id: 'rules/table-of-10000-rows',
    area: 'rules',
    value: few / many,
    unit: '×',
    against: `100 rows: ${millions(many / RULES)} to ${millions(few / RULES)} decisions/s`,
    goal: '<= 3',
  });
}

function indexed(rows: number) {
  const { value } = readTable({
    id: 'table/bench',
    label: 'bench',
    origin: 'stated',
    sources: [],
    name: 'bench',
    hitPolicy: 'first',
    inputs: ['amount', 'kind'],
    outputs: ['result'],
    rows: Array.from({ length: rows }, (_, at) => ({
      inputs: [`[${at}..${at + 1})`, at % 2 === 0 ? '"a"' : '-'],
      outputs: [String(at)],
    })),
  });
  if (!value) throw new Error('the table of the benchmark cannot be read');
  return indexTable(value);
}

function ruleSet(): RuleSet {
  const rules = Array.from({ length: RULES }, (_, at) => {
    const text = `age >= ${18 + (at % 50)} and country in ("DE", "AT", "c${at % 97}") and (order.total > ${at * 1.5} or status = "s${at % 7}")`;
    const { value: condition = { kind: 'null' as const } } = parseFeel(text);
    return { id: `rule/${at}`, version: '1', condition, message: '', priority: 0, salience: 0 };
  });
  return { id: 'bench', inputs: [], rules };
}

/** The same rules in the notation of the rival. */
function rivalRun(): (record: (typeof records)[number]) => Promise<unknown> {
  const engine = new Engine();
  for (let at = 0; at < RULES; at += 1) {
    const either = [
      { fact: 'order', path: '$.total', operator: 'greaterThan', value: at * 1.5 },
      { fact: 'status', operator: 'equal', value: `s${at % 7}` },
    ];
    const all = [
      { fact: 'age', operator: 'greaterThanInclusive', value: 18 + (at % 50) },
      { fact: 'country', operator: 'in', value: ['DE', 'AT', `c${at % 97}`] },
      { any: either },
    ];
    engine.addRule({ conditions: { all }, event: { type: `rule-${at}` } });
  }
  return (record) => engine.run(record);
}

/** Rules (200 a record) in a second of processor time, in the best of five rounds. */
async function perSecond(
  run: (record: (typeof records)[number], at: number) => unknown,
): Promise<number> {
  let best = 0;
  for (let round = 0; round < 5; round += 1) {
    const before = process.cpuUsage().user;
    const started = performance.now();
    let count = 0;
    while (performance.now() - started < 500) {
      for (const record of records) {
        const answer = run(record, count);
        if (answer instanceof Promise) await answer;
        count += 1;
      }
    }
    const seconds = (process.cpuUsage().user - before) / 1e6;
    best = Math.max(best, (count * RULES) / seconds);
  }
  return best;
}

function millions(value: number): string {
  return `${(value / 1e6).toPrecision(3)} million`;
}
