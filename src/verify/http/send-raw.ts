import { connect } from 'node:net';
import type { Exchange, HttpResponse } from './exchange.ts';

/**
 * Writes bytes that need not be HTTP to the service, and reads what it says until it closes the
 * connection, has said nothing for a while, or time is up.
 */
export async function sendRaw(url: string, bytes: Buffer, timeoutMs = 5000): Promise<Exchange> {
  const { hostname, port } = new URL(url);
  const chunks: Buffer[] = [];
  const error = await new Promise<string | undefined>((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const finish = (why?: string) => {
      clearTimeout(deadline);
      clearTimeout(quiet);
      socket.destroy();
      resolve(why);
    };
    const deadline = setTimeout(() => finish('no answer'), timeoutMs);
    let quiet: NodeJS.Timeout | undefined;
    socket.on('connect', () => socket.end(bytes));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      clearTimeout(quiet);
      quiet = setTimeout(() => finish(), 100);
    });
    socket.on('error', (failure) => finish(failure.message));
    socket.on('end', () => finish());
  });
  const response = parse(Buffer.concat(chunks).toString('latin1'));
  return response ? { response } : { error: error ?? 'closed without an answer' };
}

/** The first answer in the text, read as leniently as can be. */
function parse(text: string): HttpResponse | undefined {
  const head = /^HTTP\/1\.\d (\d{3})[^\r\n]*\r\n/.exec(text);
  const end = text.indexOf('\r\n\r\n');
  if (!head || end < 0) return undefined;
  const lines = text.slice(head[0].length, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  ) as Record<string, string>;
  const rest = text.slice(end + 4);
  // Only whether there is a body matters, and of chunks the last is always there.
  const isEmpty = headers['transfer-encoding'] === 'chunked' && rest.startsWith('0\r\n');
  return { status: Number(head[1]), headers, text: isEmpty ? '' : rest };
}
