import { RuntimeError } from '../errors/runtime-error.ts';
import { callComponent, type Components } from './component-call.ts';
import type { Exchange, Finish } from './exchange.ts';
import { problem, sendProblem } from './problem.ts';
import { readWhole } from './request-body.ts';

/** Calls a component with an exchange and answers with its output as JSON. Calls `finish` once, never rejects. */
export async function forwardComponent(
  exchange: Exchange,
  component: string,
  components: Components,
  finish: Finish,
): Promise<void> {
  const { request, response, path, match, requestId, startedAt } = exchange;
  exchange.attempts = 1;
  const method = request.method ?? '';
  try {
    if (method !== 'POST' && match.route.methods?.has(method) !== true) {
      throw problem(405, 'method-not-allowed', 'A component is called with POST.');
    }
    if (exchange.streams) exchange.body = await readWhole(request, match.route.limits.bodyBytes);
    const output = await callComponent(
      {
        component,
        method,
        query: new URLSearchParams(path.raw.slice(path.queryAt)),
        headers: request.headers,
        body: exchange.body,
        requestId,
        traceparent: exchange.traceparent,
        principal: exchange.principal,
        timeoutMs: match.route.limits.timeoutMs,
      },
      components,
    );
    const latencyMs = performance.now() - startedAt;
    const body = Buffer.from(JSON.stringify(output) ?? '');
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const status = body.length === 0 ? 204 : 200;
    exchange.recording?.set(status, headers, body);
    response.writeHead(status, { ...(status === 200 && headers), 'x-request-id': requestId });
    response.end(method === 'HEAD' ? undefined : body);
    finish(status, response.destroyed ? 'aborted' : 'ok', latencyMs);
  } catch (error) {
    const status = error instanceof RuntimeError ? error.status : 500;
    if (response.destroyed) return finish(0, 'aborted', undefined);
    sendProblem(response, error, requestId);
    finish(status, status >= 500 ? 'failed' : 'ok', performance.now() - startedAt);
  }
}
