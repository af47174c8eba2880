import { isStream } from '../component/output-stream.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import { callComponent, type Components } from './component-call.ts';
import type { Exchange, Finish } from './exchange.ts';
import { problem, sendProblem } from './problem.ts';
import { readWhole } from './request-body.ts';
import { writeStream } from './write-stream.ts';

/** Calls a component with an exchange and answers with its output as JSON. Calls `finish` once, never rejects. */
export async function forwardComponent(
  exchange: Exchange,
  component: string,
  components: Components,
  finish: Finish,
): Promise<void> {
  const { request, response, path, match, requestId, startedAt } = exchange;
  exchange.attempts = 1;
  let status = 0;
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
    if (isStream(output)) {
      exchange.recording = undefined;
      status = 200;
      await writeStream(response, output, requestId);
      return finish(200, response.writableEnded ? 'ok' : 'aborted', latencyMs);
    }
    const body = Buffer.from(JSON.stringify(output) ?? '');
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    status = body.length === 0 ? 204 : 200;
    exchange.recording?.set(status, headers, body);
    response.writeHead(status, { ...(status === 200 && headers), 'x-request-id': requestId });
    response.end(method === 'HEAD' ? undefined : body);
    finish(status, response.destroyed ? 'aborted' : 'ok', latencyMs);
  } catch (error) {
    if (status === 0) status = error instanceof RuntimeError ? error.status : 500;
    if (response.destroyed) return finish(0, 'aborted', undefined);
    const begun = response.headersSent;
    sendProblem(response, error, requestId);
    finish(status, begun || status >= 500 ? 'failed' : 'ok', performance.now() - startedAt);
  }
}
