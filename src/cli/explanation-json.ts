import { loadDecisions } from '#rules';
import type { Explanation } from '#rules';

/** A decision and why it was made so, as JSON. */
export interface DecisionJson {
  readonly name: string;
  readonly value: unknown;
  /** Why there is no value. */
  readonly reason?: string;
  /** Of a table: the rows that decided, from 1. */
  readonly rows?: readonly number[];
  readonly read: Readonly<Record<string, unknown>>;
  /** Of a table: each row, and the cell that kept it from matching. */
  readonly cells?: readonly {
    readonly row: number;
    readonly matches: boolean | null;
    readonly because?: { readonly input: string; readonly test: string; readonly value: unknown };
  }[];
}

/** A rule and what it said. */
export interface RuleJson {
  readonly rule: string;
  readonly version: string;
  /** Null: not known, and `reason` says why. */
  readonly holds: boolean | null;
  readonly message?: string;
  readonly reason?: string;
  readonly read: Readonly<Record<string, unknown>>;
}

/** An explanation as JSON: values as in JSON data, rows counted from 1. */
export async function explanationJson(
  explanation: Explanation,
): Promise<{ readonly decisions: readonly DecisionJson[]; readonly rules: readonly RuleJson[] }> {
  const { toJson, reasonOf, Unknown } = await loadDecisions();
  const values = (read: ReadonlyMap<string, Parameters<typeof toJson>[0]>) =>
    Object.fromEntries([...read].map(([name, value]) => [name, toJson(value)]));
  return {
    decisions: explanation.decisions.map(({ decision, value, read, table, rows }) => ({
      name: decision.name,
      value: toJson(value),
      ...(value instanceof Unknown && { reason: reasonOf(value) }),
      ...(table && { rows: table.rows.map((row) => row + 1) }),
      read: values(read),
      ...(rows && {
        cells: rows.map(({ row, matches, because }) => ({
          row: row + 1,
          matches: matches ?? null,
          ...(because && { because: { ...because, value: toJson(because.value) } }),
        })),
      }),
    })),
    rules: explanation.rules.map(({ rule, verdict, reason, read, about }) => ({
      rule,
      version: about.version,
      holds: verdict ?? null,
      ...(verdict === false && about.message !== '' && { message: about.message }),
      ...(reason && { reason: reasonOf(reason) }),
      read: values(read),
    })),
  };
}

/** 1 if a decision has no value for another reason than that it is null, or a rule does not hold. */
export function exitCodeOf({
  decisions,
  rules,
}: {
  readonly decisions: readonly DecisionJson[];
  readonly rules: readonly RuleJson[];
}): 0 | 1 {
  const isFine =
    decisions.every(({ reason }) => reason === undefined || reason === 'null') &&
    rules.every(({ holds }) => holds === true);
  return isFine ? 0 : 1;
}
