import { loadDecisions } from '../../src/rules/index.ts';
import type { RuleSet, RuleTable } from '../../src/rules/index.ts';

type Row = readonly [amount: string, kind: string];

/** A table where one row in thousands decides: ranges that do not overlap, and a kind. */
export function tableOfRanges(rows: number): Promise<RuleTable> {
  const cells = (at: number): Row => [`[${at}..${at + 1})`, at % 2 === 0 ? '"a"' : '-'];
  return tableOf(
    'first',
    Array.from({ length: rows }, (_, at) => cells(at)),
  );
}

/** A table where dozens of rows match: wide ranges over each other, and a kind. */
export function overlapping(rows: number): Promise<RuleTable> {
  return tableOf(
    'collect',
    Array.from({ length: rows }, (_, at) => overlappingRow(at)),
  );
}

export function overlappingRow(at: number): Row {
  return [`[${at * 10}..${at * 10 + 5000})`, at % 7 === 0 ? '-' : `"k${at % 20}"`];
}

/** The rows of {@link overlapping} as rules, to be looked at one by one. */
export async function overlappingAsRules(rows: number): Promise<RuleSet> {
  const { parseFeel } = await loadDecisions();
  const rules = Array.from({ length: rows }, (_, at) => {
    const [amount, kind] = overlappingRow(at);
    const text = `amount in ${amount}${kind === '-' ? '' : ` and kind = ${kind}`}`;
    const { value: condition = { kind: 'null' as const } } = parseFeel(text);
    return { id: String(at), version: '1', condition, message: '', priority: 0, salience: 0 };
  });
  return { id: 'rows', inputs: [], rules };
}

async function tableOf(hitPolicy: 'first' | 'collect', rows: readonly Row[]): Promise<RuleTable> {
  const { readTable } = await loadDecisions();
  const { value } = readTable({
    id: 'table/bench',
    label: 'bench',
    origin: 'stated',
    sources: [],
    name: 'bench',
    hitPolicy,
    inputs: ['amount', 'kind'],
    outputs: ['result'],
    rows: rows.map((inputs, at) => ({ inputs, outputs: [String(at)] })),
  });
  if (!value) throw new Error('the table of the benchmark cannot be read');
  return value;
}
