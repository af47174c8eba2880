import type { Truth } from '../records/resource.ts';
import { compareDecimals, decimal, quotient, sum } from './decimal.ts';
import type { Decimal } from './decimal.ts';

/** What rules make of several records. Missing values do not count. */

/** The rows that fit; where that is unknown they do not. */
export function rowsWhere<R>(rows: readonly R[], fits: (row: R) => Truth): readonly R[] {
  return rows.filter((row) => fits(row) === true);
}

/** How many there are, or how many have a value. */
export function countOf<R>(rows: readonly R[], value?: (row: R) => unknown): number {
  return value ? known(rows, value).length : rows.length;
}

/** The sum of none is 0. */
export function sumOf<R>(rows: readonly R[], value: (row: R) => Amount): Amount {
  return known(rows, value).reduce<Amount>((total, next) => sum(total, next), decimal(0));
}

/** The average of none is unknown. */
export function averageOf<R>(rows: readonly R[], value: (row: R) => Amount): Amount {
  const values = known(rows, value);
  return values.length === 0 ? undefined : quotient(sumOf(values, itself), decimal(values.length));
}

export function leastOf<R>(rows: readonly R[], value: (row: R) => Amount): Amount {
  return known(rows, value).reduce<Amount>(
    (best, next) => (best && compareDecimals(best, next) <= 0 ? best : next),
    undefined,
  );
}

export function greatestOf<R>(rows: readonly R[], value: (row: R) => Amount): Amount {
  return known(rows, value).reduce<Amount>(
    (best, next) => (best && compareDecimals(best, next) >= 0 ? best : next),
    undefined,
  );
}

/** Dates and times of one form compare as their texts do. */
export function earliestOf<R>(rows: readonly R[], value: (row: R) => Text): Text {
  return known(rows, value).toSorted()[0];
}

export function latestOf<R>(rows: readonly R[], value: (row: R) => Text): Text {
  return known(rows, value).toSorted().at(-1);
}

type Amount = Decimal | undefined;
type Text = string | null | undefined;

const itself = (value: Decimal) => value;

function known<R, V>(rows: readonly R[], value: (row: R) => V): readonly NonNullable<V>[] {
  return rows.flatMap((row) => value(row) ?? []);
}
