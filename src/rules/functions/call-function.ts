import type { FunctionName } from '../language/function-names.ts';
import { Unknown } from '../unknown.ts';
import { typeOf } from '../value.ts';
import type { Value } from '../value.ts';
import type { Builtin } from './builtin.ts';
import { conversions } from './conversions.ts';
import { dates } from './dates.ts';
import { lists } from './lists.ts';
import { listChanges } from './list-changes.ts';
import { numbers } from './numbers.ts';
import { patterns } from './patterns.ts';
import { texts } from './texts.ts';

const builtins: Readonly<Record<FunctionName, Builtin>> = {
  ...conversions,
  ...texts,
  ...patterns,
  ...numbers,
  ...lists,
  ...listChanges,
  ...dates,
};

/**
 * Calls a function of the language. What it does not take gives an unknown with the reason: that of the
 * first unknown argument, else the types that were given.
 */
export function callFunction(name: FunctionName, args: readonly Value[]): Value {
  const value = builtins[name](args);
  if (value !== undefined) return value;
  const unknown = args.find((argument) => argument instanceof Unknown);
  if (unknown) return unknown;
  const given = args.map(typeOf).join(', ');
  return new Unknown('argument', `${name} does not take these arguments (${given})`);
}
