import type { RuleExpression } from '../language/expression.ts';
import type { InputType, RuleTable } from '../table/rule-table.ts';

/** Decisions that build on each other and on inputs: DMN's requirements graph. */
export interface DecisionModel {
  readonly id: string;
  readonly name: string;
  readonly inputs: readonly ModelInput[];
  readonly decisions: readonly Decision[];
  readonly services?: readonly DecisionService[];
}

/** Decisions that are called together, as a function of what they are given. */
export interface DecisionService {
  readonly id: string;
  readonly name: string;
  /** The ids of the decisions whose values it gives: one is its value, several are a context. */
  readonly outputs: readonly string[];
  /** The ids of its parameters: inputs, then decisions that are given and not made. */
  readonly inputs: readonly string[];
  readonly inputDecisions: readonly string[];
}

export interface ModelInput {
  readonly id: string;
  /** What expressions call it. */
  readonly name: string;
  readonly type?: InputType;
  /** Its type as FEEL writes it, where that says more. */
  readonly of?: string;
}

export interface Decision {
  readonly id: string;
  /** What expressions of other decisions call its result. */
  readonly name: string;
  /** The ids of the inputs and decisions that its logic may read. */
  readonly requires: readonly string[];
  readonly logic: DecisionLogic;
  /** What its value has to be, as FEEL writes types. */
  readonly type?: string;
  /** A function for others to call (DMN's business knowledge model), and nothing that is decided. */
  readonly isKnowledge?: boolean;
}

export type DecisionLogic =
  | { readonly kind: 'expression'; readonly expression: RuleExpression }
  | { readonly kind: 'table'; readonly table: RuleTable };
