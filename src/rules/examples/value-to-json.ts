import type { FieldType } from '#blueprint';
import type { Decimal } from '../decimal.ts';
import { toJson } from '../json.ts';
import { decimalOf, formatNumber } from '../number.ts';
import { Unknown } from '../unknown.ts';
import { isContext, isList, isNumeric, isTime } from '../value.ts';
import type { Value } from '../value.ts';

/** A value as JSON shows it in a field of a type; undefined where the type can't hold it. */
export function valueToJson(type: FieldType, value: Value): unknown {
  if (value instanceof Unknown) return undefined;
  switch (type.kind) {
    case 'integer':
    case 'number':
      return isNumeric(value) ? Number(formatNumber(value)) : undefined;
    case 'decimal':
      return isNumeric(value) ? decimalText(decimalOf(value), type.scale) : undefined;
    case 'money':
      return isNumeric(value) ? decimalText(decimalOf(value), 2) : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'date':
      return isTime(value) ? timeText(value.time)?.slice(0, 10) : undefined;
    case 'datetime':
      return isTime(value) ? timeText(value.time) : undefined;
    case 'list':
    case 'json':
      return isList(value) || isContext(value) ? toJson(value) : undefined;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}

/** Exactly `scale` digits after the point; more are cut. */
export function decimalText({ units, scale }: Decimal, wanted: number): string {
  const shifted =
    wanted >= scale ? units * 10n ** BigInt(wanted - scale) : units / 10n ** BigInt(scale - wanted);
  const digits = (shifted < 0n ? -shifted : shifted).toString().padStart(wanted + 1, '0');
  const whole = digits.slice(0, digits.length - wanted);
  const text = wanted === 0 ? whole : `${whole}.${digits.slice(digits.length - wanted)}`;
  return shifted < 0n ? `-${text}` : text;
}

/** Years 0001 to 9999 only (SP-1.4). */
function timeText(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString() : undefined;
}
