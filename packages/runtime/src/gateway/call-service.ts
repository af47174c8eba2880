import { randomUUID } from 'node:crypto';
import type { Principal } from '../component/context.ts';
import { dropStream, isStream } from '../component/output-stream.ts';
import type { TraceIds } from '../component/trace-context.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import { admit } from './admit.ts';
import type { Authenticate } from './authenticate.ts';
import { callWithData, type Components, type ServiceCall } from './component-call.ts';
import type { ExchangeEnd, Outcome } from './exchange.ts';
import { followStream } from './follow-stream.ts';
import { problem } from './problem.ts';
import { askedRequestId, choose } from './receive.ts';
import type { Route } from './route-table.ts';

/** What a gateway has that a call needs. */
export interface CallServiceOptions {
  readonly components: Components | undefined;
  readonly authenticate: Authenticate;
  readonly ids: TraceIds;
  readonly random: () => number;
  /** Told when the call, or its stream, is over. */
  readonly tell: (end: ExchangeEnd) => void;
}

/**
 * Calls a component of a route, for protocols that are not forwarded. A stream, for those that take one, has to be
 * read. Rejects with what the call rejects with, and with what the gateway refuses it for.
 */
export async function callService(
  route: Route,
  call: ServiceCall,
  { components, authenticate, ids, random, tell }: CallServiceOptions,
): Promise<unknown> {
  const { service, state } = route;
  const startedAt = performance.now();
  const match = { route, prefix: '', version: undefined };
  const { version, traceparent } = choose(match, call.headers, ids, random);
  const { component } = version.target;
  if (component === undefined || components === undefined) {
    throw problem(501, 'no-component', `"${service}" ${version.name} is no component.`);
  }
  const requestId = askedRequestId(call.headers['x-request-id']) ?? randomUUID();
  let principal: Principal | undefined;
  const over = (status: number, outcome: Outcome) => {
    version.end();
    state.inFlight -= 1;
    const durationMs = performance.now() - startedAt;
    const { method, path } = call;
    const times = { durationMs, latencyMs: outcome === 'refused' ? undefined : durationMs };
    const which = { service, version: version.name, method, path, attempts: 1 };
    tell({ ...which, ...times, status, outcome, requestId, traceparent, principal });
  };
  version.begin();
  state.inFlight += 1;
  let admitted = false;
  try {
    principal = await admit(route, { method: 'POST', headers: call.headers }, authenticate);
    admitted = true;
    const timeoutMs = Math.min(call.timeoutMs, route.limits.timeoutMs);
    const about = { component, requestId, traceparent, principal, timeoutMs };
    const output = await callWithData({ ...call, ...about }, components);
    if (!isStream(output)) {
      over(200, 'ok');
      return output;
    }
    if (call.streams === true) {
      return followStream(output, route.limits.idleMs, (outcome) =>
        over(outcome === 'failed' ? 500 : 200, outcome),
      );
    }
    void dropStream(output);
    throw problem(501, 'no-stream', `"${service}" gives a stream where one answer was asked for.`);
  } catch (error) {
    const status = error instanceof RuntimeError ? error.status : 500;
    over(status, !admitted ? 'refused' : status >= 500 ? 'failed' : 'ok');
    throw error;
  }
}
