import { Call, type Dispatch } from '../component/call.ts';
import type { Principal } from '../component/context.ts';
import { parseTraceparent } from '../component/trace-context.ts';
import type { DeadlineSweep } from '../middleware/deadline-sweep.ts';
import { problem } from './problem.ts';

/** An HTTP request as a component gets it. */
export interface ComponentRequest {
  readonly component: string;
  readonly method: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer | undefined;
  readonly requestId: string;
  readonly traceparent: string;
  readonly principal: Principal | undefined;
  readonly timeoutMs: number;
}

/**
 * Calls a component, in this process or over the bus of its registry: its data is the JSON body, or for GET and
 * HEAD the query as texts. Gives its output. Rejects with what the call rejects with, or a problem of HTTP.
 */
export async function callComponent(
  request: ComponentRequest,
  dispatch: Dispatch,
  sweep: DeadlineSweep,
): Promise<unknown> {
  const { component, requestId, principal, timeoutMs } = request;
  const headers: Record<string, string> = { traceparent: request.traceparent };
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'traceparent') headers[name] = value;
  }
  const data = dataOf(request);
  const call = new Call({ serviceId: component, data, requestId, headers, timeoutMs }, dispatch);
  call.principal = principal;
  call.trace = parseTraceparent(request.traceparent);
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
