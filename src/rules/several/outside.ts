import { jsonName } from '#blueprint';
import type { Entity } from '#blueprint';
import type { Environment, Outside } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import { ownProperty, valueOf } from '../json.ts';
import type { RuleExpression } from '../language/expression.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';
import { aggregateOf } from './aggregate.ts';
import type { World } from './world.ts';

type Json = Readonly<Record<string, unknown>>;

/** A record that is looked at: a row of an aggregate has the record that the rule is about around it. */
export interface Place {
  readonly entity: Entity;
  readonly record: Json;
  readonly around?: Place;
}

/** Answers the parts of an expression that lie outside of the record, from a world. */
export function outsideOf(
  world: World,
  place: Place,
  base: () => Environment,
): (expression: Outside) => Value {
  return (expression) => {
    switch (expression.kind) {
      case 'outer':
        return place.around
          ? fieldOf(place.around, expression.field)
          : new Unknown('outside', expression.field);
      case 'related':
        return related(world, place, expression.via, expression.field);
      case 'aggregate':
        return aggregate(world, place, expression, base());
    }
  };
}

/** The value of a field of a record, by the field's name. */
export function fieldOf({ entity, record }: Place, name: string): Value {
  const field = entity.fields.find((candidate) => candidate.name === name);
  return field
    ? valueOf(field.type, ownProperty(record, jsonName(field)), name)
    : new Unknown('missing', name);
}

function related(world: World, { entity, record }: Place, via: string, name: string): Value {
  const reference = entity.fields.find((candidate) => candidate.name === via);
  if (reference?.type.kind !== 'reference') return new Unknown('outside', via);
  const target = world.entity(reference.type.entity);
  const id = ownProperty(record, jsonName(reference));
  const found = target && typeof id === 'string' && world.record(target.id, id);
  return found ? fieldOf({ entity: target, record: found }, name) : new Unknown('missing', via);
}

function aggregate(
  world: World,
  around: Place,
  { via, where, value, ...rest }: Extract<Outside, { kind: 'aggregate' }>,
  base: Environment,
): Value {
  const rows = world.entity(rest.entity);
  if (!rows) return new Unknown('outside', rest.entity);
  const reference = rows.fields.find(({ name }) => name === via);
  if (via !== undefined && !reference) return new Unknown('outside', via);
  const own = ownProperty(around.record, 'id');
  const known = world.records(rest.entity);
  if (!known) return new Unknown('outside', rest.entity);
  const values: Value[] = [];
  for (const record of rest.entity === around.entity.id ? withOwn(known, around.record) : known) {
    if (reference && !refersTo(ownProperty(record, jsonName(reference)), own)) continue;
    const place: Place = { entity: rows, record, around };
    const inner = (part: RuleExpression): Value => interpret(part, inside(world, place, base));
    if (where && inner(where) !== true) continue;
    values.push(value ? inner(value) : true);
  }
  return aggregateOf(rest.function, values);
}

/** A record is one of its kind, as it will be. */
function* withOwn(records: Iterable<Json>, own: Json): Generator<Json> {
  for (const record of records) {
    if (ownProperty(record, 'id') !== ownProperty(own, 'id')) yield record;
  }
  yield own;
}

/** The environment of a row: it has its own fields, and nothing was before. */
function inside(world: World, place: Place, base: Environment): Environment {
  const env: Environment = {
    ...base,
    field: (name) => fieldOf(place, name),
    previous: (name) => new Unknown('missing', `previous ${name}`),
    outside: outsideOf(world, place, () => env),
  };
  return env;
}

function refersTo(value: unknown, id: unknown): boolean {
  return Array.isArray(value) ? value.includes(id) : value !== undefined && value === id;
}
