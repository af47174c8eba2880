import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an upstream of a test has seen of a request. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly headers: IncomingMessage['headers'];
}

/**
 * A real HTTP server that says its name. `/…/echo` sends back what comes, as it comes; the rest answers with
 * what it has seen, unless `handle` answers.
 */
export async function startUpstream(
  name: string,
  handle: (request: IncomingMessage, response: ServerResponse) => boolean | void = () => false,
) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', rawHeaders, headers } = request;
    seen.push({ method, url, rawHeaders, headers });
    response.setHeader('x-name', name);
    if (handle(request, response) === true) return;
    if (url.endsWith('/echo')) {
      response.flushHeaders();
      request.pipe(response);
      return;
    }
    request.resume().on('end', () => response.end(JSON.stringify({ name, method, url, headers })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, port, seen, server, stop };
}
