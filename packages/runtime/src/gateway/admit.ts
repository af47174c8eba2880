import type { Principal } from '../component/context.ts';
import { ForbiddenError, UnauthenticatedError } from '../errors/middleware-errors.ts';
import { isPromise } from '../middleware/settle.ts';
import type { Authenticate, Credentials } from './authenticate.ts';
import type { Route } from './route-table.ts';

/**
 * Says who sends a request, as far as its route wants to know.
 * @throws UnauthenticatedError, ForbiddenError; also by rejecting
 */
export function admit(
  { auth, service }: Pick<Route, 'auth' | 'service'>,
  request: Credentials,
  authenticate: Authenticate,
): Principal | undefined | PromiseLike<Principal | undefined> {
  if (auth.mode === 'none') return undefined;
  const check = (principal: Principal | undefined) => {
    if (principal === undefined) {
      if (auth.mode === 'required' || auth.roles !== undefined) throw new UnauthenticatedError();
      return undefined;
    }
    if (auth.roles !== undefined && !auth.roles.some((role) => principal.roles.includes(role))) {
      throw new ForbiddenError(service, auth.roles);
    }
    return principal;
  };
  const found = authenticate(request);
  return isPromise(found) ? found.then(check) : check(found);
}
