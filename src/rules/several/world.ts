import type { Entity } from '#blueprint';

/** The records around the one that a rule is about, as JSON shows them, with their ids. */
export interface World {
  /** The entity with this id; undefined if there is none. */
  entity(id: string): Entity | undefined;
  /** All records of an entity that the caller's tenant has; undefined where they are not known. */
  records(entity: string): Iterable<Readonly<Record<string, unknown>>> | undefined;
  /** One of them by its id. */
  record(entity: string, id: string): Readonly<Record<string, unknown>> | undefined;
}

/** A world made of lists of records by entity id. */
export function worldOf(
  entities: readonly Entity[],
  records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
): World {
  const of = (id: string) => (Object.hasOwn(records, id) ? (records[id] ?? []) : []);
  return {
    entity: (id) => entities.find((entity) => entity.id === id),
    records: of,
    record: (entity, id) => of(entity).find((record) => record['id'] === id),
  };
}
