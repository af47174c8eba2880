import type { Entity } from '#blueprint';
import { namesOf } from '../names.ts';
import type { Link } from './document.ts';
import type { PathContext } from './operation.ts';

/** What can be done with a record that was just created: read, change and delete it, list what refers to it. */
export function creationLinks(context: PathContext, entity: Entity): Record<string, Link> {
  const { get, replace, update, delete: remove } = namesOf(context.names, entity).operations;
  const own = [get, replace, update, remove].map((id): [string, Link] => [id, byId(id)]);
  return { ...Object.fromEntries(own), ...nestedLinks(context, entity) };
}

/** The lists of the records that refer to one. */
export function nestedLinks(context: PathContext, entity: Entity): Record<string, Link> {
  const { nested } = namesOf(context.names, entity);
  const links = (context.incoming.get(entity.id) ?? []).map(({ path }): [string, Link] => {
    const id = nested.get(path) ?? path;
    return [id, byId(id)];
  });
  return Object.fromEntries(links);
}

function byId(operationId: string): Link {
  return { operationId, parameters: { id: '$response.body#/id' } };
}
