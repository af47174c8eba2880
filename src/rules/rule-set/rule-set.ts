import type { RuleExpression } from '../language/expression.ts';
import type { InputType } from '../table/rule-table.ts';

/** Rules that are decided together over the same inputs. */
export interface RuleSet {
  readonly id: string;
  /** What the inputs are; what is not listed is as JSON shows it. */
  readonly inputs: readonly InputDeclaration[];
  readonly rules: readonly DecisionRule[];
}

/** An input by its name in the record. Dates, times and durations are texts in JSON. */
export interface InputDeclaration {
  readonly name: string;
  readonly type: InputType;
}

/** One rule: its condition is what must hold, `message` what is said where it does not. */
export interface DecisionRule {
  readonly id: string;
  readonly version: string;
  readonly condition: RuleExpression;
  readonly message: string;
  /** The first and the last day on which the rule is in force (`2026-01-31`), both included. */
  readonly from?: string;
  readonly to?: string;
  /** Which rule wins among those that contradict each other: the higher one. */
  readonly priority: number;
  /** In which order rules are looked at: the higher first, then as they are written. */
  readonly salience: number;
}
