import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseTraceparent, TraceIds } from '../component/trace-context.ts';
import type { Exchange, ExchangeEnd } from './exchange.ts';
import { forwardHttp } from './forward-http.ts';
import type { GatewayConfig } from './gateway-config.ts';
import { pickVersion } from './pick-version.ts';
import { problem, sendProblem } from './problem.ts';
import { bodyKind, readShort } from './request-body.ts';
import { hops, MAX_HOPS } from './request-headers.ts';
import { readRequestPath } from './request-path.ts';
import { RouteTable } from './route-table.ts';
import { UpstreamPools } from './upstream-pools.ts';

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly config: GatewayConfig;
  /** Gives 0 to 1; `Math.random` but in tests. */
  readonly random?: () => number;
}

/** Forwards HTTP requests to versions of services. */
export class Gateway {
  readonly #server: Server;
  readonly #pools = new UpstreamPools();
  readonly #ids = new TraceIds();
  readonly #random: () => number;
  readonly #listeners = new Set<(end: ExchangeEnd) => void>();
  #table: RouteTable;
  #config: GatewayConfig;

  constructor({ config, random = Math.random }: GatewayOptions) {
    this.#config = config;
    this.#table = new RouteTable(config);
    this.#random = random;
    this.#server = createServer({ maxHeaderSize: 16_384 }, (request, response) =>
      this.#handle(request, response),
    );
    // Node would drop the rest in silence; the size of the head is the limit.
    this.#server.maxHeadersCount = 0;
  }

  /** Starts to take requests; gives the URL. @param port 0: a free one */
  async listen(port = 0, host = '127.0.0.1'): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, resolve);
    });
    const { port: taken } = this.#server.address() as AddressInfo;
    return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
  }

  /** Tells of every exchange once it is over; gives the way to stop that. */
  onExchange(listener: (end: ExchangeEnd) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
    await this.#pools.destroy();
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const startedAt = performance.now();
    const asked = request.headers['x-request-id'];
    const requestId =
      typeof asked === 'string' && /^[\w.:-]{1,128}$/.test(asked) ? asked : randomUUID();
    try {
      this.#route(request, response, startedAt, requestId);
    } catch (error) {
      sendProblem(response, error, requestId);
    }
  }

  #route(request: IncomingMessage, response: ServerResponse, startedAt: number, requestId: string) {
    const path = readRequestPath(request.url ?? '');
    if (path === undefined) throw problem(400, 'ambiguous-path', 'The path can be read two ways.');
    const end = path.route.indexOf('?');
    const match = this.#table.find(end === -1 ? path.route : path.route.slice(0, end));
    if (match === undefined) throw problem(404, 'no-route', 'No service is here.');
    const header = match.route.versionHeader;
    const asked = header === undefined ? undefined : request.headers[header];
    const version = pickVersion(match, asked?.toString(), this.#random());
    if (version === undefined) throw problem(404, 'no-version', 'There is no such version.');
    if (hops(request.headers['via']) > MAX_HOPS) throw problem(508, 'loop', 'This is a loop.');
    const kind = bodyKind(request, match.route.limits.bodyBytes);
    const parent = parseTraceparent(request.headers['traceparent'] as string | undefined);
    const traceparent = `00-${parent?.traceId ?? this.#ids.traceId()}-${this.#ids.spanId()}-${parent?.sampled === false ? '00' : '01'}`;
    const exchange: Exchange = {
      request,
      response,
      path,
      match,
      version,
      requestId,
      traceparent,
      principal: undefined,
      trustForwarded: this.#config.trustForwarded === true,
      startedAt,
      body: undefined,
      streams: kind === 'streamed',
      attempts: 0,
    };
    if (kind !== 'short') return this.#forward(exchange);
    readShort(request).then(
      (body) => {
        exchange.body = body;
        this.#forward(exchange);
      },
      () => response.destroy(),
    );
  }

  #forward(exchange: Exchange): void {
    const { version, match } = exchange;
    version.begin();
    match.route.state.budget.deposit();
    forwardHttp(exchange, this.#pools, (status, failed, latencyMs) => {
      version.end();
      const { request, path, startedAt, attempts, requestId, traceparent, principal } = exchange;
      const outcome = status === 0 ? 'aborted' : failed ? 'failed' : 'ok';
      const end: ExchangeEnd = {
        service: version.service,
        version: version.name,
        method: request.method ?? '',
        path: path.raw.slice(0, path.queryAt),
        status,
        outcome,
        latencyMs,
        durationMs: performance.now() - startedAt,
        attempts,
        requestId,
        traceparent,
        principal,
      };
      for (const listener of this.#listeners) listener(end);
    });
  }
}
