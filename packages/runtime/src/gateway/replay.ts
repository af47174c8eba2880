import type { RecordedRequest } from './recorded.ts';
import type { Answer } from './recorded.ts';
import { callComponent, type Components } from './component-call.ts';
import { dropStream, isStream } from '../component/output-stream.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import { problem } from './problem.ts';
import type { Match } from './route-table.ts';
import { headerRecord } from './response-headers.ts';
import { collectAnswer } from './upstream/collect-answer.ts';
import type { Upstreams } from './upstream/upstreams.ts';
import { upstreamPath } from './upstream-path.ts';
import type { Version } from './version.ts';
import { readRequestPath } from './request-path.ts';

const LONGEST = 1_000_000;

/** What a replay gave. */
export interface Replayed {
  /** Status 0: there was no answer. */
  readonly answer: Answer;
  readonly latencyMs: number;
}

/** Where requests are sent again. */
export interface Replaying {
  readonly upstreams: Upstreams;
  readonly components: Components | undefined;
}

/** Sends a recorded request to a version and keeps the answer; once, never rejects. */
export async function replay(
  { method, path, headers, body, ...about }: RecordedRequest,
  match: Match,
  version: Version,
  { upstreams, components }: Replaying,
): Promise<Replayed> {
  const read = readRequestPath(path) ?? { route: path, raw: path, queryAt: path.length };
  const { timeoutMs } = match.route.limits;
  const startedAt = performance.now();
  const url = version.nextUrl();
  version.begin();
  try {
    if (url === undefined) {
      const query = new URLSearchParams(path.slice(read.queryAt));
      const component = version.target.component ?? '';
      if (components === undefined) throw new TypeError('The gateway has no registry.');
      const output = await callComponent(
        { ...about, component, method, query, headers: toRecord(headers), body, timeoutMs },
        components,
      );
      if (isStream(output)) {
        void dropStream(output);
        throw problem(501, 'no-stream', 'A stream is not compared.');
      }
      const text = Buffer.from(JSON.stringify(output) ?? '');
      const latencyMs = performance.now() - startedAt;
      const status = text.length === 0 ? 204 : 200;
      return {
        answer: { status, headers: { 'content-type': 'application/json' }, body: text },
        latencyMs,
      };
    }
    const request = {
      path: upstreamPath(url, { path: read, match }),
      method,
      headers,
      body,
      timeoutMs,
      idleMs: timeoutMs,
    };
    const answer = await collectAnswer(upstreams, url, request, LONGEST);
    const latencyMs = answer.headAt - startedAt;
    const kept = {
      status: answer.status,
      headers: headerRecord(answer.headers),
      body: answer.body,
    };
    return { answer: kept, latencyMs };
  } catch (error) {
    const status = error instanceof RuntimeError ? error.status : 0;
    const text = Buffer.from(
      JSON.stringify({ code: error instanceof RuntimeError ? error.code : 'failed' }),
    );
    const latencyMs = performance.now() - startedAt;
    return {
      answer: { status, headers: { 'content-type': 'application/problem+json' }, body: text },
      latencyMs,
    };
  } finally {
    version.end();
  }
}

function toRecord(headers: readonly string[]): Record<string, string> {
  const result: Record<string, string> = {};
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at]?.toLowerCase() ?? '';
    if (name !== '__proto__') result[name] = headers[at + 1] ?? '';
  }
  return result;
}
