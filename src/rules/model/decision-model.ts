import type { RuleExpression } from '../language/expression.ts';
import type { InputType, RuleTable } from '../table/rule-table.ts';

/** Decisions that build on each other and on inputs: DMN's requirements graph. */
export interface DecisionModel {
  readonly id: string;
  readonly name: string;
  readonly inputs: readonly ModelInput[];
  readonly decisions: readonly Decision[];
}

export interface ModelInput {
  readonly id: string;
  /** What expressions call it. */
  readonly name: string;
  readonly type?: InputType;
}

export interface Decision {
  readonly id: string;
  /** What expressions of other decisions call its result. */
  readonly name: string;
  /** The ids of the inputs and decisions that its logic may read. */
  readonly requires: readonly string[];
  readonly logic: DecisionLogic;
}

export type DecisionLogic =
  | { readonly kind: 'expression'; readonly expression: RuleExpression }
  | { readonly kind: 'table'; readonly table: RuleTable };
