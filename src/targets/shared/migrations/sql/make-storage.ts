import type { ColumnType } from '../schema.ts';
import type { Dialect, Storage } from './storage.ts';
import { textLiteral } from './text.ts';

/** How a target keeps values, as far as targets differ. */
export interface StorageFacts {
  /** Types of columns by kind, the way the first migration writes them. */
  readonly types: Readonly<Record<Dialect, Readonly<Record<Exclude<Kind, 'decimal'>, string>>>>;
  readonly tableOptions: Storage['tableOptions'];
  /** SQLite has no decimals: up to this many digits they are whole numbers of units, then text that sorts as they do. */
  readonly unitDigits: number;
  readonly sqlite: {
    /** The types of the two. */
    readonly units: string;
    readonly longDecimal: string;
    /** Of an id in its usual form, as text. */
    uuid(text: string): string;
    /** Of a time in RFC 3339 with milliseconds and Z, as text. */
    time(text: string): string;
    /** SQL expressions. */
    readonly now: string;
    uuidAsText(expression: string): string;
    dateAsTime(expression: string): string;
  };
}

type Kind = ColumnType['kind'];
type Decimal = Extract<ColumnType, { kind: 'decimal' }>;

/** The storage of a target that uses the ordinary types of both databases. */
export function makeStorage(facts: StorageFacts): Storage {
  const { sqlite, types } = facts;
  const columnType: Storage['columnType'] = (type, dialect) => {
    if (type.kind !== 'decimal') return types[dialect][type.kind];
    if (dialect === 'postgres') return `numeric(${type.precision}, ${type.scale})`;
    return type.precision <= facts.unitDigits ? sqlite.units : sqlite.longDecimal;
  };
  return {
    tableOptions: facts.tableOptions,
    columnType,
    literal(given, type, dialect) {
      if (given.kind !== 'value') return moment(given.kind, type, dialect, sqlite.now);
      const { value } = given;
      if (type.kind === 'json') return textLiteral(JSON.stringify(value));
      if (typeof value === 'boolean')
        return dialect === 'sqlite' ? String(Number(value)) : String(value);
      if (typeof value === 'number') return String(value);
      const text = String(value);
      if (type.kind === 'decimal')
        return dialect === 'sqlite' ? unitsLiteral(text, type, facts.unitDigits) : text;
      if (type.kind === 'datetime') {
        const time = new Date(text).toISOString();
        return textLiteral(dialect === 'sqlite' ? sqlite.time(time) : time);
      }
      if (type.kind !== 'uuid') return textLiteral(text);
      const id = text.toLowerCase();
      return textLiteral(dialect === 'sqlite' ? sqlite.uuid(id) : id);
    },
    converted(expression, from, to, dialect) {
      if (from.kind === 'date')
        return dialect === 'sqlite'
          ? sqlite.dateAsTime(expression)
          : `${expression}::timestamp at time zone 'UTC'`;
      if (dialect === 'postgres')
        return `${expression}::${to.kind === 'text' ? 'text' : columnType(to, dialect)}`;
      if (to.kind === 'decimal') return scaled(expression, from, to);
      if (from.kind === 'uuid') return sqlite.uuidAsText(expression);
      return `cast(${expression} as ${to.kind === 'text' ? 'text' : 'real'})`;
    },
  };
}

function moment(kind: 'now' | 'today', type: ColumnType, dialect: Dialect, now: string): string {
  const isDate = kind === 'today' || type.kind === 'date';
  if (dialect === 'postgres')
    return isDate ? "(now() at time zone 'UTC')::date" : "date_trunc('milliseconds', now())";
  return isDate ? 'current_date' : now;
}

/** From units of one size to units of another. */
function scaled(expression: string, from: ColumnType, to: Decimal): string {
  const shift = to.scale - (from.kind === 'decimal' ? from.scale : 0);
  if (shift === 0) return expression;
  const factor = `1${'0'.repeat(Math.abs(shift))}`;
  return `${expression} ${shift > 0 ? '*' : '/'} ${factor}`;
}

/** Negative numbers of many digits are nines' complements, so that texts sort as the numbers do. */
function unitsLiteral(text: string, { precision, scale }: Decimal, unitDigits: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  const units = BigInt(`${whole}${fraction.padEnd(scale, '0')}`);
  if (precision <= unitDigits) return String(units);
  const nines = 10n ** BigInt(precision) - 1n;
  const digits = (value: bigint) => value.toString().padStart(precision, '0');
  return textLiteral(units < 0n ? `-${digits(nines + units)}` : `0${digits(units)}`);
}
