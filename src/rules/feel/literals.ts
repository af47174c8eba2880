import type { Literal } from '#blueprint';
import { formatNumber, parseNumber } from '../number.ts';
import { parseDuration } from '../duration.ts';
import { Day, Instant, parseTime } from '../value.ts';

export function textLiteral(value: string): Literal {
  return { kind: 'literal', type: 'string', value };
}

export function booleanLiteral(value: boolean): Literal {
  return { kind: 'literal', type: 'boolean', value: String(value) };
}

/** Undefined for a number that is too large. */
export function numberLiteral(text: string): Literal | undefined {
  if (/^-?\d{1,100}$/.test(text)) return { kind: 'literal', type: 'integer', value: text };
  if (/^-?\d{1,100}\.\d{1,100}$/.test(text))
    return { kind: 'literal', type: 'decimal', value: text };
  const value = parseNumber(text.replace(/^(-?)\./, '$10.'));
  return value === undefined ? undefined : numberLiteral(formatNumber(value));
}

/** The constant that a text in ISO 8601 stands for; a time without an offset is in UTC. */
export function temporalLiteral(text: string): Literal | undefined {
  if (parseDuration(text)) return { kind: 'literal', type: 'duration', value: text };
  const time = parseTime(text);
  if (time instanceof Day) return { kind: 'literal', type: 'date', value: text };
  if (!(time instanceof Instant)) return undefined;
  const value = /(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`;
  return { kind: 'literal', type: 'datetime', value };
}
