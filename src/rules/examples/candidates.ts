import { isReference, jsonName, operandsOf } from '#blueprint';
import type { Expression, Field, FieldType } from '#blueprint';
import { addDecimals, Decimal } from '../decimal.ts';
import { Duration } from '../duration.ts';
import { valueIn } from '../evaluate.ts';
import type { Scope } from '../evaluate.ts';
import { accepts } from './accepts.ts';
import type { ExampleSetting } from './example-setting.ts';
import { fieldExample } from './field-example.ts';
import { partsOf } from './expression-parts.ts';
import { textMatching } from './text-matching.ts';
import { valueToJson } from './value-to-json.ts';
import { decimalOf, integerOf } from '../number.ts';
import { Instant, isNumeric, isTime } from '../value.ts';
import type { Value } from '../value.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Values of a field that may change what the expressions say: none, each option, and whatever the
 * expressions compare with, a step below and a step above. All of them are values that the field takes.
 */
export function* candidates(
  field: Field,
  expressions: readonly Expression[],
  scope: Scope,
  setting: ExampleSetting,
): Iterable<unknown> {
  const seen = new Set<string>();
  for (const value of valuesFor(field, expressions, scope, setting)) {
    if (value === undefined || !accepts(field, value)) continue;
    const written = JSON.stringify(value);
    if (seen.has(written) || !canRefer(field, value, scope, setting)) continue;
    seen.add(written);
    yield value;
  }
}

/** What might be tried: each is worked out when those before did not help. */
function* valuesFor(
  field: Field,
  expressions: readonly Expression[],
  scope: Scope,
  setting: ExampleSetting,
): Iterable<unknown> {
  const parts = expressions.flatMap(partsOf);
  const compared = parts.map((part) => ({ value: valueIn(part, scope), moves: readsClock(part) }));
  const spans = compared.flatMap(({ value }) => (value instanceof Duration ? [value] : []));
  const long = [DAY, ...spans.map((span) => span.milliseconds + span.months * 30 * DAY)];
  // What lies at a limit comes first: it shows best where the limit is. One that moves has gone on when it is tried.
  for (const { value, moves } of compared)
    for (const near of around(value, moves ? [MINUTE, ...long] : [0, 1, ...long], field.type))
      yield valueToJson(field.type, near);
  yield* options(field, setting);
  for (const part of parts) yield* textsFor(part, field, scope);
  yield null;
  yield fieldExample(field, setting);
  yield fieldExample(field, { ...setting, serial: setting.serial + 1 });
}

/** False for a text that is no id of a record, such as a state that an expression compares with. */
function canRefer(field: Field, value: unknown, scope: Scope, setting: ExampleSetting): boolean {
  if (!isReference(field) || typeof value !== 'string') return true;
  const name = jsonName(field);
  const known = [scope.record[name], scope.previous?.[name], ...setting.references(field)];
  return known.includes(value);
}

function options(field: Field, setting: ExampleSetting): readonly unknown[] {
  const { type } = field;
  if (type.kind === 'boolean') return [true, false];
  if (type.kind === 'enum') return type.values.map(({ value }) => value);
  if (type.kind === 'list') return [[]];
  if (!isReference(field)) return [];
  const ids = setting.references(field);
  return type.kind === 'reference' && type.cardinality === 'many'
    ? [[], ids.slice(0, 1), ids.toSorted()]
    : ids;
}

/** The value, and its neighbours. */
function around(value: Value, steps: readonly number[], type: FieldType): readonly Value[] {
  if (isNumeric(value)) {
    const scale = scaleOf(type);
    const by = [scale, 0].flatMap((digits) =>
      [0n, 1n, -1n].map((units) => new Decimal(units, digits)),
    );
    return by.map((step) => addDecimals(decimalOf(value), step));
  }
  if (isTime(value)) {
    const times = steps.flatMap((step) => (step === 0 ? [0] : [step, -step]));
    return times.map((by) => new Instant(value.time + by));
  }
  return [value];
}

function readsClock(expression: Expression): boolean {
  return expression.kind === 'now' || operandsOf(expression).some(readsClock);
}

/** Digits after the point of the smallest step. */
function scaleOf(type: FieldType): number {
  if (type.kind === 'decimal') return type.scale;
  return type.kind === 'integer' ? 0 : 2;
}

/** Texts and lists for what asks for a length or a pattern. */
function textsFor(part: Expression, field: Field, scope: Scope): readonly unknown[] {
  if (part.kind === 'matches') {
    return [textMatching(part.pattern, 0), textMatching(part.pattern, 1), 'x', '-'];
  }
  if (part.kind !== 'compare') return [];
  const isLength = part.left.kind === 'length' || part.right.kind === 'length';
  const limit = valueIn(part.left.kind === 'length' ? part.right : part.left, scope);
  const length = integerOf(limit);
  if (!isLength || length === undefined) return [];
  return [length - 1, length, length + 1]
    .filter((count) => count >= 0 && count <= 2000)
    .map((count) => ofLength(field.type, count));
}

function ofLength(type: FieldType, count: number): unknown {
  return type.kind === 'list' ? Array.from({ length: count }, () => 'x') : 'x'.repeat(count);
}
