import { Unknown } from '../unknown.ts';
import { isList } from '../value.ts';
import type { Value } from '../value.ts';

/** A function of the language; undefined says that it does not take these arguments. */
export type Builtin = (args: readonly Value[]) => Value | undefined;

/** A function of texts only. */
export function ofTexts(call: (...texts: readonly string[]) => Value | undefined): Builtin {
  return (args) => {
    const texts = args.filter((argument) => typeof argument === 'string');
    return texts.length === args.length ? call(...texts) : undefined;
  };
}

/** A function of one list; a single value is a list of one item. */
export function ofList(call: (list: readonly Value[]) => Value | undefined): Builtin {
  return ([first]) => {
    const list = first === undefined ? undefined : asList(first);
    return list && call(list);
  };
}

/** A function of a list, or of its items one by one. */
export function ofItems(call: (items: readonly Value[]) => Value | undefined): Builtin {
  return (args) => {
    const [first] = args;
    return call(args.length === 1 && first !== undefined && isList(first) ? first : args);
  };
}

export function asList(value: Value): readonly Value[] | undefined {
  if (isList(value)) return value;
  return value instanceof Unknown ? undefined : [value];
}

/** An argument that was left out or is null. */
export function isAbsent(value: Value | undefined): value is Unknown | undefined {
  return value === undefined || value instanceof Unknown;
}
