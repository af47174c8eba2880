import type { IncomingHttpHeaders } from 'node:http';
import type { Principal } from '../component/context.ts';

/** What is known of a request before its body: enough to say who sends it. */
export interface Credentials {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Says who sends a request: undefined when it brings no credentials that this one understands.
 * @throws UnauthenticatedError when it brings wrong ones
 */
export type Authenticate = (
  request: Credentials,
) => Principal | undefined | PromiseLike<Principal | undefined>;
