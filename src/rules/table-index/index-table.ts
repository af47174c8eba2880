import { isConstant } from '../analyse/cell-set.ts';
import { Slots } from '../compile/slots.ts';
import { environment } from '../interpret/environment.ts';
import { inputEnvironment } from '../rule-set/input-value.ts';
import type { JsonRecord } from '../rule-set/input-value.ts';
import type { InputDeclaration } from '../rule-set/rule-set.ts';
import { evaluateTable } from '../table/evaluate-table.ts';
import { applyHitPolicy } from '../table/hit-policy.ts';
import type { RuleTable } from '../table/rule-table.ts';
import type { Value } from '../value.ts';
import { RowBits } from './bits.ts';
import { Column } from './column.ts';

/** A decision table that is ready to be asked. Not reentrant. */
export interface IndexedTable {
  /** How rows are found: by one input that tells most of them apart, by bits of all inputs, or one by one. */
  readonly plan: TablePlan;
  /** What the table decides on a record; `now` is in milliseconds since 1970. */
  decide(record: JsonRecord, now: number): TableDecision;
}

export type TablePlan = 'key' | 'bits' | 'scan';

export interface TableDecision {
  readonly value: Value;
  /** The rows that decided, from 0. */
  readonly rows: readonly number[];
}

/** Rows per value of an input up to which looking at each of them is cheaper than bits. */
const FEW = 16;
const MAX_PAIRS = 20_000_000;

/**
 * Makes an index for a table by its shape. It decides as `evaluateTable` does, in time that hardly depends
 * on the number of rows.
 */
export function indexTable(
  table: RuleTable,
  inputs: readonly InputDeclaration[] = [],
): IndexedTable {
  let record: JsonRecord = {};
  let now = 0;
  const env = inputEnvironment(
    inputs,
    () => record,
    () => now,
  );
  const slow = (): TableDecision => {
    const { value, rows } = evaluateTable(table, { ...env, work: environment({ now }).work });
    return { value, rows };
  };
  const slots = new Slots(inputs);
  const columns = table.inputs.map(({ value }, column) =>
    Column.of(
      value,
      table.rows.map(({ conditions }) => conditions[column]),
      slots,
    ),
  );
  slots.seal();
  if (columns.length === 0 || !columns.every((column) => column !== undefined)) {
    return {
      plan: 'scan',
      decide(given, at) {
        record = given;
        now = at;
        return slow();
      },
    };
  }
  const classes = new Int32Array(columns.length);
  const found = new Int32Array(table.rows.length);
  const finder = finderOf(columns, table.rows.length);
  const limit = table.hitPolicy === 'first' ? 1 : table.rows.length;
  const results = constantResults(table);

  /** False if a value is of a kind that no class is made for. */
  const classify = (): boolean => {
    const { tags, numbers } = slots;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at];
      const ofClass = column
        ? column.classOf(tags[column.slot] ?? 0, numbers[column.slot] ?? 0)
        : -1;
      if (ofClass < 0) return false;
      classes[at] = ofClass;
    }
    return true;
  };
  return {
    plan: finder.plan,
    decide(given, at) {
      record = given;
      now = at;
      slots.load(given, at);
      if (!classify()) return slow();
      const count = finder.find(classes, found, limit);
      const ready = count === 1 ? results[found[0] ?? 0] : undefined;
      return ready ?? applyHitPolicy(table, [...found.subarray(0, count)], env);
    },
  };
}

interface Finder {
  readonly plan: TablePlan;
  find(classes: Int32Array, rows: Int32Array, limit: number): number;
}

function finderOf(columns: readonly Column[], rowCount: number): Finder {
  const pairs = columns.map((column) => column.pairCount);
  const shares = columns.map((column, at) => (pairs[at] ?? 0) / column.classCount);
  const key = shares.indexOf(Math.min(...shares));
  const column = columns[key];
  if (column && (shares[key] ?? rowCount) <= FEW && (pairs[key] ?? 0) <= MAX_PAIRS) {
    return byKey(columns, key, column);
  }
  const bits = new RowBits(columns, rowCount);
  return {
    plan: 'bits',
    find: (classes, rows, limit) => bits.intersect(classes, rows, limit),
  };
}

/** Looks at the rows that hold for the value of one input. */
function byKey(columns: readonly Column[], key: number, column: Column): Finder {
  const { starts, rows: byClass } = column.rowsByClass();
  const others = columns.map((other, at) => [other, at] as const).filter(([, at]) => at !== key);
  return {
    plan: 'key',
    find(classes, rows, limit) {
      const ofClass = classes[key] ?? 0;
      let count = 0;
      for (
        let at = starts[ofClass] ?? 0;
        at < (starts[ofClass + 1] ?? 0) && count < limit;
        at += 1
      ) {
        const row = byClass[at] ?? 0;
        let holds = true;
        for (let index = 0; holds && index < others.length; index += 1) {
          const other = others[index];
          if (other) holds = other[0].holds(row, classes[other[1]] ?? 0);
        }
        if (!holds) continue;
        rows[count] = row;
        count += 1;
      }
      return count;
    },
  };
}

/** For each row whose results are constants: what the table decides if only that row matches. */
function constantResults(table: RuleTable): readonly (TableDecision | undefined)[] {
  const env = environment({ now: 0 });
  return table.rows.map(({ results }, row) =>
    results.every(isConstant) ? applyHitPolicy(table, [row], env) : undefined,
  );
}
