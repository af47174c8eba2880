/**
 * The type of a JSON value; for texts also what they look like. Values that are different each time (times, ids)
 * still have a shape to compare: a date that becomes a number or "Invalid Date" is seen, the next date is not.
 */
export function shapeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'string') return typeof value;
  if (value === '') return 'empty text';
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return 'date';
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.{0,20}$/.test(value)) return 'date and time';
  if (uuid.test(value)) return 'uuid';
  return /^-?\d{1,30}(?:\.\d{1,30})?$/.test(value) ? 'number in text' : 'text';
}

/** Whether the name of a property is an id rather than a name: then it stands for all of its kind. */
export const isId = (name: string): boolean =>
  /^\d+$/.test(name) || uuid.test(name) || /^[0-9a-f]{16,}$/i.test(name);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
