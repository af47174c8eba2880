import type { FastifyRequest } from 'fastify';

/** Who sends a request. In a public service all callers are one. */
export interface Caller {
  readonly accountId: string;
  readonly tenantId: string;
  readonly sessionId: string;
  readonly roles: readonly string[];
}

/** Finds out who the caller is. @throws a problem 401 */
export type Authenticate = (request: FastifyRequest) => Promise<Caller>;

const NIL = '00000000-0000-0000-0000-000000000000';

/** The caller of a public service: it may do everything, and there is one tenant. */
export const everyone: Caller = {
  accountId: NIL,
  tenantId: NIL,
  sessionId: NIL,
  roles: ['owner'],
};

/** The owner of a tenant has every role. */
export function hasRole(caller: Caller, role: string): boolean {
  return caller.roles.includes(role) || caller.roles.includes('owner');
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
}
