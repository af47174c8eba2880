import { isReference } from '#blueprint';
import type { Bound, Field, FieldType } from '#blueprint';
import { orderOf } from '../compare.ts';
import { valueOf } from '../json.ts';
import { parseNumber } from '../number.ts';
import { Day, Instant, isNumeric } from '../value.ts';

/** The longest text of each kind where nothing is stated (SP-1.7). */
export const LONGEST = { string: 255, text: 10_000, email: 254, url: 2048, phone: 32 } as const;
/** Texts of a form (SP-1.8), as far as a value of another field or a literal may be mistaken for one. */
const FORMS: Partial<Readonly<Record<FieldType['kind'], RegExp>>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  phone: /^(?=(?:\D*\d){5})[\d +\-.()/]+$/,
  url: /^https?:\/\/(?:\[[\dA-Fa-f:.]+\]|[A-Za-z\d])[\w.~:/?@!$&'()*+,;=%#-]*$/,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
};
/** Elements of a list at most (SP-1.7). */
export const LONGEST_LIST = 100;

/**
 * True if a field takes a JSON value in its canonical form: type, format and limits of SP-1. Whether a
 * reference names a record is not looked at.
 */
export function accepts(field: Field, value: unknown): boolean {
  if (value === null) return !field.required;
  if (!hasType(field.type, value)) return false;
  if (typeof value === 'string' && isText(field.type)) return acceptsText(field, value);
  if (Array.isArray(value)) return within(value.length, field.minLength, field.maxLength);
  return isAbove(field, value, field.min, 1) && isAbove(field, value, field.max, -1);
}

function hasType(type: FieldType, value: unknown): boolean {
  switch (type.kind) {
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'decimal':
      return isDecimal(value, type.precision, type.scale);
    case 'money':
      return isDecimal(value, 15, 2);
    case 'enum':
      return type.values.some((option) => option.value === value);
    case 'list':
      return Array.isArray(value) && value.length <= LONGEST_LIST;
    case 'reference':
      return type.cardinality === 'many' ? Array.isArray(value) : typeof value === 'string';
    case 'json':
      return true;
    default:
      return typeof value === 'string' && (FORMS[type.kind]?.test(value) ?? true);
  }
}

function isText(type: FieldType): boolean {
  return type.kind in LONGEST;
}

function acceptsText(field: Field, value: string): boolean {
  const longest = LONGEST[field.type.kind as keyof typeof LONGEST];
  const max = field.maxLength ?? longest;
  if (field.required && value.trim() === '') return false;
  if (field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`, 'u').test(value)) {
    return false;
  }
  return within(Array.from(value).length, field.minLength, max);
}

function within(length: number, min = 0, max = Number.POSITIVE_INFINITY): boolean {
  return length >= min && length <= max;
}

function isDecimal(value: unknown, precision: number, scale: number): boolean {
  if (typeof value !== 'string') return false;
  const match = /^-?(\d+)(?:\.(\d+))?$/.exec(value);
  const [, whole = '', fraction = ''] = match ?? [];
  const digits = whole.replace(/^0+/, '').length;
  return match !== null && digits <= precision - scale && fraction.length <= scale;
}

/** With `sign` 1: the value is not below the bound; with -1: not above it. */
function isAbove(field: Field, value: unknown, bound: Bound | undefined, sign: 1 | -1): boolean {
  if (bound === undefined || isReference(field)) return true;
  const order = orderTo(field.type, value, bound.value);
  if (order === undefined) return true;
  return bound.exclusive ? order * sign > 0 : order * sign >= 0;
}

function orderTo(type: FieldType, value: unknown, bound: string): number | undefined {
  const left = valueOf(type, value);
  const right = valueOf(type, bound);
  const limit = isNumeric(left) ? parseNumber(bound) : right;
  const isComparable =
    isNumeric(left) ||
    (left instanceof Day && right instanceof Day) ||
    (left instanceof Instant && right instanceof Instant);
  const order = isComparable && limit !== undefined ? orderOf(left, limit) : undefined;
  return typeof order === 'number' ? order : undefined;
}
