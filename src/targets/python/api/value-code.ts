import { dict, list, literal } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';

/** JSON as code. */
export function valueCode(value: unknown): Code {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return literal(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return list(value.map(valueCode));
  if (value === null || value === undefined) return 'None';
  if (typeof value !== 'object') throw new TypeError('Not a value of JSON.');
  return dict(
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, valueCode(item)])),
  );
}
