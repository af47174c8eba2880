import type { Entity, Field } from '#blueprint';

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 2, 2);

/** A date within the field's limits; dates that are named later in an entity are later. */
export function exampleDate(entity: Entity, field: Field): string {
  const dates = entity.fields.filter(
    ({ type }) => type.kind === 'date' || type.kind === 'datetime',
  );
  const index = Math.max(0, dates.indexOf(field));
  const typical = /birth|born/.test(field.name) ? Date.UTC(1990, 3, 12) : FIRST + index * 7 * DAY;
  const lowest = dayOf(field.min?.value);
  const highest = dayOf(field.max?.value);
  if (lowest !== undefined && typical <= lowest) return text(lowest + DAY);
  if (highest !== undefined && typical >= highest) return text(highest - DAY);
  return text(typical);
}

function dayOf(value: string | undefined): number | undefined {
  const time = Date.parse(`${(value ?? '').slice(0, 10)}T00:00:00.000Z`);
  return Number.isNaN(time) ? undefined : time;
}

function text(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
