import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/**
 * Answers with a stream as JSON lines (`application/x-ndjson`), at the pace of the caller. Resolves when it is over
 * or the caller has left. @throws what the stream throws; what was written by then does not look whole to the caller
 */
export async function writeStream(
  response: ServerResponse,
  stream: AsyncIterable<unknown>,
  requestId: string,
): Promise<void> {
  const items = stream[Symbol.asyncIterator]();
  const left = new AbortController();
  response.once('close', () => {
    left.abort();
    void items.return?.();
  });
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'x-request-id': requestId });
  response.flushHeaders();
  for (;;) {
    const { done = false, value } = await items.next();
    if (done || left.signal.aborted) break;
    if (!response.write(`${JSON.stringify(value)}\n`))
      await once(response, 'drain', left).catch(() => {});
  }
  if (!left.signal.aborted) response.end();
}
