import type { Entity, Service } from '#blueprint';

/** Where an expression is evaluated: on a record, or on a row around which is the record of the rule. */
export interface Place {
  readonly service: Pick<Service, 'entities'>;
  readonly entity: Entity;
  readonly around?: Place;
}

/** The place of the rows of another entity. */
export function rowsPlace(around: Place, id: string): Place | undefined {
  const entity = around.service.entities.find((candidate) => candidate.id === id);
  return entity && { service: around.service, entity, around };
}

/** The entity that a reference to one record names. */
export function relatedEntity({ service, entity }: Place, via: string): Entity | undefined {
  const type = entity.fields.find(({ name }) => name === via)?.type;
  if (type?.kind !== 'reference' || type.cardinality !== 'one') return undefined;
  return service.entities.find(({ id }) => id === type.entity);
}
