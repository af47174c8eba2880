import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { hex } from '../uuid.ts';
import { Problem } from './problem.ts';

/** Answers what is not HTTP, or too much of it: there is no request then, only a socket. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new Problem('header-too-large', 'The headers or the address of the request are too long.')
      : new Problem('malformed-request', 'This is not an HTTP request that can be read.');
  socket.end(answer(problem));
}

/** Node answers some requests by itself, without a body: here they are answered like any other. */
export function answerOddRequests(server: Server): void {
  server.on('checkExpectation', (request, response) => {
    server.emit('request', request, response);
  });
  server.on('connect', (_request, socket) => {
    socket.end(answer(new Problem('malformed-request', 'This service is no proxy.')));
  });
}

/** A whole answer as text, for sockets without a request. */
function answer(problem: Problem): string {
  const body = JSON.stringify(problem);
  const reason = problem.status === 431 ? 'Request Header Fields Too Large' : 'Bad Request';
  return [
    `HTTP/1.1 ${problem.status} ${reason}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    'X-Content-Type-Options: nosniff',
    'X-Frame-Options: DENY',
    'Referrer-Policy: no-referrer',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'Cache-Control: no-store',
    `X-Request-Id: ${hex(8)}`,
    '',
    body,
  ].join('\r\n');
}
