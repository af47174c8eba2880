import { equalValues, orderOf } from '../compare.ts';
import type { RuleExpression } from '../language/expression.ts';
import { readsTested } from '../language/operands.ts';
import { Unknown } from '../unknown.ts';
import { isList, Range } from '../value.ts';
import type { Value } from '../value.ts';
import type { Environment, Interpret } from './environment.ts';
import { conjunction, disjunction } from './logic.ts';

/** Whether a value meets one of the tests. */
export function meetsAny(
  value: Value,
  tests: readonly RuleExpression[],
  env: Environment,
  interpret: Interpret,
): boolean | Unknown {
  const inner: Environment = {
    ...env,
    variable: (name) => (name === '?' ? value : env.variable(name)),
  };
  return disjunction(tests.length, (index) => {
    const test = tests[index];
    if (!test) return false;
    const wanted = interpret(test, inner);
    if (readsTested(test) || (test.kind === 'range' && wanted instanceof Unknown)) return wanted;
    return meets(value, wanted);
  });
}

/** In the range, one of the list, or equal. */
export function meets(value: Value, wanted: Value): boolean | Unknown {
  if (wanted instanceof Range && !(value instanceof Range)) return isWithin(value, wanted);
  if (!isList(wanted)) return equalValues(value, wanted);
  if (isList(value) && equalValues(value, wanted) === true) return true;
  return disjunction(wanted.length, (index) => {
    const item = wanted[index];
    return item === undefined ? false : meetsItem(value, item);
  });
}

export function isWithin(value: Value, range: Range): boolean | Unknown {
  const sides = [
    range.low === undefined ? 1 : orderOf(value, range.low),
    range.high === undefined ? 1 : orderOf(range.high, value),
  ];
  const included = [range.lowIncluded, range.highIncluded];
  return conjunction(2, (index) => {
    const order = sides[index] ?? 1;
    return typeof order === 'number'
      ? order > 0 || (order === 0 && included[index] === true)
      : order;
  });
}

/** What is of another type is not this item. */
function meetsItem(value: Value, item: Value): boolean | Unknown {
  if (item instanceof Range && !(value instanceof Range)) return isWithin(value, item);
  const equal = equalValues(value, item);
  return equal instanceof Unknown ? false : equal;
}
