import { entityById, isReference, operandsOf } from '#blueprint';
import type { Entity, Expression, Field, ReferenceField, Service } from '#blueprint';

/** The names on a circle of required references that begins at the entity, where there is one. */
export function requiredCycle(service: Service, entity: Entity): readonly string[] | undefined {
  return walk(service, entity, []);
}

function walk(
  service: Service,
  entity: Entity,
  path: readonly string[],
): readonly string[] | undefined {
  if (path.includes(entity.name)) return [...path, entity.name];
  if (entity.account) return undefined;
  for (const field of entity.fields.filter(isReference).filter(({ required }) => required)) {
    const target = entityById(service, field.type.entity);
    const found = walk(service, target, [...path, entity.name]);
    if (found) return found;
  }
  return undefined;
}

/** True if two records can't refer to the same parent, or only a few can. */
export function needsOwnParent(service: Service, entity: Entity, field: ReferenceField): boolean {
  if (field.unique) return true;
  const target = entityById(service, field.type.entity);
  if (target.rules.some(({ expression }) => counts(expression, entity, field.name))) return true;
  if (entity.rules.some(({ expression }) => countsOwnKind(expression, entity))) return true;
  return entity.keys.some((key) => {
    const fields = entity.fields.filter(({ name }) => key.fields.includes(name));
    return fields.includes(field) && !fields.some(isPlentiful);
  });
}

/** True if a rule or guard of the entity reads what the field refers to: then that should hold something. */
export function readsParent(entity: Entity, { name }: ReferenceField): boolean {
  const guards = entity.lifecycle?.transitions.flatMap(({ guard }) => guard ?? []) ?? [];
  const all = [...entity.rules.map(({ expression }) => expression), ...guards];
  return all.some((expression) => readsRelated(expression, name));
}

function readsRelated(expression: Expression, via: string): boolean {
  if (expression.kind === 'related') return expression.via === via;
  return operandsOf(expression).some((part) => readsRelated(part, via));
}

/** True if the expression counts the rows of an entity that refer by a field. */
function counts(expression: Expression, entity: Entity, via: string): boolean {
  if (expression.kind === 'aggregate') {
    return expression.entity === entity.id && expression.via === via;
  }
  return operandsOf(expression).some((part) => counts(part, entity, via));
}

/** True if the expression counts other records of the entity, whatever they refer to. */
export function countsOwnKind(expression: Expression, entity: Entity): boolean {
  if (expression.kind === 'aggregate') {
    return expression.entity === entity.id && expression.via === undefined;
  }
  return operandsOf(expression).some((part) => countsOwnKind(part, entity));
}

/** True if the field has a different value for nearly every serial. */
function isPlentiful({ type, readOnly }: Field): boolean {
  return !readOnly && !['boolean', 'enum', 'reference'].includes(type.kind);
}
