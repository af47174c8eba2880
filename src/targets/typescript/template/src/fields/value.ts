import { defineField } from './field.ts';
import type { Codec, Field, FieldOptions } from './field.ts';
import { segment } from './issues.ts';
import { lengthOf } from './text.ts';

/** Anything that JSON can say. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

interface ListOptions<Value, R extends boolean> extends FieldOptions<readonly Value[], R> {
  readonly minItems?: number;
  readonly maxItems?: number;
}

const MOST_CHARACTERS = 65_536;
const MOST_ITEMS = 100;

/** Lists and JSON are kept as JSON text. */
export const jsonCodec: Codec = {
  encode: (value) => JSON.stringify(value),
  decode: (stored) => JSON.parse(String(stored)),
};

export function boolean<R extends boolean = false>(
  options: FieldOptions<boolean, R> = {},
): Field<boolean, R> {
  return defineField(
    {
      read: (value, pointer, issues) =>
        typeof value === 'boolean' ? value : issues.add(pointer, 'type', 'must be true or false'),
      parse: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
      sqliteCodec: { encode: Number, decode: Boolean },
    },
    options,
  );
}

/** Free JSON. */
export function json<R extends boolean = false>(
  options: FieldOptions<Json, R> = {},
): Field<Json, R> {
  return defineField(
    {
      read(value, pointer, issues) {
        if (!isFinite(value)) {
          return issues.add(pointer, 'type', 'must hold finite numbers only');
        }
        return lengthOf(JSON.stringify(value), MOST_CHARACTERS) > MOST_CHARACTERS
          ? issues.add(
              pointer,
              'too-long',
              `must have at most ${MOST_CHARACTERS} characters as JSON`,
            )
          : value;
      },
      codec: jsonCodec,
    },
    options,
  );
}

/** A list of values of one kind. */
export function list<Value, R extends boolean = false>(
  items: Field<Value>,
  options: ListOptions<Value, R> = {},
): Field<readonly Value[], R> {
  const least = options.minItems ?? 0;
  const most = options.maxItems ?? MOST_ITEMS;
  return defineField(
    {
      read(value, pointer, issues) {
        if (!Array.isArray(value)) return issues.add(pointer, 'type', 'must be a list');
        if (value.length > most)
          return issues.add(pointer, 'too-long', `must have at most ${most} elements`);
        if (value.length < least)
          return issues.add(pointer, 'too-short', `must have at least ${least} elements`);
        const read: Value[] = [];
        for (const [index, item] of value.entries()) {
          const element = items.read(item, pointer + segment(String(index)), issues);
          if (element !== undefined) read.push(element);
        }
        return read.length === value.length ? read : undefined;
      },
      codec: jsonCodec,
    },
    options,
  );
}

/** False for numbers that JSON reads as infinite, such as 1e400. Bodies have a bounded depth. */
function isFinite(value: unknown): value is Json {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isFinite);
}
