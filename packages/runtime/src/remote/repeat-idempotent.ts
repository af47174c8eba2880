import type { Call } from '../component/call.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import { fold } from '../middleware/fold.ts';
import type { Middleware } from '../middleware/middleware.ts';
import type { BusDescription } from './bus-description.ts';
import { NotIdempotentError } from './not-idempotent-error.ts';

type Send = (call: Call) => Promise<unknown>;

/** Has a service describe itself: gives its BusDescription, or rejects. */
type Describe = (serviceId: string, timeoutMs: number) => Promise<unknown>;

/** How long a service may take to say how it may be called. */
const DESCRIBE_MS = 1000;

/**
 * Sends calls through middleware that repeats them where the called interface is idempotent. Each service is
 * asked that once, before its first call; one that has changed its mind refuses a second attempt, and is asked
 * anew. While a service gives no answer its calls are sent once.
 */
export function repeatIdempotent(
  describe: Describe,
  middleware: readonly Middleware[],
  send: Send,
): Send {
  // As many as there are services that answer: names that nobody answers for are not kept.
  const known = new Map<string, Send>();
  const forgetting: Middleware = {
    name: 'forgetting',
    wrap:
      (next, { id }) =>
      async (call) => {
        try {
          return await next(call);
        } catch (error) {
          if (error instanceof RuntimeError && error.code === NotIdempotentError.code) {
            known.delete(id);
          }
          throw error;
        }
      },
  };
  const repeating = (id: string): Send => {
    const definition = { name: 'remote', version: '0.0.0', input: true, output: true } as const;
    const handler = fold(
      [forgetting, ...middleware],
      { id, interface: { ...definition, idempotent: true } },
      send,
    );
    return async (call) => handler(call);
  };
  const learn = async ({ serviceId, deadline }: Call): Promise<Send> => {
    // The call itself needs the other half of what is left.
    const timeoutMs = Math.min(DESCRIBE_MS, (deadline - performance.now()) / 2);
    if (timeoutMs <= 0) return send;
    let described: Partial<BusDescription> | null;
    try {
      described = (await describe(serviceId, timeoutMs)) as Partial<BusDescription> | null;
    } catch {
      return send;
    }
    // Calls that have asked at the same time share one.
    const way =
      known.get(serviceId) ?? (described?.idempotent === true ? repeating(serviceId) : send);
    known.set(serviceId, way);
    return way;
  };
  return (call) => {
    const way = known.get(call.serviceId);
    return way === undefined ? learn(call).then((found) => found(call)) : way(call);
  };
}
