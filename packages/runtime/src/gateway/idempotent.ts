import type { IncomingMessage } from 'node:http';

/** Sending it twice does what sending it once does (RFC 9110, section 9.2.2), or the caller says that it does. */
export const isIdempotent = ({ method = '', headers }: IncomingMessage): boolean =>
  /^(?:GET|HEAD|OPTIONS|PUT|DELETE)$/.test(method) || headers['idempotency-key'] !== undefined;

/** Changes nothing (RFC 9110, section 9.2.1). */
export const isSafe = (method: string | undefined): boolean =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
