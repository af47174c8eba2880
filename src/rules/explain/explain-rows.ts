import { printUnaryTests } from '../feel/print-feel.ts';
import type { Environment } from '../interpret/environment.ts';
import { withVariables } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import type { RuleTable } from '../table/rule-table.ts';
import { reasonOf, Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';

/** Why a row of a decision table matches or does not. */
export interface ExplainedRow {
  /** From 0. */
  readonly row: number;
  /** Undefined: it is not known whether it matches. */
  readonly matches: boolean | undefined;
  /** The cell that says so: the first that fails, or that is not known. */
  readonly because?: {
    readonly input: string;
    readonly test: string;
    readonly value: Value;
    /** Why it is not known. */
    readonly reason?: string;
  };
}

/** Each row of a table with the cell that keeps it from matching; `most` rows at most. */
export function explainRows(
  table: RuleTable,
  env: Environment,
  most = 200,
): readonly ExplainedRow[] {
  const inputs = table.inputs.map(({ value }) => interpret(value, env));
  return table.rows.slice(0, most).map(({ conditions }, row) => {
    const cells = conditions.map((condition, column) => {
      const value = inputs[column] ?? new Unknown('missing');
      const scope = withVariables(env, { get: (name) => (name === '?' ? value : undefined) });
      return { condition, column, value, met: interpret(condition, scope) };
    });
    const failed = cells.find(({ met }) => met !== true && !(met instanceof Unknown));
    const unclear = cells.find(({ met }) => met instanceof Unknown);
    const cell = failed ?? unclear;
    if (!cell) return { row, matches: true };
    const { condition, column, value, met } = cell;
    return {
      row,
      matches: failed ? false : undefined,
      because: {
        input: table.inputs[column]?.label ?? '',
        test: printUnaryTests(condition),
        value,
        ...(met instanceof Unknown && { reason: reasonOf(met) }),
      },
    };
  });
}
