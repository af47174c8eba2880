import { parseDuration } from '../duration.ts';
import { environment } from '../interpret/environment.ts';
import type { Environment } from '../interpret/environment.ts';
import { fromJson, ownProperty } from '../json.ts';
import { parseNumber } from '../number.ts';
import type { InputType } from '../table/rule-table.ts';
import { Unknown } from '../unknown.ts';
import { Day, Instant, parseTime } from '../value.ts';
import type { Value } from '../value.ts';
import type { InputDeclaration } from './rule-set.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value of an input as its declaration says; unknown where the JSON value is not of the type. */
export function inputValue(json: unknown, type: InputType | undefined, name: string): Value {
  if (type === undefined || json === undefined || json === null) return fromJson(json, name);
  return typed(json, type, name) ?? new Unknown('argument', `${name} is no ${type}`);
}

function typed(json: unknown, type: InputType, name: string): Value | undefined {
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(json) ? fromJson(json, name) : undefined;
    case 'number':
      if (typeof json === 'string') return parseNumber(json);
      return typeof json === 'number' ? fromJson(json, name) : undefined;
    case 'string':
      return typeof json === 'string' ? json : undefined;
    case 'boolean':
      return typeof json === 'boolean' ? json : undefined;
    case 'duration':
      return typeof json === 'string' ? parseDuration(json) : undefined;
    case 'date':
    case 'datetime': {
      const time = typeof json === 'string' ? parseTime(json) : undefined;
      if (type === 'date') return time instanceof Day ? time : undefined;
      // Data without an offset is in UTC.
      return time instanceof Instant ? new Instant(time.time) : undefined;
    }
  }
}

/** The environment of rules over a record, which is asked for each time: it may be another one. */
export function inputEnvironment(
  inputs: readonly InputDeclaration[],
  record: () => JsonRecord,
  now: () => number,
): Environment {
  const types = new Map(inputs.map(({ name, type }) => [name, type]));
  const base = environment({
    now: 0,
    variable: (name) => inputValue(ownProperty(record(), name), types.get(name), name),
  });
  return {
    ...base,
    get now() {
      return now();
    },
  };
}
