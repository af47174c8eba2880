import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a service sent by itself, and how it was answered. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Its JSON; undefined where it is none. */
  readonly body: unknown;
  readonly status: number;
}

const MOST_BYTES = 4_000_000;
const MOST_REQUESTS = 10_000;

/** Receives what a service sends to others; `answer` gives the status of each answer. */
export async function receive(answer: () => number): Promise<{
  readonly url: string;
  readonly received: readonly Received[];
  stop(): void;
}> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The service may be anybody's.
      if (size > MOST_BYTES || received.length > MOST_REQUESTS) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const { headers, url: path = '' } = request;
      const body = jsonIn(Buffer.concat(chunks).toString('utf8'));
      response.statusCode = answer();
      received.push({ path, headers, body, status: response.statusCode });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
