import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';

/**
 * Sends a stream as messages, at the pace of the caller: while his window is full, no item is asked for. Resolves
 * when all are sent or the caller has left. @throws what the stream throws
 */
export async function writeMessages(
  call: ServerWritableStream<unknown, unknown>,
  stream: AsyncIterable<unknown>,
  left: AbortSignal,
): Promise<void> {
  for await (const item of stream) {
    if (left.aborted) return;
    if (!call.write(item)) await once(call, 'drain', { signal: left }).catch(() => {});
  }
  call.end();
}
