import type { Expression } from '#blueprint';
import type { Parameter } from '../function-value.ts';
import type { RuleTable } from '../table/rule-table.ts';
import type { FunctionName } from './function-names.ts';

/**
 * An expression of the rule language: every node of the blueprint's {@link Expression} (with operands of
 * this language) and what decisions need besides. Each blueprint expression is one of these as it stands.
 */
export type RuleExpression = Lifted<Expression> | DecisionNode;

export type RuleExpressionKind = RuleExpression['kind'];

/** A node whose operands may be of the whole language. */
type Lifted<Node> = Node extends unknown
  ? {
      readonly [Property in keyof Node]: Expression extends Node[Property]
        ? RuleExpression
        : readonly Expression[] extends Node[Property]
          ? readonly RuleExpression[]
          : Node[Property];
    }
  : never;

type DecisionNode =
  | { readonly kind: 'null' }
  /** A named value: an input, a decision, a variable of a loop; `?` is the value under test. */
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'property'; readonly of: RuleExpression; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly RuleExpression[] }
  | { readonly kind: 'context'; readonly entries: readonly ContextEntry[] }
  /** All between two values; without `low` or `high` it has no limit there. */
  | {
      readonly kind: 'range';
      readonly low?: RuleExpression;
      readonly high?: RuleExpression;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
    }
  /** FEEL's `=`: null equals null. `compare` with `eq` is unknown for null. */
  | { readonly kind: 'equal'; readonly left: RuleExpression; readonly right: RuleExpression }
  /**
   * The value meets one of the tests: it is equal, in the range or in the list; a test that reads `?`
   * is a condition.
   */
  | {
      readonly kind: 'test';
      readonly value: RuleExpression;
      readonly tests: readonly RuleExpression[];
    }
  | {
      readonly kind: 'if';
      readonly condition: RuleExpression;
      readonly consequence: RuleExpression;
      readonly alternative: RuleExpression;
    }
  | {
      readonly kind: 'call';
      readonly function: FunctionName;
      readonly arguments: readonly RuleExpression[];
    }
  | {
      readonly kind: 'quantified';
      readonly quantifier: 'some' | 'every';
      readonly loops: readonly Loop[];
      readonly condition: RuleExpression;
    }
  | { readonly kind: 'for'; readonly loops: readonly Loop[]; readonly result: RuleExpression }
  /** The items for which `where` holds (it sees `item`, and the properties of an item); a number picks one. */
  | { readonly kind: 'filter'; readonly list: RuleExpression; readonly where: RuleExpression }
  | {
      readonly kind: 'instance-of';
      readonly value: RuleExpression;
      /** A type as FEEL writes it; see `parseType`. */
      readonly type: string;
    }
  | {
      readonly kind: 'function';
      readonly parameters: readonly Parameter[];
      readonly body: RuleExpression;
    }
  /** Calls a function that is a value; with `names` the arguments are for the parameters of these names. */
  | {
      readonly kind: 'invoke';
      readonly of: RuleExpression;
      readonly arguments: readonly RuleExpression[];
      readonly names?: readonly string[];
    }
  /** A decision table within an expression: only DMN has it, no JSON is read as one. */
  | { readonly kind: 'decide'; readonly table: RuleTable };

export interface ContextEntry {
  readonly name: string;
  readonly value: RuleExpression;
}

/** A variable and the list or range of integers that it goes through. */
export interface Loop {
  readonly variable: string;
  readonly list: RuleExpression;
}
