import type { Entity, Incoming } from '#blueprint';
import { namesOf } from '../names.ts';
import { canBeHeld, canBeTaken } from './conflicts.ts';
import type { Operation, PathItem } from './document.ts';
import { creationLinks, nestedLinks } from './links.ts';
import { entityOperation, jsonBody, pageAnswer, patchBody, recordAnswer } from './operation.ts';
import type { PathContext } from './operation.ts';
import { header } from './headers.ts';
import { bodyProblems } from './problems.ts';
import { shared } from './shared-parameters.ts';

/** The paths of one entity: its list, its records, and the lists nested in them. */
export function resourcePaths(context: PathContext, entity: Entity): Record<string, PathItem> {
  const base = `/api/${entity.plural}`;
  const nested = (context.incoming.get(entity.id) ?? []).map((incoming): [string, PathItem] => [
    `${base}/{id}/${incoming.path}`,
    { get: nestedListOperation(context, entity, incoming) },
  ]);
  return {
    [base]: {
      get: listOperation(context, entity),
      ...(entity.account ? {} : { post: createOperation(context, entity) }),
    },
    [`${base}/{id}`]: {
      get: getOperation(context, entity),
      put: writeOperation(context, entity, 'replace'),
      patch: writeOperation(context, entity, 'update'),
      ...(entity.account ? {} : { delete: deleteOperation(context, entity) }),
    },
    ...Object.fromEntries(nested),
  };
}

function listOperation(context: PathContext, entity: Entity): Operation {
  return entityOperation(context, entity, {
    id: namesOf(context.names, entity).operations.list,
    summary: `List ${words(entity.plural)}`,
    action: 'read',
    parameters: context.lists.get(entity.id) ?? [],
    success: { 200: pageAnswer(context, entity) },
  });
}

function nestedListOperation(context: PathContext, parent: Entity, incoming: Incoming): Operation {
  const { entity, field, path } = incoming;
  return entityOperation(context, entity, {
    id: namesOf(context.names, parent).nested.get(path) ?? path,
    summary: `List ${words(entity.plural)} of ${words(parent.name)}`,
    text: `The records whose \`${field.name}\` is the ${words(parent.name)}.`,
    action: 'read',
    parameters: [shared('id'), ...(context.lists.get(entity.id) ?? [])],
    success: { 200: pageAnswer(context, entity) },
    problems: [404],
  });
}

function createOperation(context: PathContext, entity: Entity): Operation {
  const { create, operations } = namesOf(context.names, entity);
  return entityOperation(context, entity, {
    id: operations.create,
    summary: `Create ${words(entity.name)}`,
    action: 'create',
    parameters: [shared('idempotencyKey')],
    body: jsonBody(context, create),
    success: {
      201: recordAnswer(context, entity, 'The new record.', {
        headers: {
          ...header('Location', 'Location'),
          ...header('Idempotency-Replayed', 'IdempotencyReplayed'),
        },
        links: creationLinks(context, entity),
      }),
    },
    problems: [...bodyProblems, ...(canBeTaken(entity) ? ([409] as const) : [])],
  });
}

function getOperation(context: PathContext, entity: Entity): Operation {
  return entityOperation(context, entity, {
    id: namesOf(context.names, entity).operations.get,
    summary: `Get ${words(entity.name)}`,
    action: 'read',
    parameters: [shared('id'), shared('ifNoneMatch')],
    success: {
      200: recordAnswer(context, entity, 'The record.', { links: nestedLinks(context, entity) }),
      304: {
        description: 'The caller knows the record as it is.',
        headers: { ...header('ETag', 'ETag'), ...header('X-Request-Id', 'RequestId') },
      },
    },
    problems: [404],
  });
}

function writeOperation(
  context: PathContext,
  entity: Entity,
  kind: 'replace' | 'update',
): Operation {
  const names = namesOf(context.names, entity);
  const conflicts = canBeTaken(entity) || entity.lifecycle !== undefined;
  return entityOperation(context, entity, {
    id: names.operations[kind],
    summary: `${kind === 'replace' ? 'Replace' : 'Update'} ${words(entity.name)}`,
    text:
      kind === 'replace'
        ? 'Sets every writable property; what is left out takes its default, else `null`.'
        : 'A JSON merge patch (RFC 7396): sets the properties that it names; `null` clears one.',
    action: 'update',
    parameters: [shared('id'), shared('ifMatch')],
    body: kind === 'replace' ? jsonBody(context, names.replace) : patchBody(context, names.patch),
    success: { 200: recordAnswer(context, entity, 'The record as it is now.') },
    problems: [404, 412, ...bodyProblems, ...(conflicts ? ([409] as const) : [])],
  });
}

function deleteOperation(context: PathContext, entity: Entity): Operation {
  return entityOperation(context, entity, {
    id: namesOf(context.names, entity).operations.delete,
    summary: `Delete ${words(entity.name)}`,
    action: 'delete',
    parameters: [shared('id'), shared('ifMatch')],
    success: {
      204: { description: 'It is gone.', headers: header('X-Request-Id', 'RequestId') },
    },
    problems: [404, 412, 413, 415, ...(canBeHeld(context, entity) ? ([409] as const) : [])],
  });
}

function words(name: string): string {
  return name.replaceAll('-', ' ');
}
