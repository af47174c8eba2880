import type { DecisionTable } from '#blueprint';
import type { RuleExpression } from '../language/expression.ts';

/** A decision table whose cells are expressions. Its inputs, cells and results see the same variables. */
export interface RuleTable {
  readonly id: string;
  readonly hitPolicy: HitPolicy;
  /** With `collect`: what is made of the list of results. */
  readonly aggregator?: Aggregator;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rows: readonly TableRow[];
}

export type HitPolicy = DecisionTable['hitPolicy'];
export type Aggregator = 'sum' | 'min' | 'max' | 'count';

export interface TableInput {
  readonly label: string;
  readonly value: RuleExpression;
  /** What the value is; where it is left out, the cells tell. */
  readonly type?: InputType;
  /** A condition on `?` that holds for all values that can occur. */
  readonly allowed?: RuleExpression;
}

export type InputType =
  | 'number'
  | 'integer'
  | 'string'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'duration';

export interface TableOutput {
  /** The key of the result where there are several outputs. */
  readonly name: string;
  /** The values that can occur, most important first: what `priority` and `output-order` go by. */
  readonly priorities?: readonly RuleExpression[];
  /** The result where no row matches. */
  readonly fallback?: RuleExpression;
}

export interface TableRow {
  /** A condition on `?` per input; the constant `true` is a `-`. */
  readonly conditions: readonly RuleExpression[];
  readonly results: readonly RuleExpression[];
}
