import type { Entity, Expression } from '#blueprint';
import { environment } from './interpret/environment.ts';
import type { Environment } from './interpret/environment.ts';
import { interpret } from './interpret/interpret.ts';
import { fieldOf, outsideOf } from './several/outside.ts';
import type { Place } from './several/outside.ts';
import type { World } from './several/world.ts';
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
  /** Where the record is a row of an aggregate: the record that the rule is about. */
  readonly around?: Place;
  /** The records around this one; without them what lies outside of the record is unknown. */
  readonly world?: World;
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

function recordEnvironment(scope: Scope): Environment {
  const { entity, record, previous, now, roles, world, around } = scope;
  const place: Place = { entity, record, ...(around && { around }) };
  const env: Environment = environment({
    now,
    field: (name) => fieldOf(place, name),
    previous: (name) =>
      previous
        ? fieldOf({ entity, record: previous }, name)
        : new Unknown('missing', `previous ${name}`),
    hasRole: (role) => roles.includes('owner') || roles.includes(role),
    ...(world && { outside: outsideOf(world, place, () => env) }),
  });
  return env;
}
