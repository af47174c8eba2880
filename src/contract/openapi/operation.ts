import type { Entity, Incoming, Operation as Action, Service } from '#blueprint';
import { namesOf } from '../names.ts';
import type { ContractNames } from '../names.ts';
import { describeOperation, isRestricted, sourceLines } from './describe.ts';
import type { Operation, Parameter, Reference, RequestBody, Response, Schema } from './document.ts';
import { header } from './headers.ts';
import { alwaysPossible, problemResponses } from './problems.ts';
import type { ProblemStatus } from './problems.ts';

/** What the paths of a service are made from. */
export interface PathContext {
  readonly service: Service;
  readonly names: ContractNames;
  /** What refers to an entity, by its id. */
  readonly incoming: ReadonlyMap<string, readonly Incoming[]>;
  /** Component schemas: bodies show the examples of theirs. */
  readonly schemas: Readonly<Record<string, Schema>>;
  /** What refers to the parameters of an entity's lists, by its id. */
  readonly lists: ReadonlyMap<string, readonly Reference[]>;
}

interface EntityOperation {
  readonly id: string;
  readonly summary: string;
  readonly text?: string;
  readonly action: Action;
  readonly parameters: readonly (Parameter | Reference)[];
  readonly body?: RequestBody;
  readonly success: Readonly<Record<string, Response>>;
  /** Beside those that any operation can answer, and those of who may do it. */
  readonly problems?: readonly ProblemStatus[];
}

/** An operation of an entity, with who may do it, its rules, and all answers. */
export function entityOperation(
  context: PathContext,
  entity: Entity,
  given: EntityOperation,
): Operation {
  const description = describeOperation(context.service, entity, given.action, given.text);
  return {
    operationId: given.id,
    summary: given.summary,
    ...(description === '' ? {} : { description }),
    tags: [namesOf(context.names, entity).tag],
    parameters: given.parameters,
    ...(given.body ? { requestBody: given.body } : {}),
    responses: byStatus({
      ...given.success,
      ...problemResponses([
        ...alwaysPossible,
        ...accessProblems(context.service, entity, given.action),
        ...(given.problems ?? []),
      ]),
    }),
    ...sourceLines(entity),
  };
}

/**
 * The same answers in a sixth of the memory. Statuses are indices, and an object with the index 503 gets room for
 * 770 elements, unless one of them is defined as fixed: then they go into a hash table.
 */
function byStatus(answers: Operation['responses']): Operation['responses'] {
  const compact = {};
  for (const [status, value] of Object.entries(answers))
    Object.defineProperty(compact, status, { value, enumerable: true });
  return compact;
}

/** A JSON body by its component schema. */
export function jsonBody(context: PathContext, schema: string): RequestBody {
  return { required: true, content: { 'application/json': media(context, schema) } };
}

/** A JSON merge patch, which may also call itself plain JSON. */
export function patchBody(context: PathContext, schema: string): RequestBody {
  const content = media(context, schema);
  return {
    required: true,
    content: { 'application/merge-patch+json': content, 'application/json': content },
  };
}

/** An answer that holds one record, with its ETag. */
export function recordAnswer(
  context: PathContext,
  entity: Entity,
  description: string,
  more: Pick<Response, 'headers' | 'links'> = {},
): Response {
  const links = Object.keys(more.links ?? {}).length > 0 ? { links: more.links ?? {} } : {};
  return {
    description,
    headers: { ...header('ETag', 'ETag'), ...more.headers, ...header('X-Request-Id', 'RequestId') },
    content: { 'application/json': { schema: component(namesOf(context.names, entity).record) } },
    ...links,
  };
}

/** An answer that holds a page of records. */
export function pageAnswer(context: PathContext, entity: Entity): Response {
  return answer('A page of records.', namesOf(context.names, entity).page);
}

/** An answer with a JSON body by its component schema. */
export function answer(description: string, schema: string): Response {
  return {
    description,
    headers: header('X-Request-Id', 'RequestId'),
    content: { 'application/json': { schema: component(schema) } },
  };
}

function media(context: PathContext, schema: string): { schema: Schema; example: unknown } {
  return { schema: component(schema), example: context.schemas[schema]?.examples?.[0] };
}

function component(schema: string): Schema {
  return { $ref: `#/components/schemas/${schema}` };
}

/** 401 where there are accounts; 403 for roles, and for writes whose cookie came from elsewhere (SP-6.7). */
function accessProblems(
  service: Service,
  entity: Entity,
  action: Action,
): readonly ProblemStatus[] {
  if (service.access === 'public') return [];
  return action !== 'read' || isRestricted(service, entity, action) ? [401, 403] : [401];
}
