import type { Entity, Field } from '#blueprint';

/** True for a property that requests set and answers do not show on this entity's own terms. */
export function isWritable(field: Field): boolean {
  return !field.readOnly && !field.account;
}

/** True where a value may be missing from a record. */
export function isOptional(entity: Entity, field: Field): boolean {
  const settable = !field.readOnly || field.default !== undefined;
  const isState = entity.lifecycle?.field === field.name;
  return !((field.required && settable && field.account !== 'role') || isState);
}
