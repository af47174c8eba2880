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
  const name = camelCase(field.name);
  if (!isReference(field)) return name;
  return field.type.cardinality === 'many' ? `${name}Ids` : `${name}Id`;
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
    return fields.map((field) => ({
      entity,
      field,
      path: fields.length === 1 ? entity.plural : `${entity.plural}-as-${field.name}`,
    }));
  });
}

/** @throws if the service has no such entity: the builder refuses dangling references. */
export function entityById(service: Service, id: string): Entity {
  const entity = service.entities.find((candidate) => candidate.id === id);
  if (!entity) throw new Error(`Service ${service.id} has no entity ${id}`);
  return entity;
}
