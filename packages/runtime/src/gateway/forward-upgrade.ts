import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import type { RuntimeError } from '../errors/runtime-error.ts';
import { isHopByHop } from './hop-by-hop.ts';
import { problem } from './problem.ts';

/** Where a WebSocket goes. */
export interface UpgradeTarget {
  readonly url: URL;
  readonly path: string;
  readonly headers: readonly string[];
  readonly timeoutMs: number;
}

/**
 * Opens a WebSocket to an upstream for one that a caller wants, and passes everything on, both ways. What the
 * upstream answers instead of 101 reaches the caller, too. Resolves when both are closed.
 */
export function forwardUpgrade(
  client: Duplex,
  head: Buffer,
  { url, path, headers, timeoutMs }: UpgradeTarget,
): Promise<{ readonly status: number; readonly failed: boolean }> {
  const { promise, resolve } = Promise.withResolvers<{ status: number; failed: boolean }>();
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
    path,
    method: 'GET',
    headers: [...headers, 'connection', 'upgrade', 'upgrade', 'websocket'],
    timeout: timeoutMs,
  });
  const fail = (status: number, failed: boolean) => {
    request.destroy();
    resolve({ status, failed });
  };
  request.on('upgrade', (answer, upstream, first) => {
    if (answer.headers.upgrade?.toLowerCase() !== 'websocket') {
      upstream.destroy();
      refuseUpgrade(client, problem(502, 'bad-gateway', 'The service opened something else.'));
      return resolve({ status: 502, failed: true });
    }
    upstream.setTimeout(0);
    client.write(
      `HTTP/1.1 101 Switching Protocols\r\n${lines(answer)}connection: upgrade\r\nupgrade: websocket\r\n\r\n`,
    );
    if (first.length > 0) client.write(first);
    if (head.length > 0) upstream.write(head);
    client.pipe(upstream).pipe(client);
    // One that breaks must not leave the other waiting.
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
      // Nor one that hears of the end and says nothing.
      one.on('end', () => setTimeout(() => other.destroy(), LINGER_MS).unref());
    }
    upstream.on('close', () => resolve({ status: 101, failed: false }));
  });
  request.on('response', (answer) => {
    const status = answer.statusCode ?? 502;
    client.write(
      `HTTP/1.1 ${status} ${answer.statusMessage ?? ''}\r\n${lines(answer)}connection: close\r\n\r\n`,
    );
    answer.pipe(client);
    answer.on('close', () => resolve({ status, failed: status >= 500 }));
  });
  request.on('timeout', () => {
    refuseUpgrade(client, problem(504, 'timeout', 'The service gave no answer in time.'));
    fail(504, true);
  });
  request.on('error', () => {
    refuseUpgrade(client, problem(502, 'bad-gateway', 'The service cannot be reached.'));
    fail(502, true);
  });
  client.on('error', () => fail(0, false));
  client.on('close', () => fail(0, false));
  request.end();
  return promise;
}

/** How long a side may go on after the other has ended. */
const LINGER_MS = 1000;

/** Answers a request for an upgrade with an error, and ends its connection. */
export function refuseUpgrade(client: Duplex, error: RuntimeError): void {
  const body = JSON.stringify({
    type: 'about:blank',
    title: error.message,
    status: error.status,
    code: error.code,
  });
  client.end(
    `HTTP/1.1 ${error.status} Refused\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** What a caller wants is a WebSocket (RFC 6455, section 4.2.1), and nothing else. */
export const isWebSocket = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  headers.upgrade?.toLowerCase() === 'websocket' &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined;

function lines({ rawHeaders, statusCode }: IncomingMessage): string {
  let text = '';
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    // A body that is passed on as it was parsed ends with the connection.
    if (isHopByHop(name.toLowerCase()) || (statusCode !== 101 && /^content-length$/i.test(name)))
      continue;
    text += `${name}: ${rawHeaders[at + 1]}\r\n`;
  }
  return text;
}
