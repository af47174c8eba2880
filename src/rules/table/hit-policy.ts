import { equalValues, same } from '../compare.ts';
import { callFunction } from '../functions/call-function.ts';
import type { Environment } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';
import type { RuleTable, TableRow } from './rule-table.ts';

interface Decision {
  readonly value: Value;
  readonly rows: readonly number[];
}

/**
 * What a table makes of the rows that match, by its hit policy (DMN 1.5, 8.2.10). Rows are in order. `known` are
 * results by row that need not be calculated.
 */
export function applyHitPolicy(
  table: RuleTable,
  matched: readonly number[],
  env: Environment,
  known: readonly (Value | undefined)[] = [],
): Decision {
  if (matched.length === 0) return { value: fallback(table, env), rows: [] };
  const [first = 0] = matched;
  const resultOf = (row: number) => known[row] ?? rowResult(table, table.rows[row], env);
  switch (table.hitPolicy) {
    case 'unique':
      return matched.length === 1
        ? { value: resultOf(first), rows: matched }
        : { value: new Unknown('conflict', `${matched.length} rows match`), rows: matched };
    case 'any': {
      const value = resultOf(first);
      const agree = matched.every((row) => equalValues(value, resultOf(row)) === true);
      return {
        value: agree ? value : new Unknown('conflict', 'the rows that match differ'),
        rows: matched,
      };
    }
    case 'first':
      return { value: resultOf(first), rows: [first] };
    case 'priority': {
      const [best = first] = byPriority(table, matched, env);
      return { value: resultOf(best), rows: [best] };
    }
    case 'rule-order':
      return { value: matched.map(resultOf), rows: matched };
    case 'output-order': {
      const rows = byPriority(table, matched, env);
      return { value: rows.map(resultOf), rows };
    }
    case 'collect': {
      const values = matched.map(resultOf);
      return { value: aggregated(table, values), rows: matched };
    }
  }
}

function aggregated({ aggregator }: RuleTable, values: readonly Value[]): Value {
  if (aggregator === undefined) return values;
  return aggregator === 'count' ? values.length : callFunction(aggregator, [values]);
}

function fallback(table: RuleTable, env: Environment): Value {
  if (table.outputs.some((output) => output.fallback !== undefined)) {
    return named(table, (column) => {
      const expression = table.outputs[column]?.fallback;
      return expression ? interpret(expression, env) : new Unknown('null');
    });
  }
  return table.aggregator === 'count' ? 0 : new Unknown('no-row');
}

/** What a row gives: one output is its value, several are a context. */
export function rowResult(table: RuleTable, row: TableRow | undefined, env: Environment): Value {
  return named(table, (column) => {
    const expression = row?.results[column];
    return expression ? interpret(expression, env) : new Unknown('null');
  });
}

function named({ outputs }: RuleTable, valueAt: (column: number) => Value): Value {
  if (outputs.length === 1) return valueAt(0);
  return new Map(outputs.map(({ name }, column) => [name, valueAt(column)]));
}

function outputAt(table: RuleTable, row: number, column: number, env: Environment): Value {
  const expression = table.rows[row]?.results[column];
  return expression ? interpret(expression, env) : new Unknown('null');
}

/** By the first output's list of values, then the second's; rows that are equal there stay in order. */
function byPriority(
  table: RuleTable,
  matched: readonly number[],
  env: Environment,
): readonly number[] {
  const lists = table.outputs.map(({ priorities = [] }) =>
    priorities.map((value) => interpret(value, env)),
  );
  const ranks = new Map(
    matched.map((row) => [
      row,
      lists.map((values, column) => {
        const value = outputAt(table, row, column, env);
        const rank = values.findIndex((candidate) => same(candidate, value));
        return rank === -1 ? values.length : rank;
      }),
    ]),
  );
  return matched.toSorted((a, b) => {
    const [left = [], right = []] = [ranks.get(a), ranks.get(b)];
    const column = left.findIndex((rank, index) => rank !== right[index]);
    return column === -1 ? a - b : (left[column] ?? 0) - (right[column] ?? 0);
  });
}
