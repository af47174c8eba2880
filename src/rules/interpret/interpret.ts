import { calculate } from '../calculate.ts';
import { compareValues, equalValues } from '../compare.ts';
import { callFunction } from '../functions/call-function.ts';
import { literalValue } from '../json.ts';
import type { RuleExpression } from '../language/expression.ts';
import { matchesWhole } from '../pattern/matches.ts';
import { Unknown } from '../unknown.ts';
import { Day, Instant, isContext, isList, Range, typeOf } from '../value.ts';
import type { Value } from '../value.ts';
import type { Environment } from './environment.ts';
import { propertyOf } from './property.ts';
import { collect, filter, quantify } from './loops.ts';
import { isInstance } from './instance-of.ts';
import { functionFrom, invoke } from './invoke.ts';
import { conjunction, disjunction, negation, truth } from './logic.ts';
import { meetsAny } from './meets.ts';

const DAY = 86_400_000;

/**
 * The value of an expression, or an {@link Unknown} with its reason. This is the plain interpreter: what the
 * compiled forms are held against.
 */
export function interpret(expression: RuleExpression, env: Environment): Value {
  switch (expression.kind) {
    case 'literal':
      return literalValue(expression);
    case 'null':
      return new Unknown('null');
    case 'now':
      return new Instant(env.now);
    case 'today':
      return new Day(Math.floor(env.now / DAY) * DAY);
    case 'variable':
      return env.variable(expression.name);
    case 'field':
      return env.field(expression.field);
    case 'previous':
      return env.previous(expression.field);
    case 'has-role':
      return env.hasRole(expression.role);
    case 'related':
    case 'outer':
    case 'aggregate':
      return env.outside(expression);
    case 'property':
      return propertyOf(interpret(expression.of, env), expression.name);
    case 'present':
      return !(interpret(expression.value, env) instanceof Unknown);
    case 'length':
      return lengthOf(interpret(expression.value, env));
    case 'compare': {
      const { operator, left, right } = expression;
      return compareValues(operator, interpret(left, env), interpret(right, env));
    }
    case 'equal':
      return equalValues(interpret(expression.left, env), interpret(expression.right, env));
    case 'arithmetic': {
      const { operator, left, right } = expression;
      return paid(calculate(operator, interpret(left, env), interpret(right, env)), env);
    }
    case 'in': {
      const value = interpret(expression.value, env);
      const isOne = (index: number) => {
        const option = expression.options[index];
        return option ? compareValues('eq', value, literalValue(option)) : false;
      };
      return disjunction(expression.options.length, isOne);
    }
    case 'matches':
      return matchesWhole(interpret(expression.value, env), expression.pattern);
    case 'and':
      return conjunction(expression.operands.length, operand(expression.operands, env));
    case 'or':
      return disjunction(expression.operands.length, operand(expression.operands, env));
    case 'not':
      return negation(interpret(expression.operand, env));
    case 'implies':
      return interpret(expression.condition, env) === true
        ? truth(interpret(expression.consequence, env))
        : true;
    case 'if':
      return interpret(expression.condition, env) === true
        ? interpret(expression.consequence, env)
        : interpret(expression.alternative, env);
    case 'test':
      return meetsAny(interpret(expression.value, env), expression.tests, env, interpret);
    case 'call':
      return paid(
        callFunction(
          expression.function,
          expression.arguments.map((argument) => interpret(argument, env)),
        ),
        env,
      );
    case 'list':
      return expression.items.map((item) => interpret(item, env));
    case 'context':
      return contextFrom(expression.entries, env);
    case 'range':
      return rangeFrom(expression, env);
    case 'quantified':
      return quantify(expression, env, interpret);
    case 'for':
      return collect(expression, env, interpret);
    case 'filter':
      return filter(expression, env, interpret);
    case 'instance-of':
      return isInstance(interpret(expression.value, env), expression.type);
    case 'function':
      return functionFrom(expression, env, interpret);
    case 'invoke':
      return invoke(expression, env, interpret);
    case 'decide':
      return env.decide(expression.table, env);
  }
}

/** What is made has to be paid for: a few functions in a loop could else fill all memory. */
function paid(value: Value, { work }: Environment): Value {
  const size = isList(value)
    ? value.length
    : isContext(value)
      ? value.size
      : typeof value === 'string'
        ? value.length / 64
        : 0;
  work.left -= size / 16;
  return work.left < 0 ? new Unknown('limit', 'what the functions make') : value;
}

function operand(operands: readonly RuleExpression[], env: Environment): (index: number) => Value {
  return (index) => {
    const expression = operands[index];
    return expression ? interpret(expression, env) : new Unknown('missing');
  };
}

/** Code points of a text, items of a list. */
function lengthOf(value: Value): Value {
  if (isList(value)) return value.length;
  if (typeof value === 'string') return Array.from(value).length;
  return value instanceof Unknown ? value : new Unknown('type', `a ${typeOf(value)} has no length`);
}

/** Each entry sees those before it. */
function contextFrom(
  entries: Extract<RuleExpression, { kind: 'context' }>['entries'],
  env: Environment,
): Value {
  const values = new Map<string, Value>();
  const inner: Environment = {
    ...env,
    variable: (name) => values.get(name) ?? env.variable(name),
  };
  for (const { name, value } of entries) values.set(name, interpret(value, inner));
  return values;
}

function rangeFrom(range: Extract<RuleExpression, { kind: 'range' }>, env: Environment): Value {
  const { lowIncluded, highIncluded } = range;
  const low = range.low && interpret(range.low, env);
  const high = range.high && interpret(range.high, env);
  for (const limit of [low, high]) {
    if (limit instanceof Unknown) return limit;
    if (limit !== undefined && (isList(limit) || isContext(limit) || limit instanceof Range)) {
      return new Unknown('type', `a ${typeOf(limit)} is no limit of a range`);
    }
  }
  return new Range(low, high, { lowIncluded, highIncluded });
}
