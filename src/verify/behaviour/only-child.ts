import { entityById } from '#blueprint';
import type { Entity, ReferenceField, Service } from '#blueprint';

/**
 * Whether of all records that one account writes only one can name the same other record: where the reference is
 * unique, or what is unique is the reference together with the account ("one application for each user and opening").
 */
export function isOnlyChild(service: Service, entity: Entity, field: ReferenceField): boolean {
  if (field.unique) return true;
  const isOwn = (name: string) => {
    const other = entity.fields.find((each) => each.name === name);
    return other?.type.kind === 'reference' && entityById(service, other.type.entity).account;
  };
  return entity.keys.some(
    ({ fields }) =>
      fields.includes(field.name) && fields.every((name) => name === field.name || isOwn(name)),
  );
}
