import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { everyone } from './caller.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { storedSecret } from './db/stored-secret.ts';
import type { Outbox } from './events/outbox.ts';
import { addEventRoutes } from './events/routes.ts';
import { readJsonBodies } from './http/body.ts';
import { answerClientError, answerOddRequests } from './http/client-errors.ts';
import { answerPreflight, setCors } from './http/cors.ts';
import { failures } from './http/errors.ts';
import { setHeaders } from './http/headers.ts';
import { requireJsonAccepted } from './http/negotiation.ts';
import { pathOf, Paths } from './http/paths.ts';
import { notFound, Problem } from './http/problem.ts';
import { RateLimit } from './http/rate-limit.ts';
import type { IdentityFactory } from './identity.ts';
import { Metrics } from './operation/metrics.ts';
import { observeRequests } from './operation/observe.ts';
import type { SpanExporter } from './operation/otlp.ts';
import { addOperationRoutes } from './operation/routes.ts';
import { Cursors } from './records/cursor.ts';
import { addReadRoutes } from './records/read-routes.ts';
import { Records } from './records/records.ts';
import type { Resource } from './records/resource.ts';
import { addWriteRoutes } from './records/write-routes.ts';
import { hex } from './uuid.ts';

/** What distinguishes this service from any other. */
export interface Service {
  readonly name: string;
  readonly resources: readonly Resource[];
  readonly identity: IdentityFactory;
  /** How many records a page has if the caller does not say. */
  readonly pageSize: number;
  readonly rateLimitPerMinute: number;
  /** Adds the operations of a contract that was given. */
  readonly api?: (
    app: FastifyInstance,
    around: {
      readonly contract: unknown;
      readonly database: Database;
      readonly corsOrigins: ReadonlySet<string>;
      readonly count: (client: string) => void;
    },
  ) => Promise<void>;
}

/** What a service works with. */
export interface Surroundings {
  readonly config: Config;
  /** Migrated already. */
  readonly database: Database;
  readonly outbox: Outbox;
  readonly log: Logger;
  readonly exporter: SpanExporter | undefined;
  readonly contractFile: string;
}

const SECONDS_15 = 15_000;
const SECONDS_30 = 30_000;

/** Builds the HTTP side of a service; it does not listen yet. */
export async function buildApp(service: Service, around: Surroundings): Promise<FastifyInstance> {
  const { config, database, outbox, log } = around;
  const instance = hex(4);
  let requests = 0;
  const app = Fastify({
    // Requests are logged by a hook: Fastify would make a logger for each.
    logger: false,
    genReqId: () => `${instance}-${(requests += 1).toString(36)}`,
    requestIdHeader: false,
    bodyLimit: config.bodyLimitBytes,
    requestTimeout: SECONDS_30,
    trustProxy: trustedProxies(config.trustProxy),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    // Queries are read where they are asked for, so that their faults can be named.
    routerOptions: { querystringParser: () => ({}), maxParamLength: 200 },
    http: {
      maxHeaderSize: 16_384,
      // Node swaps the two if this one is the longer.
      headersTimeout: SECONDS_15,
      connectionsCheckingInterval: 5000,
      requireHostHeader: false,
    },
    // A path that can't be decoded is a path that does not exist.
    frameworkErrors(_error, request, reply) {
      setHeaders(request, reply);
      setCors(config.corsOrigins, request, reply);
      void answerUnknown(request, reply);
    },
  });
  const metrics = new Metrics();
  const paths = new Paths(app);
  const rateLimit = new RateLimit(config.rateLimitPerMinute);
  const cursors = new Cursors(await storedSecret(database, 'cursor-secret'));
  const records = new Records(service.name, database, outbox, cursors, service.resources);
  const identity = await service.identity(records, config, service.pageSize);

  answerOddRequests(app.server);
  readJsonBodies(app);
  const fail = failures(database, log);
  app.setErrorHandler(fail);
  observeRequests(app, metrics, log, around.exporter);
  app.decorateRequest('caller');
  app.decorateRequest('scope', 'all');
  app.setNotFoundHandler(() => {
    throw notFound();
  });
  app.addHook('onRequest', (request, reply, done) => {
    setHeaders(request, reply);
    setCors(config.corsOrigins, request, reply);
    if (request.is404) void answerUnknown(request, reply);
    else done();
  });
  addOperationRoutes(app, database, metrics, around.contractFile);

  await app.register(async (open) => {
    open.addHook('onRequest', async (request) => {
      requireJsonAccepted(request);
      rateLimit.count(request.ip);
    });
    identity.addOpenRoutes(open);
  });
  await app.register(async (closed) => {
    closed.addHook('onRequest', async (request) => {
      await authenticate(request);
      requireJsonAccepted(request);
    });
    identity.addRoutes(closed);
    if (service.resources.length > 0) addEventRoutes(closed, outbox, cursors);
    for (const store of records.stores) {
      addReadRoutes(closed, records, store, service.pageSize);
      addWriteRoutes(closed, records, store);
    }
  });
  const { api } = service;
  if (api) {
    const contract: unknown = JSON.parse(readFileSync(around.contractFile, 'utf8'));
    const count = (client: string) => rateLimit.count(client);
    await app.register((routes) =>
      api(routes, { contract, database, corsOrigins: config.corsOrigins, count }),
    );
  }
  return app;

  /** Finds out who sends a request, and whether it has sent too many. */
  async function authenticate(request: FastifyRequest): Promise<void> {
    const caller = await identity.authenticate(request).catch((error: unknown) => {
      rateLimit.count(request.ip);
      throw error;
    });
    rateLimit.count(caller === everyone ? request.ip : caller.accountId);
    request.caller = caller;
  }

  /** Answers requests that no route takes: preflights, wrong methods, wrong paths; strangers learn nothing. */
  async function answerUnknown(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const path = pathOf(request.raw.url ?? '');
    const methods = paths.methods(path);
    if (request.method === 'OPTIONS' && methods) {
      answerPreflight(config.corsOrigins, methods.join(', '), request, reply);
      return;
    }
    try {
      if (/^\/(api|events)\b/.test(path) && !OPEN.test(path)) await authenticate(request);
      throw methods && !methods.includes(request.method) ? methodNotAllowed(methods) : notFound();
    } catch (error) {
      fail(error, request, reply);
    }
  }
}

/** Addresses, or how many proxies stand before the service. */
function trustedProxies(trust: Config['trustProxy']) {
  return typeof trust === 'number' ? (_address: string, hop: number) => hop < trust : trust;
}

/** The paths below `/api` that need no account. */
const OPEN = /^\/api\/auth\/(register|login)$/;

function methodNotAllowed(methods: readonly string[]): Problem {
  const allow = methods.join(', ');
  return new Problem('method-not-allowed', `This path has ${allow}.`, { headers: { allow } });
}
