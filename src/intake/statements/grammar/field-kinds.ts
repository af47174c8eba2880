import type { Field } from '#blueprint';

/** The field holds a number that can be compared. */
export function isNumeric({ type: { kind } }: Pick<Field, 'type'>): boolean {
  return kind === 'integer' || kind === 'number' || kind === 'decimal' || kind === 'money';
}

/** The field holds text with a length. */
export function isText({ type: { kind } }: Pick<Field, 'type'>): boolean {
  return (
    kind === 'string' || kind === 'text' || kind === 'email' || kind === 'url' || kind === 'phone'
  );
}

export function isTime({ type: { kind } }: Pick<Field, 'type'>): boolean {
  return kind === 'date' || kind === 'datetime';
}
