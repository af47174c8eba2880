import type { FieldType } from '../field-type.ts';

/** A name and a domain of at least two labels, without anything that needs quoting (SP-1.8). */
const EMAIL =
  /^(?=[^@]{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/i;

/** Is it a JSON value of the type, as SP-1 of the service profile writes them? References have none that is known before. */
export function fitsType(type: FieldType, value: unknown): boolean {
  switch (type.kind) {
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'json':
      return true;
    case 'list':
      return Array.isArray(value) && value.every((item) => fitsType(type.items, item));
    case 'reference':
      return false;
    default:
      return typeof value === 'string' && fitsText(type, value);
  }
}

function fitsText(type: FieldType, text: string): boolean {
  switch (type.kind) {
    case 'decimal':
      return isDecimal(text, type.precision, type.scale);
    case 'money':
      return isDecimal(text, 15, 2);
    case 'date':
      return isDate(text);
    case 'datetime':
      return isTime(text);
    case 'uuid':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
    case 'enum':
      return type.values.some(({ value }) => value === text);
    case 'email':
      return EMAIL.test(text);
    case 'url':
      return /^https?:\/\/[^\s/?#]\S*$/.test(text);
    default:
      return true;
  }
}

/** Exact decimal text; with at most `scale` digits after the point and `precision - scale` before it. */
export function isDecimal(text: string, precision = 200, scale = 100): boolean {
  if (text.length > 250) return false;
  const [, whole, fraction = ''] = /^-?0*([0-9]{1,100})(?:\.([0-9]{1,100}))?$/.exec(text) ?? [];
  if (whole === undefined) return false;
  return fraction.length <= scale && (whole === '0' || whole.length <= precision - scale);
}

/** A date that exists. */
export function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A time as RFC 3339 writes it. */
export function isTime(text: string): boolean {
  const [, date, clock] =
    /^([0-9-]{10})T([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})$/.exec(
      text,
    ) ?? [];
  return date !== undefined && isDate(date) && !Number.isNaN(Date.parse(`${date}T${clock}Z`));
}

/** A span as ISO 8601 writes it: `P45D`, `PT2H`. */
export function isDuration(text: string): boolean {
  return /^-?P(?=.)(?:[0-9]{1,6}[YMWD]){0,4}(?:T(?=.)(?:[0-9]{1,6}[HMS]){0,3})?$/.test(text);
}
