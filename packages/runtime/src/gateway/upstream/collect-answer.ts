import type { UpstreamRequest } from './request-head.ts';
import type { Upstreams } from './upstreams.ts';

/** A whole answer. */
export interface CollectedAnswer {
  readonly status: number;
  /** Name, value, name, value, as they came. */
  readonly headers: readonly string[];
  /** Undefined when it was longer than the limit. */
  readonly body: Buffer | undefined;
  /** When its head came, on `performance.now()`. */
  readonly headAt: number;
}

/** Sends a request and keeps the answer, up to a length. Rejects with an UpstreamError when there is none. */
export function collectAnswer(
  upstreams: Upstreams,
  url: URL,
  request: UpstreamRequest,
  longest: number,
): Promise<CollectedAnswer> {
  return new Promise((resolve, reject) => {
    let head = { status: 0, headers: [] as readonly string[], headAt: 0 };
    let bytes = 0;
    let chunks: Buffer[] = [];
    const call = upstreams.send(url, request, {
      onHead(status, headers) {
        head = { status, headers, headAt: performance.now() };
      },
      onData(chunk) {
        bytes += chunk.length;
        if (bytes <= longest) chunks.push(chunk);
        else {
          chunks = [];
          // The rest is of no use to anybody.
          call.abort(new Error('It is too long.'));
        }
      },
      onEnd: () => resolve({ ...head, body: Buffer.concat(chunks) }),
      onError: (error) => (bytes > longest ? resolve({ ...head, body: undefined }) : reject(error)),
    });
  });
}
