import { Agent, type IncomingMessage, request } from 'node:http';
import type { Exchange, HttpRequest } from './exchange.ts';

/** Sends requests to one service over connections that it keeps. */
export interface HttpClient {
  /** Never rejects: no answer is an outcome too. */
  send(request: HttpRequest): Promise<Exchange>;
  close(): void;
}

/** How a client behaves. */
export interface HttpClientOptions {
  /** The base URL of the service. */
  readonly url: string;
  readonly signal: AbortSignal;
  /** Connections at once; 8 when not given. */
  readonly connections?: number;
  /** How long an answer may take; 15 s when not given. */
  readonly timeoutMs?: number;
}

/** An answer longer than this is cut off: a service must not fill our memory. */
const LONGEST_ANSWER = 16 * 1024 * 1024;

/** A body that does not fit into the buffers between two processes. */
const LONG_BODY = 100_000;

/** True for the errors of a connection that the other side closed. */
export function isReset(error: string): boolean {
  return /EPIPE|ECONNRESET|socket hang up/.test(error);
}

/** Opens a client; `close` ends its connections. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { hostname, port } = new URL(options.url);
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections ?? 8 });
  const timeoutMs = options.timeoutMs ?? 15_000;
  const once = (sent: HttpRequest) =>
    new Promise<Exchange & { reused?: boolean }>((resolve) => {
      const headers = {
        ...sent.headers,
        ...(sent.body !== undefined && { 'content-length': String(Buffer.byteLength(sent.body)) }),
      };
      const { method, target: path } = sent;
      const outgoing = request({
        hostname,
        port,
        agent,
        method,
        path,
        headers,
        timeout: timeoutMs,
      });
      let answered = false;
      outgoing.on('response', (incoming) => {
        answered = true;
        read(incoming, resolve);
      });
      outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer after ${timeoutMs} ms`)));
      outgoing.on('error', (error) => {
        // A service may refuse a long body before it has read it: its answer counts, not our pipe.
        if (!answered) resolve({ error: error.message, reused: outgoing.reusedSocket });
      });
      outgoing.end(sent.body);
    });
  return {
    async send(sent) {
      if (options.signal.aborted) return { error: 'aborted' };
      let exchange = await once(sent);
      // The service may close an idle connection just when we reuse it, and a connection on which a long
      // body is still being sent when it refuses that: our system may then lose its answer.
      for (let attempt = 0; attempt < 3 && mayRepeat(exchange, sent); attempt += 1) {
        exchange = await once(sent);
      }
      return exchange;
    },
    close: () => agent.destroy(),
  };
}

function mayRepeat(exchange: Exchange & { reused?: boolean }, { body = '' }: HttpRequest): boolean {
  if (exchange.error === undefined) return false;
  return exchange.reused === true || (body.length > LONG_BODY && isReset(exchange.error));
}

function read(incoming: IncomingMessage, resolve: (exchange: Exchange) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size > LONGEST_ANSWER) incoming.destroy(new Error('the answer does not end'));
  });
  incoming.on('error', (error) => resolve({ error: error.message }));
  incoming.on('end', () => {
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    );
    const text = Buffer.concat(chunks).toString('utf8');
    resolve({ response: { status: incoming.statusCode ?? 0, headers, text } });
  });
}
