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
    readonly uuid: (text: string) => string;
    /** Of a time in RFC 3339 with milliseconds and Z, as text. */
    readonly time: (text: string) => string;
    /** SQL expressions. */
    readonly now: string;
    readonly uuidAsText: (expression: string) => string;
    readonly textAsUuid: (expression: string) => string;
    readonly dateAsTime: (expression: string) => string;
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
      if (dialect === 'postgres')
        return (POSTGRES[`${from.kind} ${to.kind}`] ?? cast(columnType(to, dialect)))(expression);
      if (to.kind === 'decimal' || from.kind === 'decimal') return scaled(expression, from, to);
      const ways: Ways = {
        'date datetime': sqlite.dateAsTime,
        'datetime date': (time) => `substr(${time}, 1, 10)`,
        'uuid text': sqlite.uuidAsText,
        'text uuid': sqlite.textAsUuid,
        'integer text': (value) => `cast(${value} as text)`,
        'text integer': (text) =>
          `case when ${text} = cast(cast(${text} as integer) as text) then cast(${text} as integer) end`,
        'number integer': (value) => `cast(${value} as integer)`,
      };
      return ways[`${from.kind} ${to.kind}`]?.(expression) ?? expression;
    },
  };
}

/** How an expression goes from one kind to another, both ways: there without loss, back as far as it goes. */
type Ways = Readonly<Record<string, (expression: string) => string>>;

const POSTGRES: Ways = {
  'date datetime': (date) => `${date}::timestamp at time zone 'UTC'`,
  'datetime date': (time) => `(${time} at time zone 'UTC')::date`,
  'integer text': (value) => `${value}::text`,
  'uuid text': (id) => `${id}::text`,
  'text integer': (text) => `case when ${text} ~ '^-?[0-9]{1,15}$' then ${text}::bigint end`,
  'text uuid': (text) =>
    `case when ${text} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then ${text}::uuid end`,
};

const cast = (type: string) => (expression: string) => `${expression}::${type}`;

function moment(kind: 'now' | 'today', type: ColumnType, dialect: Dialect, now: string): string {
  const isDate = kind === 'today' || type.kind === 'date';
  if (dialect === 'postgres')
    return isDate ? "(now() at time zone 'UTC')::date" : "date_trunc('milliseconds', now())";
  return isDate ? 'current_date' : now;
}

/** From units of one size to units of another. */
function scaled(expression: string, from: ColumnType, to: ColumnType): string {
  const scale = (type: ColumnType) => (type.kind === 'decimal' ? type.scale : 0);
  const shift = scale(to) - scale(from);
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
