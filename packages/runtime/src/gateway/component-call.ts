import { Call, type Dispatch } from '../component/call.ts';
import type { Principal } from '../component/context.ts';
import { parseTraceparent } from '../component/trace-context.ts';
import type { DeadlineSweep } from '../middleware/deadline-sweep.ts';
import { problem } from './problem.ts';

/** A call of a service in whatever protocol. */
export interface ServiceCall {
  readonly data: unknown;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** What is called, for logs. */
  readonly method: string;
  readonly path: string;
  readonly timeoutMs: number;
  /** Aborts when the caller leaves. */
  readonly signal?: AbortSignal;
  /** He can take a stream. */
  readonly streams?: boolean;
}

/** What every call says beside its data. */
export interface CallAbout {
  readonly component: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly requestId: string;
  readonly traceparent: string;
  readonly principal: Principal | undefined;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** An HTTP request as a component gets it. */
export interface ComponentRequest extends CallAbout {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly body: Buffer | undefined;
}

/** Where components are. */
export interface Components {
  readonly dispatch: Dispatch;
  readonly sweep: DeadlineSweep;
}

/**
 * Calls a component for an HTTP request: its data is the JSON body, or for GET and HEAD the query as texts. Gives
 * its output. Rejects with what the call rejects with, or a problem of HTTP.
 */
export async function callComponent(
  request: ComponentRequest,
  components: Components,
): Promise<unknown> {
  return callWithData({ ...request, data: dataOf(request) }, components);
}

/** Calls a component, in this process or over the bus of its registry. */
export function callWithData(
  {
    component,
    data,
    requestId,
    principal,
    timeoutMs,
    signal,
    ...about
  }: CallAbout & { data: unknown },
  { dispatch, sweep }: Components,
): Promise<unknown> {
  const headers: Record<string, string> = { traceparent: about.traceparent };
  for (const [name, value] of Object.entries(about.headers)) {
    // Who calls is said by the principal, never by a header of the caller's.
    if (typeof value !== 'string' || name === 'traceparent' || name.startsWith('x-principal-'))
      continue;
    headers[name] = value;
  }
  const call = new Call({ serviceId: component, data, requestId, headers, timeoutMs }, dispatch);
  call.principal = principal;
  call.trace = parseTraceparent(about.traceparent);
  signal?.addEventListener('abort', () => call.abort(signal.reason as Error), { once: true });
  return sweep.race(dispatch(call), call, call.deadline, timeoutMs);
}

function dataOf({ method, query, headers, body }: ComponentRequest): unknown {
  if (method === 'GET' || method === 'HEAD') return Object.fromEntries(query);
  if (body === undefined) return {};
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(String(headers['content-type'] ?? ''))) {
    throw problem(415, 'not-json', 'The body has to be application/json.');
  }
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw problem(400, 'invalid-json', 'The body is no JSON.');
  }
}
