import type { Entity } from './entity.ts';
import type { Field } from './field.ts';
import type { FieldType } from './field-type.ts';
import { camelCase } from './names.ts';
import type { Service } from './service.ts';

/** The reference half of {@link FieldType}. */
export type ReferenceType = Extract<FieldType, { kind: 'reference' }>;
/** A field that is a relation. */
export type ReferenceField = Field & { readonly type: ReferenceType };

export function isReference(field: Field): field is ReferenceField {
  return field.type.kind === 'reference';
}

/** The name of a field in JSON: `dueDate`; `customerId` and `tagIds` for references to one and to many. */
export function jsonName(field: Field): string {
  if (!isReference(field)) return camelCase(field.name);
  return field.type.cardinality === 'many'
    ? `${camelCase(oneOf(field.name, field.type.entity))}Ids`
    : `${camelCase(field.name)}Id`;
}

/** `labels` of the entity `label` → `label`, `past-categories` of `category` → `past-category`; else less its `s`. */
function oneOf(name: string, entity: string): string {
  const plural = entity.endsWith('y') ? `${entity.slice(0, -1)}ies` : entity;
  const at = name.lastIndexOf(plural);
  const isWhole = at === 0 || name[at - 1] === '-';
  if (
    at >= 0 &&
    isWhole &&
    name.length - at - plural.length <= 3 &&
    !name.slice(at + plural.length).includes('-')
  )
    return name.slice(0, at) + entity;
  return name.replace(/(?<=[a-z](?:ss|sh|ch|x))es$|(?<=[a-z]{2})(?<![siu])s$/, '');
}

/** The fields that a request may set. */
export function writableFields(entity: Entity): readonly Field[] {
  return entity.fields.filter((field) => !field.readOnly && field.account === undefined);
}

/** The fields that an answer shows. */
export function readableFields(entity: Entity): readonly Field[] {
  return entity.fields.filter((field) => !field.secret);
}

/** A reference seen from the entity it points to. */
export interface Incoming {
  readonly entity: Entity;
  readonly field: ReferenceField;
  /** The path segment of the nested list: `tasks`, or `tasks-as-reviewer` where several references compete. */
  readonly path: string;
}

/** The references of a service that point to `target`, in the order of its entities and fields. */
export function incomingReferences(service: Service, target: Entity): readonly Incoming[] {
  return service.entities.flatMap((entity) => {
    const fields = entity.fields
      .filter(isReference)
      .filter((field) => field.type.entity === target.id);
    return fields.map((field) => incoming(entity, field, fields.length));
  });
}

/** The same for all targets at once, by entity id; entities that nothing refers to are left out. */
export function allIncomingReferences(service: Service): ReadonlyMap<string, readonly Incoming[]> {
  const all = new Map<string, Incoming[]>();
  for (const entity of service.entities) {
    const byTarget = Map.groupBy(entity.fields.filter(isReference), ({ type }) => type.entity);
    for (const [target, fields] of byTarget) {
      const found = all.get(target) ?? [];
      found.push(...fields.map((field) => incoming(entity, field, fields.length)));
      all.set(target, found);
    }
  }
  return all;
}

function incoming(entity: Entity, field: ReferenceField, competing: number): Incoming {
  const path = competing === 1 ? entity.plural : `${entity.plural}-as-${field.name}`;
  return { entity, field, path };
}

/** @throws if the service has no such entity: the builder refuses dangling references. */
export function entityById(service: Service, id: string): Entity {
  const entity = service.entities.find((candidate) => candidate.id === id);
  if (!entity) throw new Error(`Service ${service.id} has no entity ${id}`);
  return entity;
}
