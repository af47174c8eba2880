import { jsonName } from '#blueprint';
import type { Entity, Expression } from '#blueprint';
import { environment } from './interpret/environment.ts';
import type { Environment } from './interpret/environment.ts';
import { interpret } from './interpret/interpret.ts';
import { ownProperty, valueOf } from './json.ts';
import { Unknown } from './unknown.ts';
import type { Value } from './value.ts';

/** What a rule of the blueprint is evaluated against. Records are as JSON shows them, by JSON name. */
export interface Scope {
  readonly entity: Entity;
  readonly record: Readonly<Record<string, unknown>>;
  /** The record before the write; absent on create. */
  readonly previous?: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly roles: readonly string[];
  /** Answers what lies outside of the record; without it those parts are unknown. */
  readonly outside?: Environment['outside'];
}

/**
 * Evaluates an expression of the blueprint by three-valued logic: `true`, `false`, or undefined for
 * unknown. This is the reference that every target's lowering is held against, by the vectors in
 * test/vectors.
 */
export function evaluate(expression: Expression, scope: Scope): boolean | undefined {
  const value = valueIn(expression, scope);
  return typeof value === 'boolean' ? value : undefined;
}

/** The value of an expression of any type. */
export function valueIn(expression: Expression, scope: Scope): Value {
  return interpret(expression, recordEnvironment(scope));
}

function recordEnvironment({ entity, record, previous, now, roles, outside }: Scope): Environment {
  return environment({
    now,
    field: (name) => fieldValue(entity, name, record),
    previous: (name) =>
      previous ? fieldValue(entity, name, previous) : new Unknown('missing', `previous ${name}`),
    hasRole: (role) => roles.includes('owner') || roles.includes(role),
    ...(outside && { outside }),
  });
}

function fieldValue(
  entity: Entity,
  name: string,
  record: Readonly<Record<string, unknown>>,
): Value {
  const field = entity.fields.find((candidate) => candidate.name === name);
  return field
    ? valueOf(field.type, ownProperty(record, jsonName(field)), name)
    : new Unknown('missing', name);
}
