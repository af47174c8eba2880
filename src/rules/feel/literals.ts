import type { Literal } from '#blueprint';
import { formatNumber, parseNumber } from '../number.ts';
import { parseDuration } from '../duration.ts';
import type { RuleExpression } from '../language/expression.ts';
import { Day, Instant, parseClock, parseTime } from '../value.ts';

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

/** The constant that a text in ISO 8601 stands for. Times that are not of UTC are no constants: their zone is kept. */
export function temporalLiteral(text: string): Literal | undefined {
  if (parseDuration(text)) return { kind: 'literal', type: 'duration', value: text };
  const time = parseTime(text);
  if (time instanceof Day) return { kind: 'literal', type: 'date', value: text };
  if (!(time instanceof Instant) || !text.endsWith('Z')) return undefined;
  return { kind: 'literal', type: 'datetime', value: text };
}

/** What stands behind `@`: a constant, or a call where there is none that says as much. */
export function temporal(text: string): RuleExpression | undefined {
  const literal = temporalLiteral(text);
  if (literal) return literal;
  const call = (name: 'time' | 'date and time'): RuleExpression => {
    return { kind: 'call', function: name, arguments: [textLiteral(text)] };
  };
  if (parseTime(text)) return call('date and time');
  return parseClock(text) ? call('time') : undefined;
}
