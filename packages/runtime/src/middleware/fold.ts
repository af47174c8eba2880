import type { Call } from '../component/call.ts';
import { codeOf } from './failure-of-service.ts';
import type { Handler, Middleware, ServiceInfo, Watcher } from './middleware.ts';
import { settle } from './settle.ts';

/** One handler from a list: the first is outermost, the last is around `innermost`. */
export function fold(
  middleware: readonly Middleware[],
  service: ServiceInfo,
  innermost: Handler,
): Handler {
  let handler = innermost;
  let watchers: Watcher[] = [];
  for (const each of middleware.toReversed()) {
    if ('watch' in each) {
      watchers.unshift(each.watch(service));
    } else {
      handler = each.wrap(watched(watchers, handler), service);
      watchers = [];
    }
  }
  return watched(watchers, handler);
}

/** Neighbours that watch, as one layer. */
function watched(watchers: readonly Watcher[], next: Handler): Handler {
  if (watchers.length === 0) return next;
  const leavers = watchers.filter((each) => each.leave !== undefined).toReversed();
  const enter = enterAll(watchers);
  if (leavers.length === 0) {
    return (call) => {
      enter(call);
      return next(call);
    };
  }
  const leave = (call: Call, code: string, error: unknown) => {
    const now = performance.now();
    for (const each of leavers) each.leave?.(call, code, error, now);
  };
  return (call) => {
    enter(call);
    return settle(
      next,
      call,
      (value) => {
        leave(call, 'ok', undefined);
        return value;
      },
      (error) => {
        leave(call, codeOf(error), error);
        throw error;
      },
    );
  };
}

/** When one refuses the call, those that let it in are told that it has ended. */
function enterAll(watchers: readonly Watcher[]): (call: Call) => void {
  return (call) => {
    let entered = 0;
    try {
      for (; entered < watchers.length; entered += 1) watchers[entered]?.enter?.(call);
    } catch (error) {
      const now = performance.now();
      for (const each of watchers.slice(0, entered).toReversed()) {
        each.leave?.(call, codeOf(error), error, now);
      }
      throw error;
    }
  };
}
