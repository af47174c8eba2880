import type { Service } from './app.ts';
import { accounts } from './auth/identity.ts';

/** A stand-in, so that the template can be checked by itself: each service has its own. */
export const service: Service = {
  name: 'service',
  resources: [],
  identity: accounts([]),
  pageSize: 20,
  rateLimitPerMinute: 60_000,
};
