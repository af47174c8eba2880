import { orderOf } from '../compare.ts';
import { parseFeel } from '../feel/parse-feel.ts';
import { literalValue } from '../json.ts';
import type { RuleExpression } from '../language/expression.ts';
import { Range } from '../value.ts';
import type { Value } from '../value.ts';
import type { Builtin } from './builtin.ts';
import { dates } from './dates.ts';
import { times } from './times.ts';

/** How points and ranges lie to each other (DMN 1.5, table 78), and ranges from texts. */
export const ranges = {
  range: ([from]) => (typeof from === 'string' ? rangeFrom(from) : undefined),
  before: pair(isBefore),
  after: pair((a, b) => isBefore(b, a)),
  meets: pair(doMeet, 'range', 'range'),
  'met by': pair((a, b) => doMeet(b, a), 'range', 'range'),
  overlaps: pair((a, b) => a.ends(b.low) && b.ends(a.low), 'range', 'range'),
  'overlaps before': pair(doOverlapBefore, 'range', 'range'),
  'overlaps after': pair((a, b) => doOverlapBefore(b, a), 'range', 'range'),
  finishes: pair(doesFinish, 'any', 'range'),
  'finished by': pair((a, b) => doesFinish(b, a), 'range', 'any'),
  includes: pair(doesInclude, 'range', 'any'),
  during: pair((a, b) => doesInclude(b, a), 'any', 'range'),
  starts: pair(doesStart, 'any', 'range'),
  'started by': pair((a, b) => doesStart(b, a), 'range', 'any'),
  coincides: pair(
    (a, b) =>
      a.low.compare(b.low) === 0 &&
      a.high.compare(b.high) === 0 &&
      a.low.isIncluded === b.low.isIncluded &&
      a.high.isIncluded === b.high.isIncluded,
  ),
} satisfies Record<string, Builtin>;

/** An end of a span. */
class End {
  readonly value: Value;
  readonly isIncluded: boolean;

  constructor(value: Value, isIncluded: boolean) {
    this.value = value;
    this.isIncluded = isIncluded;
  }

  /** NaN where there is no order: then nothing holds. */
  compare(other: End): number {
    const order = orderOf(this.value, other.value);
    return typeof order === 'number' ? order : Number.NaN;
  }
}

/** A range with both ends, or a point as a range of itself. */
class Span {
  readonly low: End;
  readonly high: End;

  constructor(low: End, high: End) {
    this.low = low;
    this.high = high;
  }

  /** True if it does not end before another begins. */
  ends(start: End): boolean {
    const order = this.high.compare(start);
    return order > 0 || (order === 0 && this.high.isIncluded && start.isIncluded);
  }
}

function isBefore(a: Span, b: Span): boolean {
  const order = a.high.compare(b.low);
  return order < 0 || (order === 0 && !(a.high.isIncluded && b.low.isIncluded));
}

function doMeet(a: Span, b: Span): boolean {
  return a.high.compare(b.low) === 0 && a.high.isIncluded && b.low.isIncluded;
}

function doOverlapBefore(a: Span, b: Span): boolean {
  const order = a.low.compare(b.low);
  const startsFirst = order < 0 || (order === 0 && a.low.isIncluded && !b.low.isIncluded);
  return startsFirst && a.ends(b.low) && endsNoLater(a, b);
}

function doesFinish(a: Span, b: Span): boolean {
  return sameEnd(a.high, b.high) && startsNoEarlier(a, b);
}

function doesStart(a: Span, b: Span): boolean {
  return sameEnd(a.low, b.low) && endsNoLater(a, b);
}

function doesInclude(a: Span, b: Span): boolean {
  return startsNoEarlier(b, a) && endsNoLater(b, a);
}

function sameEnd(a: End, b: End): boolean {
  return a.compare(b) === 0 && a.isIncluded === b.isIncluded;
}

function startsNoEarlier(a: Span, b: Span): boolean {
  const order = a.low.compare(b.low);
  return order > 0 || (order === 0 && (!a.low.isIncluded || b.low.isIncluded));
}

function endsNoLater(a: Span, b: Span): boolean {
  const order = a.high.compare(b.high);
  return order < 0 || (order === 0 && (!a.high.isIncluded || b.high.isIncluded));
}

function pair(
  holds: (a: Span, b: Span) => boolean,
  first: 'any' | 'range' = 'any',
  second: 'any' | 'range' = 'any',
): Builtin {
  return ([one, other]) => {
    const a = one === undefined ? undefined : spanOf(one, first);
    const b = other === undefined ? undefined : spanOf(other, second);
    if (!a || !b || typeof orderOf(a.low.value, b.low.value) !== 'number') return undefined;
    return holds(a, b);
  };
}

function spanOf(value: Value, form: 'any' | 'range'): Span | undefined {
  if (!(value instanceof Range))
    return form === 'range' ? undefined : new Span(new End(value, true), new End(value, true));
  const { low, high, lowIncluded, highIncluded } = value;
  if (low === undefined || high === undefined) return undefined;
  return new Span(new End(low, lowIncluded), new End(high, highIncluded));
}

/** Constants only: nothing of the text is looked up. */
function rangeFrom(text: string): Range | undefined {
  const { value } = parseFeel(text);
  if (value?.kind !== 'range' || !/^\s*[[(\]]/.test(text)) return undefined;
  const { lowIncluded, highIncluded } = value;
  const [low, high] = [value.low, value.high].map((end) => end && constantOf(end));
  if (low === undefined || high === undefined) return undefined;
  const order = orderOf(low, high);
  if (typeof order !== 'number' || order > 0) return undefined;
  return new Range(low, high, { lowIncluded, highIncluded });
}

function constantOf(expression: RuleExpression): Value | undefined {
  if (expression.kind === 'literal') return literalValue(expression);
  if (expression.kind !== 'call') return undefined;
  const makers: Readonly<Record<string, Builtin>> = { ...dates, ...times };
  const maker = makers[expression.function];
  const args = expression.arguments.map(constantOf);
  return maker && args.every((one) => one !== undefined) ? maker(args) : undefined;
}
