/** How two values at the same place differ. `order`: the same list in another order. */
export type DifferenceKind = 'missing' | 'extra' | 'type' | 'value' | 'order';

/** One place where the answer of a candidate is not that of the active version. */
export interface Difference {
  /** JSON pointer into the answer, such as `/body/price`; `*` stands for items and for names that are ids. */
  readonly pointer: string;
  readonly kind: DifferenceKind;
  /** What is there, shortened; undefined where nothing is. */
  readonly active: string | undefined;
  readonly candidate: string | undefined;
}

/** A value for people to read. */
export function shorten(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
