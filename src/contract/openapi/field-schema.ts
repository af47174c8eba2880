import type { Entity, Field } from '#blueprint';
import { exampleOf } from '../example/example-of.ts';
import { describeField, sourceLines } from './describe.ts';
import type { Schema } from './document.ts';
import { withLimits } from './limits.ts';
import { nullable, typeSchema } from './type-schema.ts';

/** Where a property stands: in an answer, or in the body of one of the three writes. */
export type Place = 'answer' | 'create' | 'replace' | 'patch';

/** The schema of a field in one place, with its limits, description and example. `json` names the schema of any JSON. */
export function fieldSchema(entity: Entity, field: Field, place: Place, json: string): Schema {
  const schema = valueSchema(entity, field, place, json);
  return {
    description: describeField(field),
    ...schema,
    ...defaultOf(entity, field, place),
    ...(field.secret ? { writeOnly: true } : {}),
    examples: [exampleOf(entity, field, schema)],
    ...(place === 'answer' ? sourceLines(field) : {}),
  };
}

/** True if a body of that place must hold the property. */
export function mustBeGiven(entity: Entity, field: Field, place: Place): boolean {
  return place === 'answer' || (place !== 'patch' && !mayBeNull(entity, field, place));
}

/** True if the property has the same schema in the bodies of all writes. */
export function isSameInWrites(entity: Entity, field: Field): boolean {
  return initialState(entity, field) === undefined && field.default?.kind !== 'value';
}

function valueSchema(entity: Entity, field: Field, place: Place, json: string): Schema {
  const schema =
    place === 'answer'
      ? typeSchema(field.type, 'answer', json)
      : withLimits(typeSchema(field.type, 'request', json), field);
  const initial = place === 'create' ? initialState(entity, field) : undefined;
  const narrowed = initial === undefined ? schema : { ...schema, enum: [initial] };
  if (mayBeNull(entity, field, place)) return nullable(narrowed);
  // Any JSON includes null: where that would mean absent, it has to be taken out.
  return field.type.kind === 'json' ? { ...narrowed, not: { type: 'null' } } : narrowed;
}

/** In a request `null` means absent (SP-1.12); references to many are empty rather than null in answers. */
function mayBeNull(entity: Entity, field: Field, place: Place): boolean {
  const initial = initialState(entity, field);
  const hasDefault = field.default !== undefined || initial !== undefined;
  if (place !== 'answer') return !field.required || hasDefault;
  if (field.type.kind === 'reference' && field.type.cardinality === 'many') return false;
  if (initial !== undefined || field.account !== undefined) return false;
  return !field.required || (field.readOnly && !hasDefault);
}

/** A new record is in the initial state (SP-10.1), which makes it the state field's default. */
function initialState(entity: Entity, field: Field): string | undefined {
  return entity.lifecycle?.field === field.name ? entity.lifecycle.initial : undefined;
}

/** A replacement without the state keeps it (SP-10.2), a patch without a property keeps that. */
function defaultOf(entity: Entity, field: Field, place: Place): Schema {
  if (place === 'answer' || place === 'patch') return {};
  const initial = initialState(entity, field);
  if (initial !== undefined) return place === 'create' ? { default: initial } : {};
  return field.default?.kind === 'value' ? { default: field.default.value } : {};
}
