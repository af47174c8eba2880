import { FunctionValue } from '../function-value.ts';
import type { RuleExpression } from '../language/expression.ts';
import { parseType } from '../language/types.ts';
import { Unknown } from '../unknown.ts';
import { typeOf } from '../value.ts';
import type { Value } from '../value.ts';
import { withVariables } from './environment.ts';
import type { Environment, Interpret } from './environment.ts';
import { coerced } from './instance-of.ts';

type Of<Kind> = Extract<RuleExpression, { kind: Kind }>;

/** Calls within calls: a function may call itself, and each takes what its expression is deep. */
const MAX_CALLS = 50;

/** A function that sees what is known where it was written. */
export function functionFrom(
  { parameters, body }: Of<'function'>,
  env: Environment,
  interpret: Interpret,
): FunctionValue {
  // Read once: a function may be called very often.
  const types = parameters.map(({ type }) => (type === undefined ? undefined : parseType(type)));
  return new FunctionValue(parameters, (args) =>
    limited(env, () => {
      const values: [string, Value][] = [];
      for (const [at, { name, type }] of parameters.entries()) {
        const given = args[at] ?? new Unknown('null');
        const value = coerced(given, types[at]);
        if (value === undefined) return new Unknown('argument', `${name} is no ${type}`);
        values.push([name, value]);
      }
      return interpret(body, withVariables(env, new Map(values)));
    }),
  );
}

export function invoke(
  { of, arguments: expressions, names }: Of<'invoke'>,
  env: Environment,
  interpret: Interpret,
): Value {
  const called = interpret(of, env);
  if (called instanceof Unknown) return called;
  if (!(called instanceof FunctionValue))
    return new Unknown('type', `a ${typeOf(called)} is no function`);
  const { parameters } = called;
  const given = expressions.map((argument) => interpret(argument, env));
  const inOrder = names
    ? parameters.map(({ name }) => given[names.indexOf(name)] ?? new Unknown('null'))
    : given;
  const isKnown = names?.every((name) => parameters.some((one) => one.name === name)) ?? true;
  if (!isKnown || inOrder.length !== parameters.length)
    return new Unknown('argument', `a function of ${parameters.length} does not take these`);
  return called.call(inOrder);
}

/** Makes a call, unless there are too many, or too many within each other: whoever calls. */
export function limited({ work }: Pick<Environment, 'work'>, call: () => Value): Value {
  const depth = work.calls ?? 0;
  if (depth >= MAX_CALLS || (work.left -= 1) < 0) return new Unknown('limit', 'the work of calls');
  work.calls = depth + 1;
  try {
    return call();
  } finally {
    work.calls = depth;
  }
}
