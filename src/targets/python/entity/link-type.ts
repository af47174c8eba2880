import { pascalCase } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { entityNames } from '../names.ts';

/** The class of the pairs of a reference to many: `OrderPartsLink`. */
export function linkType(entity: Entity, field: Field): string {
  return `${entityNames(entity).type}${pascalCase(field.name)}Link`;
}
