import type { Environment } from '../interpret/environment.ts';
import { withVariables } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';
import { applyHitPolicy } from './hit-policy.ts';
import type { RuleTable } from './rule-table.ts';

/** What a table decided, and by which rows (from 0, in the order in which they count). */
export interface TableResult {
  readonly value: Value;
  readonly rows: readonly number[];
  /** Rows of which it is unknown whether they match, with the reason: they do not count. */
  readonly unknown: readonly { readonly row: number; readonly reason: Unknown }[];
}

/** Evaluates a decision table by the plain interpreter, row by row. */
export function evaluateTable(table: RuleTable, env: Environment): TableResult {
  const inputs = table.inputs.map(({ value }) => interpret(value, env));
  const scopes = inputs.map((value) =>
    withVariables(env, { get: (name) => (name === '?' ? value : undefined) }),
  );
  const matched: number[] = [];
  const unknown: { row: number; reason: Unknown }[] = [];
  for (const [row, { conditions }] of table.rows.entries()) {
    let reason: Unknown | undefined;
    const fails = conditions.some((condition, column) => {
      const met = interpret(condition, scopes[column] ?? env);
      if (met instanceof Unknown) reason ??= met;
      return met !== true && !(met instanceof Unknown);
    });
    if (fails) continue;
    if (reason) unknown.push({ row, reason });
    else matched.push(row);
  }
  return { ...applyHitPolicy(table, matched, env), unknown };
}
