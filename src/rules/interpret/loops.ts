import type { Loop, RuleExpression } from '../language/expression.ts';
import { integerOf } from '../number.ts';
import { Unknown } from '../unknown.ts';
import { Day, isContext, isList, isNumeric, Range, typeOf } from '../value.ts';
import type { Value } from '../value.ts';
import type { Environment, Interpret } from './environment.ts';
import { withVariables } from './environment.ts';
import { truth } from './logic.ts';

type Of<Kind> = Extract<RuleExpression, { kind: Kind }>;

const DAY = 86_400_000;
const tooMuch = new Unknown('limit', 'the work of the loops');

/** `some` is an or over all rounds, `every` an and. */
export function quantify(
  { quantifier, loops, condition }: Of<'quantified'>,
  env: Environment,
  interpret: Interpret,
): Value {
  const wanted = quantifier === 'some';
  let unknown: Unknown | undefined;
  const stopped = eachRound(loops, env, interpret, (inner) => {
    const value = truth(interpret(condition, inner));
    if (value instanceof Unknown) unknown ??= value;
    return value === wanted ? wanted : undefined;
  });
  return stopped ?? unknown ?? !wanted;
}

/** The results of all rounds; each round sees those before it as `partial`. */
export function collect(
  { loops, result }: Of<'for'>,
  env: Environment,
  interpret: Interpret,
): Value {
  const results: Value[] = [];
  const inner = withVariables(env, {
    get: (name) => {
      if (name !== 'partial') return undefined;
      // A copy each time: what it costs grows with the rounds.
      env.work.left -= results.length / 1000;
      return [...results];
    },
  });
  const stopped = eachRound(loops, inner, interpret, (round) => {
    results.push(interpret(result, round));
    return undefined;
  });
  return stopped ?? results;
}

export function filter(
  { list, where }: Of<'filter'>,
  env: Environment,
  interpret: Interpret,
): Value {
  const from = interpret(list, env);
  if (from instanceof Unknown && from.code !== 'null') return from;
  // A value that is no list is one of one item, null one of none (DMN 1.5, 10.3.2.5).
  const items = isList(from) ? from : from instanceof Unknown ? [] : [from];
  if (items.length === 0 && !isIndex(where)) return [];
  if (isIndex(where)) return itemAt(items, interpret(where, env));
  const kept: Value[] = [];
  for (const item of items) {
    if ((env.work.left -= 1) < 0) return tooMuch;
    const holds = interpret(where, withVariables(env, itemScope(item)));
    if (isNumeric(holds)) return itemAt(items, holds);
    if (holds === true) kept.push(item);
  }
  return kept;
}

/** What is surely a number; a variable may be one and shows when it is read. */
function isIndex(where: RuleExpression): boolean {
  if (where.kind === 'literal') return where.type === 'integer' || where.type === 'decimal';
  return where.kind === 'call' && where.function === 'negate';
}

function itemAt(items: readonly Value[], index: Value): Value {
  const position = integerOf(index);
  if (position === undefined) return new Unknown('type', 'an index is a whole number');
  const found = position > 0 ? items[position - 1] : items.at(position);
  return (position === 0 ? undefined : found) ?? new Unknown('argument', `no item ${position}`);
}

function itemScope(item: Value): { get(name: string): Value | undefined } {
  return {
    get: (name) => {
      if (isContext(item) && item.has(name)) return item.get(name);
      return name === 'item' ? item : undefined;
    },
  };
}

/** Runs a round per combination of values until one gives a value. */
function eachRound(
  [loop, ...rest]: readonly Loop[],
  env: Environment,
  interpret: Interpret,
  round: (env: Environment) => Value | undefined,
): Value | undefined {
  if (!loop) return (env.work.left -= 1) < 0 ? tooMuch : round(env);
  const items = itemsOf(interpret(loop.list, env), env);
  if (items instanceof Unknown) return items;
  for (const item of items) {
    const get = (name: string) => (name === loop.variable ? item : undefined);
    const value = eachRound(rest, withVariables(env, { get }), interpret, round);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A range of whole numbers or dates counts up, or down where it starts above its end. */
function itemsOf(from: Value, env: Environment): readonly Value[] | Unknown {
  if (isList(from) || from instanceof Unknown) return from;
  if (!(from instanceof Range)) return [from];
  const { low, high } = from;
  const areDays = low instanceof Day && high instanceof Day;
  const first = areDays ? low.time / DAY : integerOf(low);
  const last = areDays ? high.time / DAY : integerOf(high);
  if (first === undefined || last === undefined) {
    return new Unknown('type', `can't go through a range of ${typeOf(low ?? '')}s`);
  }
  const count = Math.abs(last - first) + 1;
  if (count > env.work.left) return tooMuch;
  const step = last < first ? -1 : 1;
  return Array.from({ length: count }, (_, index) => {
    const at = first + index * step;
    return areDays ? new Day(at * DAY) : at;
  });
}
