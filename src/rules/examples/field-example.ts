import { isReference } from '#blueprint';
import type { Field, FieldType, ItemType } from '#blueprint';
import { addDecimals, compareDecimals, Decimal, formatDecimal, parseDecimal } from '../decimal.ts';
import { LONGEST } from './accepts.ts';
import type { ExampleSetting } from './example-setting.ts';
import { textMatching } from './text-matching.ts';
import { decimalText } from './value-to-json.ts';

const DAY = 86_400_000;

/** A JSON value that the field takes; null where none could be made. */
export function fieldExample(field: Field, setting: ExampleSetting): unknown {
  if (isReference(field)) {
    const ids = setting.references(field);
    if (field.type.cardinality === 'many') return ids.slice(0, 2).toSorted();
    return ids[setting.serial % Math.max(1, ids.length)] ?? null;
  }
  const { type } = field;
  if (type.kind === 'reference') return null;
  if (type.kind === 'list') {
    const length = Math.max(field.minLength ?? 0, Math.min(2, field.maxLength ?? 2));
    return Array.from({ length }, (_, index) =>
      scalar(
        { type: type.items, name: field.name },
        { ...setting, serial: setting.serial + index },
      ),
    );
  }
  return scalar({ ...field, type }, setting);
}

type Limited = Pick<Field, 'name'> &
  Partial<Pick<Field, 'min' | 'max' | 'minLength' | 'maxLength' | 'pattern'>> & {
    readonly type: ItemType;
  };

function scalar(field: Limited, { serial, now }: ExampleSetting): unknown {
  const { type } = field;
  switch (type.kind) {
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'phone':
      return text(field, type.kind, serial);
    case 'integer':
      return Number(formatDecimal(number(field, 0, serial)));
    case 'number':
      return Number(formatDecimal(number(field, 1, serial)));
    case 'decimal':
      return decimalText(number(field, type.scale, serial), type.scale);
    case 'money':
      return decimalText(number(field, 2, serial), 2);
    case 'boolean':
      return serial % 2 === 0;
    case 'date':
      return new Date(time(field, now, serial, DAY)).toISOString().slice(0, 10);
    case 'datetime':
      return new Date(time(field, now, serial, 3_600_000)).toISOString();
    case 'uuid':
      return `5e2ec7ed-0000-4000-8000-${serial.toString(16).padStart(12, '0')}`;
    case 'enum':
      return type.values[serial % type.values.length]?.value ?? null;
    case 'json':
      return { sample: serial };
  }
}

function text(field: Limited, kind: keyof typeof LONGEST, serial: number): string | null {
  if (field.pattern !== undefined) return textMatching(field.pattern, serial) ?? null;
  const tail = String(serial);
  const min = field.minLength ?? 0;
  const max = field.maxLength ?? LONGEST[kind];
  switch (kind) {
    case 'email':
      return `${'a'.repeat(Math.max(0, min - tail.length - 13))}m${tail}@example.com`;
    case 'url':
      return `https://example.com/${tail}`.padEnd(min, 'x');
    case 'phone':
      return `+4930${tail.padStart(Math.max(6, min - 5), '0')}`.slice(0, max);
    default: {
      const named = `${field.name} ${tail}`;
      const short = serial.toString(36).padStart(Math.min(max, 6), '0').slice(-max);
      return (Array.from(named).length <= max ? named : short).padEnd(min, 'x');
    }
  }
}

/** A number between the bounds that moves with the serial, in steps of the last digit of `scale`. */
function number(field: Limited, scale: number, serial: number): Decimal {
  const step = new Decimal(1n, scale);
  const stated = (bound: typeof field.min, sign: bigint) => {
    const limit = bound && parseDecimal(bound.value);
    return limit && bound.exclusive ? addDecimals(limit, new Decimal(sign, scale)) : limit;
  };
  const max = stated(field.max, -1n);
  const one = new Decimal(1n, 0);
  const low = stated(field.min, 1n) ?? lowest(field.type, max, one);
  const high = max ?? highest(field.type, low);
  const count = unitsOf(high, scale) - unitsOf(low, scale) + 1n;
  if (count <= 1n || compareDecimals(low, high) > 0) return low;
  return addDecimals(low, new Decimal((BigInt(serial) * step.units) % count, scale));
}

function lowest(type: FieldType, max: Decimal | undefined, one: Decimal): Decimal {
  const whole = type.kind === 'decimal' ? type.precision - type.scale : 1;
  const low = whole > 0 ? one : new Decimal(0n, 0);
  return max && compareDecimals(low, max) > 0 ? max : low;
}

function highest(type: FieldType, low: Decimal): Decimal {
  if (type.kind !== 'decimal') return addDecimals(low, new Decimal(1_000_000n, 0));
  return new Decimal(10n ** BigInt(type.precision) - 1n, type.scale);
}

function unitsOf({ units, scale }: Decimal, wanted: number): bigint {
  return wanted >= scale
    ? units * 10n ** BigInt(wanted - scale)
    : units / 10n ** BigInt(scale - wanted);
}

function time(field: Limited, now: number, serial: number, step: number): number {
  const stated = (bound: typeof field.min, sign: number) => {
    const at = bound === undefined ? Number.NaN : Date.parse(bound.value);
    return Number.isNaN(at) || bound === undefined
      ? undefined
      : at + (bound.exclusive ? sign * step : 0);
  };
  const max = stated(field.max, -1);
  const low = stated(field.min, 1) ?? Math.min(now, max ?? now);
  const high = max ?? low + 30 * DAY;
  const count = Math.floor((high - low) / step) + 1;
  const at = count > 1 ? low + (serial % count) * step : low;
  return Math.floor(at / 1000) * 1000;
}
