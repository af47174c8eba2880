import type { Call } from '../component/call.ts';
import type { Principal } from '../component/context.ts';
import { ForbiddenError, UnauthenticatedError } from '../errors/middleware-errors.ts';
import type { Middleware } from './middleware.ts';
import { isPromise } from './settle.ts';

/** Who may call what. */
export interface AuthOptions {
  /** Finds out who calls, from the headers; undefined for nobody. */
  readonly authenticate: (call: Call) => Principal | undefined | PromiseLike<Principal | undefined>;
  /** Services that anybody may call. */
  readonly open?: readonly string[];
  /** By service id: the roles of which a caller needs one. Without an entry, any known caller will do. */
  readonly roles?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Refuses callers without credentials or role. A call that a service makes for a request is made in the name
 * of who sent the request: he is not asked again, but his roles are.
 */
export function auth({ authenticate, open = [], roles = {} }: AuthOptions): Middleware {
  return {
    name: 'auth',
    wrap(next, service) {
      if (open.includes(service.id)) return next;
      const needed = roles[service.id];
      const admit = (call: Call, principal: Principal | undefined) => {
        if (principal === undefined) throw new UnauthenticatedError();
        if (needed !== undefined && !needed.some((role) => principal.roles.includes(role))) {
          throw new ForbiddenError(service.id, needed);
        }
        call.principal = principal;
        return next(call);
      };
      return (call) => {
        if (call.principal !== undefined) return admit(call, call.principal);
        const found = authenticate(call);
        return isPromise(found)
          ? found.then((principal) => admit(call, principal))
          : admit(call, found);
      };
    },
  };
}
