import type { Call } from '../component/call.ts';
import { RateLimitedError } from '../errors/middleware-errors.ts';
import type { Middleware } from './middleware.ts';
import { RecentMap } from './recent-map.ts';

/** How often one caller may call one service. */
export interface RateLimitOptions {
  /** Calls that are refilled per second. */
  readonly perSecond: number;
  /** Calls that can be made at once after a rest. */
  readonly burst?: number;
  /** Who counts as one caller; by default the principal, all without one together. */
  readonly key?: (call: Call) => string;
  /** Callers remembered per service; who did not call of late is forgotten. */
  readonly maxKeys?: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket per caller and service. */
export function rateLimit({
  perSecond,
  burst = perSecond,
  key = (call) => call.principal?.id ?? '',
  maxKeys = 10_000,
}: RateLimitOptions): Middleware {
  return {
    name: 'rate-limit',
    watch(service) {
      const buckets = new RecentMap<Bucket>(maxKeys);
      const bucketOf = (caller: string, now: number): Bucket => {
        const known = buckets.get(caller);
        if (known !== undefined) return known;
        const bucket = { tokens: burst, at: now };
        buckets.set(caller, bucket);
        return bucket;
      };
      return {
        enter(call) {
          const now = call.startedAt;
          const bucket = bucketOf(key(call), now);
          const refill = (Math.max(0, now - bucket.at) / 1000) * perSecond;
          bucket.tokens = Math.min(burst, bucket.tokens + refill);
          bucket.at = Math.max(now, bucket.at);
          if (bucket.tokens < 1) {
            throw new RateLimitedError(service.id, ((1 - bucket.tokens) / perSecond) * 1000);
          }
          bucket.tokens -= 1;
        },
      };
    },
  };
}
