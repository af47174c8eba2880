import type { IncomingMessage } from 'node:http';
import { problem } from './problem.ts';

/** Bodies of a declared length up to this are read before they are forwarded: they can be sent twice. */
export const SHORT_BODY = 16_384;

/** What is known of a body before it is read. */
export type BodyKind = 'none' | 'short' | 'streamed';

/**
 * Says how a request's body is to be forwarded.
 * @throws when its frame is one that servers understand differently, or it is too long
 */
export function bodyKind({ headers }: IncomingMessage, limit: number): BodyKind {
  const coding = headers['transfer-encoding'];
  if (coding !== undefined) {
    // RFC 9112, section 6.1: unknown codings are answered with 501, and hidden ones are attacks.
    if (coding.toLowerCase() === 'chunked') return 'streamed';
    throw problem(501, 'unknown-coding', 'The only transfer coding that is understood is chunked.');
  }
  const length = Number(headers['content-length'] ?? 0);
  if (length > limit) throw tooLarge(limit);
  if (length === 0) return 'none';
  return length <= SHORT_BODY ? 'short' : 'streamed';
}

/** Reads a short body. Rejects when the caller leaves. */
export function readShort(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () =>
      resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)),
    );
    request.on('error', reject);
    request.on('close', () => reject(new Error('The caller left.')));
  });
}

/** The body as it comes, at the pace of whoever reads it. Throws once it is longer than the limit. */
export async function* streamBody(request: IncomingMessage, limit: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  // To destroy the request would destroy the socket on which the answer has to go out.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > limit) throw tooLarge(limit);
    yield chunk as Buffer;
  }
}

/** Reads a body to its end. Rejects once it is longer than the limit, and when the caller leaves. */
export async function readWhole(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamBody(request, limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const tooLarge = (limit: number) =>
  problem(413, 'body-too-large', `The body is longer than ${limit} bytes.`, { limit });
