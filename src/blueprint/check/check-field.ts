import type { Entity } from '../entity.ts';
import type { Field } from '../field.ts';
import type { FieldType } from '../field-type.ts';
import type { ServiceScope } from './checker.ts';
import { isPortable, isQuickFor } from './usable-pattern.ts';
import { fitsType, isDate, isDecimal, isTime } from './values.ts';

/** Checks one field: where it leads, its limits, its pattern and its default. */
export function checkField(scope: ServiceScope, entity: Entity, field: Field): void {
  if (field.type.kind === 'reference') checkReference(scope, entity, field, field.type);
  if (field.account === 'role') scope.checker.rolesIn(field);
  checkLimits(scope, field);
  checkPattern(scope, field);
  checkDefault(scope, field);
}

function checkReference(
  { checker, entities }: ServiceScope,
  entity: Entity,
  field: Field,
  type: Extract<FieldType, { kind: 'reference' }>,
): void {
  const { id } = field;
  if (!entities.has(type.entity))
    checker.report('unknown-entity', { id, entity: type.entity }, field);
  if (field.required && type.cardinality === 'one') {
    if (entity.account) checker.report('account-needs-record', { id }, field);
    if (type.onDelete === 'clear') checker.report('cannot-clear', { id }, field);
  }
}

function checkLimits({ checker }: ServiceScope, field: Field): void {
  const { id, type, min, max, minLength, maxLength } = field;
  const say = (problem: string) => checker.report('bad-limit', { id, problem }, field);
  const isRead = limitReader(type);
  for (const bound of [min, max]) {
    if (!bound) continue;
    if (!isRead) say(`a ${type.kind} has no least or greatest value`);
    else if (!isRead(bound.value)) say(`'${bound.value}' is no ${type.kind}`);
  }
  if (min && max && isRead?.(min.value) && isRead(max.value)) {
    const order = compare(type, min.value, max.value);
    if (order > 0 || (order === 0 && (min.exclusive || max.exclusive))) {
      say(`${min.value} is not below ${max.value}`);
    }
  }
  if (minLength === undefined && maxLength === undefined) return;
  if (!isText(type) && type.kind !== 'list') say(`a ${type.kind} has no length`);
  if ((minLength ?? 0) > (maxLength ?? Infinity)) say(`${minLength} is more than ${maxLength}`);
}

function limitReader({ kind }: FieldType): ((text: string) => boolean) | undefined {
  switch (kind) {
    case 'integer':
    case 'number':
    case 'decimal':
    case 'money':
      return isDecimal;
    case 'date':
      return isDate;
    case 'datetime':
      return (text) => isTime(text) || isDate(text);
    default:
      return undefined;
  }
}

function compare({ kind }: FieldType, a: string, b: string): number {
  const isMoment = kind === 'date' || kind === 'datetime';
  return isMoment ? Date.parse(a) - Date.parse(b) : Number(a) - Number(b);
}

function checkPattern({ checker }: ServiceScope, field: Field): void {
  const { id, type, pattern } = field;
  if (pattern === undefined) return;
  if (!isText(type)) {
    checker.report('bad-limit', { id, problem: `a ${type.kind} has no pattern` }, field);
  } else if (!isPortable(pattern)) checker.report('bad-pattern', { id, pattern }, field);
  else if (!isQuickFor(field, pattern)) checker.report('slow-pattern', { id, pattern }, field);
}

function checkDefault({ checker }: ServiceScope, field: Field): void {
  const { id, type, default: given } = field;
  if (!given) return;
  const say = (value: string, problem: string) =>
    checker.report('bad-default', { id, value, problem }, field);
  if (given.kind === 'now' && type.kind !== 'datetime')
    say("'now'", `is a time, not a ${type.kind}`);
  if (given.kind === 'today' && type.kind !== 'date')
    say("'today'", `is a date, not a ${type.kind}`);
  if (given.kind === 'value' && !fitsType(type, given.value)) {
    say(JSON.stringify(given.value), `is no value of type ${type.kind}`);
  }
}

function isText({ kind }: FieldType): boolean {
  return ['string', 'text', 'email', 'url', 'phone'].includes(kind);
}
