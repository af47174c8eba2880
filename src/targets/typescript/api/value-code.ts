import type { Code } from '../emit/code.ts';
import { array, literal, object } from '../emit/code.ts';

/** JSON as code. */
export function valueCode(value: unknown): Code {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return array(value.map(valueCode));
  if (typeof value !== 'object' || value === null) return String(value);
  return object(
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, valueCode(item)])),
  );
}
