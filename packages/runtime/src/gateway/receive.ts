import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { formatTraceparent, parseTraceparent, type TraceIds } from '../component/trace-context.ts';
import { BulkheadFullError } from '../errors/middleware-errors.ts';
import { pickVersion } from './pick-version.ts';
import { problem } from './problem.ts';
import { hops, MAX_HOPS } from './request-headers.ts';
import { readRequestPath, type RequestPath } from './request-path.ts';
import type { Match, RouteTable } from './route-table.ts';
import type { Version } from './version.ts';

/** Where a request goes. */
export interface Received {
  readonly path: RequestPath;
  readonly match: Match;
  readonly version: Version;
  readonly traceparent: string;
}

/** Finds the way of a request from its head. @throws RuntimeError with the status of the refusal */
export function receive(
  request: IncomingMessage,
  table: RouteTable,
  ids: TraceIds,
  random: () => number,
): Received {
  const { headers, method = '' } = request;
  const path = readRequestPath(request.url ?? '');
  if (path === undefined) throw problem(400, 'ambiguous-path', 'The path can be read two ways.');
  const match = table.find(path.route);
  if (match === undefined) throw problem(404, 'no-route', 'No service is here.');
  const { route } = match;
  if (route.methods?.has(method) === false || method === 'TRACE') {
    throw problem(405, 'method-not-allowed', `"${route.service}" does not take ${method}.`);
  }
  if (hops(headers.via) > MAX_HOPS)
    throw problem(508, 'loop', 'The request goes round in circles.');
  return { path, match, ...choose(match, headers, ids, random) };
}

/** Finds the version of a service, and goes on with the trace. @throws RuntimeError with the status of the refusal */
export function choose(
  match: Match,
  headers: IncomingHttpHeaders,
  ids: TraceIds,
  random: () => number,
): Pick<Received, 'version' | 'traceparent'> {
  const { route } = match;
  const asked = route.versionHeader === undefined ? undefined : headers[route.versionHeader];
  const version = pickVersion(match, asked?.toString(), random());
  if (version === undefined) {
    throw asked === undefined
      ? problem(503, 'no-version', `No version of "${route.service}" takes requests.`)
      : problem(404, 'no-such-version', `"${route.service}" has no such version.`);
  }
  if (route.state.inFlight >= route.limits.concurrency) {
    throw new BulkheadFullError(route.service, route.limits.concurrency, 0);
  }
  return { version, traceparent: continueTrace(headers['traceparent'], ids) };
}

/** The same request over all hops: what the caller says, when it is fit for headers and logs. */
export const askedRequestId = (asked: string | string[] | undefined): string | undefined =>
  typeof asked === 'string' && /^[\w.:-]{1,128}$/.test(asked) ? asked : undefined;

function continueTrace(header: string | string[] | undefined, ids: TraceIds): string {
  const parent = parseTraceparent(typeof header === 'string' ? header : undefined);
  return formatTraceparent({
    traceId: parent?.traceId ?? ids.traceId(),
    spanId: ids.spanId(),
    sampled: parent?.sampled ?? true,
  });
}
