import type { RawValue } from './coerce.ts';

/** What a parameter is by its schema. */
export type Shape = 'one' | 'list' | 'object';

/** Reads a value of the styles `simple`, `label` and `matrix`; undefined if it is not of that style. */
export function readPathValue(
  { name, style, explode }: { name: string; style: string; explode: boolean },
  shape: Shape,
  text: string,
): RawValue | undefined {
  if (style === 'label') {
    if (!text.startsWith('.')) return undefined;
    return split(text.slice(1), shape, explode ? '.' : ',', explode);
  }
  if (style !== 'matrix') return split(text, shape, ',', explode);
  if (!text.startsWith(';')) return undefined;
  const parts = text.slice(1).split(';');
  if (shape === 'object' && explode) return pairs(parts, '=');
  const values = parts.map((part) =>
    part.startsWith(`${name}=`) ? part.slice(name.length + 1) : undefined,
  );
  const known = values.filter((value) => value !== undefined);
  if (known.length !== values.length) return undefined;
  if (shape === 'list' && explode) return known;
  return known.length === 1 ? split(known[0] ?? '', shape, ',', false) : undefined;
}

/** A value whose parts stand between separators; of an object either `a,1,b,2` or `a=1,b=2`. */
export function split(
  text: string,
  shape: Shape,
  separator: string,
  explode: boolean,
): RawValue | undefined {
  if (shape === 'one') return text;
  const parts = text === '' ? [] : text.split(separator);
  if (shape === 'list') return parts;
  if (explode) return pairs(parts, '=');
  if (parts.length % 2 === 1) return undefined;
  const names = parts.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((name, index) => [name, parts[index * 2 + 1] ?? '']));
}

function pairs(parts: readonly string[], equals: string): RawValue | undefined {
  const entries = parts.map((part): [string, string] | undefined => {
    const at = part.indexOf(equals);
    return at === -1 ? undefined : [part.slice(0, at), part.slice(at + 1)];
  });
  return entries.every((entry) => entry !== undefined) ? Object.fromEntries(entries) : undefined;
}
