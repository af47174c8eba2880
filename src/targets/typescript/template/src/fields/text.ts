import { defineField } from './field.ts';
import type { Field, FieldOptions, Kind } from './field.ts';
import type { Issues } from './issues.ts';

interface TextOptions<R extends boolean> extends FieldOptions<string, R> {
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Must match the whole value. */
  readonly pattern?: RegExp;
}

/** What all kinds of text check, shortest first, so that patterns only see values of bounded length. */
interface TextRules {
  readonly minLength: number;
  readonly maxLength: number;
  readonly filled: boolean;
  readonly format?: RegExp;
  readonly formatName?: string;
  readonly pattern: RegExp | undefined;
}

/** RFC 5321 without quoted names and literal addresses. */
export const EMAIL =
  /^(?=[^@]{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/i;
// RFC 3986: what is not of its characters is percent-encoded.
const URL =
  /^https?:\/\/(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9])(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$/;
const PHONE = /^[ +\-.()/]*([0-9][ +\-.()/]*){5,}$/u;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** One line of text. */
export function string<R extends boolean = false>(options: TextOptions<R> = {}): Field<string, R> {
  return textField(options, { maxLength: 255, filled: options.required ?? false }, true);
}

/** Text of many lines. It can be searched, not sorted by. */
export function text<R extends boolean = false>(options: TextOptions<R> = {}): Field<string, R> {
  return textField(options, { maxLength: 10_000, filled: options.required ?? false }, false);
}

export function email<R extends boolean = false>(options: TextOptions<R> = {}): Field<string, R> {
  const rules = { maxLength: 254, format: EMAIL, formatName: 'an e-mail address' };
  return { ...textField(options, rules, true), caseless: true };
}

export function url<R extends boolean = false>(options: TextOptions<R> = {}): Field<string, R> {
  const rules = { maxLength: 2048, format: URL, formatName: 'an http or https URL' };
  return textField(options, rules, true);
}

export function phone<R extends boolean = false>(options: TextOptions<R> = {}): Field<string, R> {
  const rules = { minLength: 5, maxLength: 32, format: PHONE, formatName: 'a phone number' };
  return textField(options, rules, true);
}

export function uuid<R extends boolean = false>(
  options: FieldOptions<string, R> = {},
): Field<string, R> {
  return defineField(uuidKind, options);
}

/** One of a few values. */
export function oneOf<const V extends string, R extends boolean = false>(
  values: readonly V[],
  options: FieldOptions<V, R> = {},
): Field<V, R> {
  const known = new Map<unknown, V>(values.map((value) => [value, value]));
  const kind: Kind<V> = {
    read(value, pointer, issues) {
      return (
        known.get(value) ?? issues.add(pointer, 'enum', `must be one of: ${values.join(', ')}`)
      );
    },
    parse: (text) => known.get(text),
  };
  return defineField(kind, options);
}

export const uuidKind: Kind<string> = {
  read(value, pointer, issues) {
    if (typeof value !== 'string') return issues.add(pointer, 'type', 'must be text');
    return parseUuid(value) ?? issues.add(pointer, 'format', 'must be a UUID');
  },
  parse: parseUuid,
};

/** A UUID in lower case, or undefined. */
export function parseUuid(text: string): string | undefined {
  return UUID.test(text) ? text.toLowerCase() : undefined;
}

function textField<R extends boolean>(
  options: TextOptions<R>,
  kind: Partial<TextRules> & { readonly maxLength: number },
  sortable: boolean,
): Field<string, R> {
  const rules: TextRules = {
    ...kind,
    filled: kind.filled ?? false,
    minLength: Math.max(options.minLength ?? 0, kind.minLength ?? 0),
    maxLength: options.maxLength ?? kind.maxLength,
    pattern: options.pattern,
  };
  return defineField(
    {
      read: (value, pointer, issues) => readText(value, rules, pointer, issues),
      ...(sortable && { parse: (text) => text }),
      searchable: true,
    },
    options,
  );
}

function readText(
  value: unknown,
  rules: TextRules,
  pointer: string,
  issues: Issues,
): string | undefined {
  if (typeof value !== 'string') return issues.add(pointer, 'type', 'must be text');
  if (rules.filled && !/\S/u.test(value)) {
    return issues.add(pointer, 'required', 'must hold a character that is not white space');
  }
  if (lengthOf(value, rules.maxLength) > rules.maxLength) {
    return issues.add(pointer, 'too-long', `must have at most ${rules.maxLength} characters`);
  }
  if (lengthOf(value, rules.minLength) < rules.minLength) {
    return issues.add(pointer, 'too-short', `must have at least ${rules.minLength} characters`);
  }
  if (rules.format && !rules.format.test(value)) {
    return issues.add(pointer, 'format', `must be ${rules.formatName}`);
  }
  if (rules.pattern && !rules.pattern.test(value)) {
    return issues.add(pointer, 'pattern', `must match ${rules.pattern.source}`);
  }
  return value;
}

/** The number of code points; counted only where the number of UTF-16 units leaves `limit` in doubt. */
export function lengthOf(value: string, limit: number): number {
  if (value.length < limit || value.length > 2 * limit) return value.length;
  let length = 0;
  for (const _ of value) length += 1;
  return length;
}
