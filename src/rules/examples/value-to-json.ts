import type { FieldType } from '#blueprint';
import { formatDecimal } from '../decimal.ts';
import type { Decimal } from '../decimal.ts';
import type { Value } from '../value.ts';

/** A value as JSON shows it in a field of a type; undefined where the type can't hold it. */
export function valueToJson(type: FieldType, value: Value): unknown {
  if (value === undefined) return undefined;
  switch (type.kind) {
    case 'integer':
    case 'number':
      return value.type === 'number' ? Number(formatDecimal(value.value)) : undefined;
    case 'decimal':
      return value.type === 'number' ? decimalText(value.value, type.scale) : undefined;
    case 'money':
      return value.type === 'number' ? decimalText(value.value, 2) : undefined;
    case 'boolean':
      return value.type === 'boolean' ? value.value : undefined;
    case 'date':
      return isTime(value) ? timeText(value.value)?.slice(0, 10) : undefined;
    case 'datetime':
      return isTime(value) ? timeText(value.value) : undefined;
    case 'list':
    case 'json':
      return value.type === 'json' ? (JSON.parse(value.value) as unknown) : undefined;
    default:
      return value.type === 'text' ? value.value : undefined;
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

function isTime(value: NonNullable<Value>): value is { type: 'date' | 'datetime'; value: number } {
  return value.type === 'date' || value.type === 'datetime';
}

/** Years 0001 to 9999 only (SP-1.4). */
function timeText(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString() : undefined;
}
