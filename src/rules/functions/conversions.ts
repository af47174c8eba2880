import { formatDuration, Duration } from '../duration.ts';
import { FunctionValue } from '../function-value.ts';
import { dateText, yearText } from '../json.ts';
import { formatNumber, parseNumber } from '../number.ts';
import { Unknown } from '../unknown.ts';
import { Day, Instant, isContext, isList, isNumeric, Range, Time } from '../value.ts';
import type { Value } from '../value.ts';
import { zoneText } from '../zones.ts';
import { isAbsent } from './builtin.ts';
import type { Builtin } from './builtin.ts';
import { localTime } from './times.ts';

export const conversions = {
  number: ([from, grouping, point]) => {
    if (from !== undefined && isNumeric(from)) return from;
    if (typeof from !== 'string') return undefined;
    const group = isAbsent(grouping) ? '' : grouping;
    const mark = isAbsent(point) ? '.' : point;
    if (typeof group !== 'string' || typeof mark !== 'string' || group === mark) return undefined;
    if (!/^[ ,.]?$/.test(group) || !/^[.,]$/.test(mark)) return undefined;
    const plain = group === '' ? from : from.replaceAll(group, '');
    return parseNumber(mark === ',' ? plain.replace(',', '.') : plain);
  },
  string: ([from]) => (from === undefined || from instanceof Unknown ? undefined : show(from)),
  'get value': ([context, key]) => {
    if (context === undefined || !isContext(context) || typeof key !== 'string') return undefined;
    return context.get(key) ?? new Unknown('missing', key);
  },
  'get entries': ([context]) => {
    if (context === undefined || !isContext(context)) return undefined;
    return [...context].map(
      ([key, value]) =>
        new Map<string, Value>([
          ['key', key],
          ['value', value],
        ]),
    );
  },
} satisfies Record<string, Builtin>;

/** The text of a value; inside of lists and contexts texts are quoted. */
export function show(value: Value, isInner = false): string {
  if (typeof value === 'string') return isInner ? JSON.stringify(value) : value;
  if (typeof value === 'boolean') return String(value);
  if (isNumeric(value)) return formatNumber(value);
  if (value instanceof Day) return dateText(value.time);
  if (value instanceof Instant) return `${isoText(localTime(value))}${zoneText(value.zone)}`;
  if (value instanceof Time)
    return `${isoText(value.local).split('T')[1] ?? ''}${zoneText(value.zone)}`;
  if (value instanceof FunctionValue)
    return `function(${value.parameters.map(({ name }) => name).join(', ')})`;
  if (value instanceof Duration) return formatDuration(value);
  if (value instanceof Unknown) return 'null';
  if (isList(value)) return `[${value.map((item) => show(item, true)).join(', ')}]`;
  if (value instanceof Range) {
    const end = (limit: Value | undefined) => (limit === undefined ? 'null' : show(limit, true));
    const { low, high, lowIncluded, highIncluded } = value;
    return `${lowIncluded ? '[' : '('}${end(low)}..${end(high)}${highIncluded ? ']' : ')'}`;
  }
  const entries = [...value].map(([name, item]) => `${name}: ${show(item, true)}`);
  return `{${entries.join(', ')}}`;
}

/** Without a zone, and without fractions of a second that are none. */
function isoText(time: number): string {
  return yearText(new Date(time).toISOString())
    .replace(/(\.\d*?)0*Z$/, '$1')
    .replace(/\.$/, '');
}
