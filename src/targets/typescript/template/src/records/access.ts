import type { FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import type { Caller } from '../caller.ts';
import { notFound, Problem } from '../http/problem.ts';
import type { Operation, Resource } from './resource.ts';
import type { Row } from './store.ts';

/** How far a caller may go with an operation: all records, or only those that he made. */
export type Scope = 'all' | 'own';

/** @throws a problem 403 if the caller has no role that may do the operation */
export function scopeOf(resource: Resource, operation: Operation, caller: Caller): Scope {
  const grants = resource.access?.[operation];
  if (!grants || caller.roles.includes('owner')) return 'all';
  const scopes = caller.roles.map((role) =>
    Object.hasOwn(grants, role) ? grants[role] : undefined,
  );
  if (scopes.includes('all')) return 'all';
  if (scopes.includes('own')) return 'own';
  throw new Problem('forbidden', `Your role may not ${operation} ${resource.plural}.`);
}

/** A hook that refuses callers without a role for the operation, before the body is read. */
export function guard(resource: Resource, operation: Operation) {
  return (request: FastifyRequest, _reply: unknown, done: HookHandlerDoneFunction): void => {
    request.scope = scopeOf(resource, operation, request.caller);
    done();
  };
}

/** @throws a problem 404 for a record that is not there or not the caller's business */
export function visible(row: Row | undefined, { caller, scope }: FastifyRequest): Row {
  if (!row || (scope === 'own' && row.createdBy !== caller.accountId)) throw notFound();
  return row;
}

declare module 'fastify' {
  interface FastifyRequest {
    scope: Scope;
  }
}
