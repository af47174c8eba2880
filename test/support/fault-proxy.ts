import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message on its way through the proxy; a fault changes it in place. */
export interface Passing {
  method: string;
  target: string;
  headers: IncomingHttpHeaders;
  /** Of the answer; 0 on the way there. */
  status: number;
  body: string;
}

/** What goes wrong, on the way there or back. */
export interface ProxyFault {
  readonly there?: (message: Passing) => void;
  readonly back?: (message: Passing) => void;
}

/** A proxy that makes a right service wrong, whatever it is written in. */
export async function startFaultProxy(url: string, fault: ProxyFault) {
  const { hostname, port } = new URL(url);
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url: target = '', headers } = incoming;
      const body = Buffer.concat(chunks);
      const passing = { method, target, headers: { ...headers }, status: 0, body: body.toString() };
      fault.there?.(passing);
      const options = { hostname, port, path: passing.target, method, headers: passing.headers };
      const outgoing = request(options, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const { 'content-length': _, ...rest } = answer.headers;
          const status = answer.statusCode ?? 0;
          const back = { ...passing, headers: rest, status, body: Buffer.concat(parts).toString() };
          fault.back?.(back);
          send(response, back);
        });
      });
      outgoing.on('error', () => response.destroy());
      outgoing.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(response: ServerResponse, { status, headers, body, method }: Passing): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
  response.statusCode = status;
  response.end(method === 'HEAD' || status === 204 || status === 304 ? undefined : body);
}
