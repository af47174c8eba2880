import type { FunctionName } from '../language/function-names.ts';
import { Unknown } from '../unknown.ts';
import { isList, typeOf } from '../value.ts';
import type { Value } from '../value.ts';
import type { Builtin } from './builtin.ts';
import { contexts } from './contexts.ts';
import { conversions } from './conversions.ts';
import { dates } from './dates.ts';
import { lists } from './lists.ts';
import { listChanges } from './list-changes.ts';
import { numbers } from './numbers.ts';
import { patterns } from './patterns.ts';
import { ranges } from './ranges.ts';
import { reals } from './reals.ts';
import { texts } from './texts.ts';
import { times } from './times.ts';

const builtins: Readonly<Record<FunctionName, Builtin>> = {
  ...conversions,
  ...texts,
  ...patterns,
  ...numbers,
  ...lists,
  ...listChanges,
  ...dates,
  ...times,
  ...reals,
  ...contexts,
  ...ranges,
};

/**
 * Calls a function of the language. What it does not take gives an unknown with the reason: that of the
 * first unknown argument, else the types that were given.
 */
export function callFunction(name: FunctionName, args: readonly Value[]): Value {
  // Operators take no list for its item.
  const isOperator = name === 'power' || name === 'negate';
  const value = builtins[name](args) ?? (isOperator ? undefined : builtins[name](args.map(only)));
  if (value !== undefined) return value;
  const unknown = args.find((argument) => argument instanceof Unknown);
  if (unknown) return unknown;
  const given = args.map(typeOf).join(', ');
  return new Unknown('argument', `${name} does not take these arguments (${given})`);
}

/** A list of one item where an item is wanted (DMN 1.5, 10.3.2.9.4). */
function only(value: Value): Value {
  return isList(value) && value.length === 1 ? (value[0] ?? value) : value;
}
