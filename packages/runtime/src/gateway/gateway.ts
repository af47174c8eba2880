import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { TraceIds } from '../component/trace-context.ts';
import type { Principal } from '../component/context.ts';
import { ServiceNotFoundError } from '../errors/call-errors.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import { DeadlineSweep } from '../middleware/deadline-sweep.ts';
import { isPromise } from '../middleware/settle.ts';
import type { ServiceRegistry } from '../registry/service-registry.ts';
import { admit } from './admit.ts';
import type { Authenticate } from './authenticate.ts';
import { authenticateByConfig } from './authenticate-by-config.ts';
import { callService } from './call-service.ts';
import type { Components, ServiceCall } from './component-call.ts';
import { Copies } from './copies.ts';
import type { Exchange, ExchangeEnd, Outcome } from './exchange.ts';
import { forwardComponent } from './forward-component.ts';
import { forwardHttp } from './forward-http.ts';
import { forwardUpgrade, isWebSocket, refuseUpgrade } from './forward-upgrade.ts';
import type { GatewayConfig, VersionTarget } from './gateway-config.ts';
import { mayCopy } from './may-copy.ts';
import { problem, sendProblem } from './problem.ts';
import { askedRequestId, type Received, receive } from './receive.ts';
import type { RecordedRequest, Tap } from './recorded.ts';
import { type Replayed, replay } from './replay.ts';
import { bodyKind, readShort } from './request-body.ts';
import { forwardedHeaders } from './request-headers.ts';
import { type Route, RouteTable } from './route-table.ts';
import { Upstreams } from './upstream/upstreams.ts';
import { upstreamPath } from './upstream-path.ts';
import type { Version } from './version.ts';

/** What a gateway is made of. */
export interface GatewayOptions {
  /** Checked already: see `readGatewayConfig` and `checkGatewayConfig`. */
  readonly config: GatewayConfig;
  /** Has the components that versions name; calls of others go where its `remote` says, such as a bus. */
  readonly registry?: ServiceRegistry;
  /** Says who calls, instead of `auth` of the configuration. */
  readonly authenticate?: Authenticate;
  /** Gives 0 to 1; `Math.random` but in tests. */
  readonly random?: () => number;
}

/** How a gateway stops. */
export interface CloseOptions {
  /** How long callers are told that their connections end, before new ones are refused. */
  readonly noticeMs?: number;
  /** How long requests under way may take. */
  readonly graceMs?: number;
}

/** Forwards HTTP requests and WebSockets to versions of services, as its configuration says. */
export class Gateway {
  readonly #server: Server;
  readonly #upstreams = new Upstreams();
  readonly #components: Components | undefined;
  readonly #registry: ServiceRegistry | undefined;
  readonly #ids = new TraceIds();
  readonly #random: () => number;
  readonly #own: Authenticate | undefined;
  readonly #listeners = new Set<(end: ExchangeEnd) => void>();
  readonly #copies: Copies;
  readonly #open = new Set<ServerResponse | Duplex>();
  #authenticate: Authenticate;
  #config: GatewayConfig;
  #table: RouteTable;
  #draining = false;

  constructor({ config, registry, authenticate, random = Math.random }: GatewayOptions) {
    this.#config = config;
    this.#table = new RouteTable(config);
    this.#own = authenticate;
    this.#authenticate = authenticate ?? authenticateByConfig(config.auth ?? {});
    this.#random = random;
    this.#registry = registry;
    this.#components = registry && { dispatch: registry.dispatch, sweep: new DeadlineSweep() };
    this.#copies = new Copies({
      random,
      mayCopy: (target, method) => mayCopy(target, method, registry),
      replay: (service, version, request) => this.replay(service, version, request),
    });
    this.#server = createServer({ maxHeaderSize: 16_384, headersTimeout: 15_000 });
    // Node would drop the rest in silence; the size of the head is the limit.
    this.#server.maxHeadersCount = 0;
    this.#server.on('request', (request, response) => this.#handle(request, response));
    this.#server.on(
      'upgrade',
      (request, socket, head) => void this.#upgrade(request, socket, head),
    );
    this.#server.on('connect', (_, socket) =>
      refuseUpgrade(socket, problem(405, 'method-not-allowed', 'This is no tunnel.')),
    );
  }

  get config(): GatewayConfig {
    return this.#config;
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

  /**
   * Goes on with another configuration, at once and without a gap: requests under way end where they began.
   * @throws when a key or URL in it is not one; then the old one stays
   */
  reconfigure(config: GatewayConfig): void {
    const table = new RouteTable(config, this.#table);
    this.#authenticate = this.#own ?? authenticateByConfig(config.auth ?? {});
    this.#config = config;
    this.#table = table;
    const versions = [...table.routes.values()].flatMap((route) => [...route.versions.values()]);
    const origins = versions.flatMap(({ urls }) => urls.map(({ origin }) => origin));
    this.#upstreams.keep(new Set(origins));
  }

  /** Changes the versions of one service and their weights. @throws ServiceNotFoundError */
  setVersions(service: string, versions: Readonly<Record<string, VersionTarget>>): void {
    const route = this.route(service).definition;
    const services = { ...this.#config.services, [service]: { ...route, versions } };
    this.reconfigure({ ...this.#config, services });
  }

  /** What it knows of a service. @throws ServiceNotFoundError */
  route(service: string): Route {
    const route = this.#table.routes.get(service);
    if (route === undefined) throw new ServiceNotFoundError(service);
    return route;
  }

  /** Whether some version of a service takes requests, as far as that is known here. @throws ServiceNotFoundError */
  isReady(service: string): boolean {
    const states = new Map(this.#registry?.status().map(({ id, state }) => [id, state]));
    const far = this.#registry?.hasRemote === true ? 'ready' : undefined;
    return this.route(service).shares.some(
      ({ target: { component } }) =>
        component === undefined || (states.get(component) ?? far) === 'ready',
    );
  }

  /** Waits until a version has no request any more; false when that takes longer. */
  async drained({ traffic }: Version, limitMs = 30_000): Promise<boolean> {
    if (traffic.inFlight === 0) return true;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(resolve, limitMs, false);
    traffic.idle.add(() => resolve(true));
    return promise.finally(() => clearTimeout(timer));
  }

  /**
   * Calls a service for another protocol than HTTP: the same versions by weight, callers, limits and traces, for
   * versions that are components. Rejects with what the call rejects with.
   */
  async call(service: string, call: ServiceCall): Promise<unknown> {
    return callService(this.route(service), call, {
      components: this.#components,
      authenticate: this.#authenticate,
      ids: this.#ids,
      random: this.#random,
      tell: (end) => this.#tell(end),
    });
  }

  /** Tells of every exchange once it is over; gives the way to stop that. */
  onExchange(listener: (end: ExchangeEnd) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Shows exchanges of a service whole, to one at a time; gives the way to stop that. */
  tap(service: string, tap: Tap): () => void {
    return this.#copies.tap(service, tap);
  }

  /** Sends a recorded request to a version, whatever its weight is. @throws ServiceNotFoundError */
  async replay(service: string, version: string, request: RecordedRequest): Promise<Replayed> {
    const route = this.route(service);
    const found = route.versions.get(version);
    if (found === undefined) throw new ServiceNotFoundError(`${service} ${version}`);
    const [prefix = `/${service}`] = route.definition.paths ?? [];
    const where = { upstreams: this.#upstreams, components: this.#components };
    return replay(request, { route, prefix, version: found }, found, where);
  }

  /** Whether a request of this method may be sent to a version for the sake of comparison. */
  mayCopy(target: VersionTarget, method: string): boolean {
    return mayCopy(target, method, this.#registry);
  }

  /**
   * Stops: tells callers that their connections end, takes no new ones, waits for what is under way. Gives how
   * many requests and WebSockets were cut off when patience ended.
   */
  async close({ noticeMs = 0, graceMs = 30_000 }: CloseOptions = {}): Promise<number> {
    this.#draining = true;
    for (const open of this.#open) if ('shouldKeepAlive' in open) open.shouldKeepAlive = false;
    await new Promise((resolve) => setTimeout(resolve, noticeMs));
    const closed = new Promise((resolve) => this.#server.close(resolve));
    const until = performance.now() + graceMs;
    while (this.#open.size > 0 && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      // A connection that became idle meanwhile would be waited for.
      this.#server.closeIdleConnections();
    }
    const lost = this.#open.size;
    for (const open of this.#open) open.destroy();
    this.#server.closeAllConnections();
    await closed;
    this.#upstreams.destroy();
    return lost;
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const startedAt = performance.now();
    const requestId = askedRequestId(request.headers['x-request-id']) ?? randomUUID();
    if (this.#draining) response.shouldKeepAlive = false;
    let exchange: Exchange | undefined;
    try {
      const received = receive(request, this.#table, this.#ids, this.#random);
      const { match } = received;
      const kind = bodyKind(request, match.route.limits.bodyBytes);
      const recording = this.#copies.recording(received, request.method ?? '', kind);
      exchange = {
        ...received,
        request,
        response,
        requestId,
        principal: undefined,
        trustForwarded: this.#config.trustForwarded === true,
        startedAt,
        body: undefined,
        streams: kind === 'streamed',
        attempts: 0,
        recording,
      };
      this.#begin(exchange);
      const admitted = admit(match.route, request, this.#authenticate);
      if (kind !== 'short' && !isPromise(admitted)) {
        exchange.principal = admitted;
        this.#forward(exchange);
      } else void this.#forwardLater(exchange, admitted, kind === 'short');
    } catch (error) {
      this.#refuse(exchange, response, error, requestId);
    }
  }

  /** For what has to be waited for before a request can be forwarded. */
  async #forwardLater(
    exchange: Exchange,
    admitted: Principal | undefined | PromiseLike<Principal | undefined>,
    short: boolean,
  ): Promise<void> {
    try {
      exchange.principal = await admitted;
      if (short) exchange.body = await readShort(exchange.request);
      this.#forward(exchange);
    } catch (error) {
      this.#refuse(exchange, exchange.response, error, exchange.requestId);
    }
  }

  #forward(exchange: Exchange): void {
    exchange.match.route.state.budget.deposit();
    const { component } = exchange.version.target;
    const finish = (status: number, outcome: Outcome, latencyMs: number | undefined) =>
      this.#end(exchange, status, outcome, latencyMs);
    if (component === undefined) forwardHttp(exchange, this.#upstreams, finish);
    else if (this.#components === undefined) {
      throw problem(502, 'no-registry', 'The gateway knows no components.');
    } else void forwardComponent(exchange, component, this.#components, finish);
  }

  #refuse(
    exchange: Exchange | undefined,
    response: ServerResponse,
    error: unknown,
    requestId: string,
  ): void {
    const left = response.destroyed;
    sendProblem(response, error, requestId);
    if (exchange === undefined) return;
    const status = error instanceof RuntimeError ? error.status : 500;
    this.#end(exchange, left ? 0 : status, left ? 'aborted' : 'refused', undefined);
  }

  #begin({ match, version, response }: Exchange): void {
    version.begin();
    match.route.state.inFlight += 1;
    this.#open.add(response);
  }

  #end(exchange: Exchange, status: number, outcome: Outcome, latencyMs: number | undefined): void {
    const { request, path, startedAt, attempts, requestId, traceparent, principal } = exchange;
    const { match, version, response } = exchange;
    version.end();
    match.route.state.inFlight -= 1;
    this.#open.delete(response);
    if (outcome !== 'refused' && outcome !== 'aborted') this.#copies.copy(exchange, latencyMs);
    if (this.#listeners.size === 0) return;
    this.#tell({
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
    });
  }

  #tell(end: ExchangeEnd): void {
    for (const listener of this.#listeners) listener(end);
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    let received: Received | undefined;
    try {
      if (!isWebSocket(request)) throw problem(501, 'no-upgrade', 'Only WebSockets are passed on.');
      received = receive(request, this.#table, this.#ids, this.#random);
      const { path, match, version, traceparent } = received;
      version.begin();
      match.route.state.inFlight += 1;
      this.#open.add(socket);
      const principal = await admit(match.route, request, this.#authenticate);
      const url = version.nextUrl();
      if (url === undefined) throw problem(501, 'no-upgrade', 'A component takes no WebSockets.');
      const requestId = askedRequestId(request.headers['x-request-id']) ?? randomUUID();
      const trustForwarded = this.#config.trustForwarded === true;
      const headers = forwardedHeaders(request, {
        requestId,
        traceparent,
        principal,
        trustForwarded,
      });
      const { timeoutMs } = match.route.limits;
      const target = { url, path: upstreamPath(url, { path, match }), headers, timeoutMs };
      await forwardUpgrade(socket, head, target);
    } catch (error) {
      refuseUpgrade(
        socket,
        error instanceof RuntimeError ? error : problem(500, 'internal', 'The gateway failed.'),
      );
    } finally {
      received?.version.end();
      if (received !== undefined) received.match.route.state.inFlight -= 1;
      this.#open.delete(socket);
    }
  }
}
