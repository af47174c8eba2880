import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';
import type { SpanExporter } from './otlp.ts';
import { traceOf } from './trace.ts';

/** Logs, counts and traces each request. Nothing that a caller has sent gets into a log but its method and route. */
export function observeRequests(
  app: FastifyInstance,
  metrics: Metrics,
  log: Logger,
  exporter: SpanExporter | undefined,
): void {
  app.decorateRequest('trace');
  app.decorateRequest('routeName');
  app.addHook('onRequest', (request, _reply, done) => {
    request.trace = traceOf(request.headers['traceparent']);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, trace, id: requestId } = request;
    const route = request.routeName ?? request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    const milliseconds = reply.elapsedTime;
    metrics.observe(method, route, status, milliseconds / 1000);
    const { traceId } = trace;
    const ms = Math.round(milliseconds * 100) / 100;
    log.info({ requestId, traceId, method, route, status, ms }, 'answered');
    if (exporter) {
      const end = Date.now();
      const span = {
        name: `${method} ${route}`,
        start: end - milliseconds,
        end,
        method,
        route,
        status,
      };
      exporter.add({ ...trace, ...span });
    }
    done();
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What logs and metrics call the route, where the router of the framework does not know it. */
    routeName?: string;
  }
}
