import type { RuleExpression } from '../language/expression.ts';
import type { RuleTable } from '../table/rule-table.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';

/** Where an expression takes its values from. */
export interface Environment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A named value; unknown (`missing`) if there is none. */
  variable(name: string): Value;
  /** A field of the record as it will be, and as it was. */
  field(name: string): Value;
  previous(name: string): Value;
  hasRole(role: string): boolean;
  /** What a decision table within an expression decides. */
  decide(table: RuleTable, env: Environment): Value;
  /** What lies outside of the record. */
  outside(expression: Outside): Value;
  /** Rounds of loops that are left: all loops of an evaluation share them. */
  readonly work: { left: number; calls?: number };
}

/** The interpreter, for the parts of it that are files of their own. */
export type Interpret = (expression: RuleExpression, env: Environment) => Value;

export type Outside = Extract<RuleExpression, { kind: 'aggregate' | 'related' | 'outer' }>;

/** Rounds of loops that one evaluation may take. */
export const MAX_WORK = 100_000;

const missing = (name: string) => new Unknown('missing', name);
const nothing: Omit<Environment, 'work' | 'now'> = {
  variable: missing,
  field: missing,
  previous: missing,
  hasRole: () => false,
  decide: () => new Unknown('outside', 'a decision table'),
  outside: (expression) => new Unknown('outside', expression.kind),
};

/** An environment that knows what is given and nothing else. */
export function environment(given: Partial<Environment> & Pick<Environment, 'now'>): Environment {
  return { ...nothing, work: { left: MAX_WORK }, ...given };
}

/** The same, with more named values. */
export function withVariables(
  outer: Environment,
  values: Readonly<{ get(name: string): Value | undefined }>,
): Environment {
  return { ...outer, variable: (name) => values.get(name) ?? outer.variable(name) };
}
