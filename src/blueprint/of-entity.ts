/** What is about an entity: an event, a permission. */
interface AboutEntity {
  readonly entity: string;
}

/** Which of a list are about which entity, found once for each list. */
const indexes = new WeakMap<readonly AboutEntity[], ReadonlyMap<string, readonly AboutEntity[]>>();

/**
 * Those of a service's events or permissions that are about the entity with that id, in their order. The
 * list is not searched for each entity anew: a service of a thousand has thousands of events.
 */
export function ofEntity<T extends AboutEntity>(list: readonly T[], id: string): readonly T[] {
  let index = indexes.get(list);
  if (index === undefined) {
    index = Map.groupBy(list, ({ entity }) => entity);
    indexes.set(list, index);
  }
  return (index.get(id) ?? []) as readonly T[];
}
