import { array, literal, object } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';
import { Repeated } from '../../../shared/samples/repeated.ts';

/** TypeScript inside a JSON value, such as `owner.id`: printed as it is. */
export class Raw {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/** A JSON value as code; a list of objects of several properties never shares a line. */
export function jsonCode(value: unknown, tall = false): Code {
  if (value instanceof Raw) return value.code;
  if (value instanceof Repeated) return repeatedCode(value);
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    return array(
      items.map((item) => jsonCode(item)),
      (tall && items.length > 1) || isTall(items),
    );
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const properties = Object.entries(value).map(([name, item]) => [name, jsonCode(item)] as const);
  return object(Object.fromEntries(properties), tall);
}

function isTall(items: readonly unknown[]): boolean {
  if (items.length < 2) return false;
  const all = (are: (item: object) => boolean) =>
    items.every(
      (item) =>
        typeof item === 'object' &&
        item !== null &&
        !(item instanceof Raw) &&
        !(item instanceof Repeated) &&
        are(item) &&
        Object.keys(item).length > 1,
    );
  return all(Array.isArray) || all((item) => !Array.isArray(item));
}

function repeatedCode({ text, times, isList }: Repeated): Code {
  const item = literal(text);
  return isList ? `Array.from({ length: ${times} }, () => ${item})` : `${item}.repeat(${times})`;
}
