import type { Context } from '../component/context.ts';
import { formatTraceparent } from '../component/trace-context.ts';
import { ServiceUnavailableError } from '../errors/call-errors.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import type { InputOf, OutputOf } from '../component/interface.ts';
import type { httpInterface } from './http-interface.ts';

/** Longer answers are refused: they could not travel over a bus. */
const LARGEST = 1_000_000;

/** RFC 9110, 7.6.1: for one connection alone; fetch sets what it needs of them. */
const hopByHop = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Sends the request of a call to a service below `base`; credentials, request id and trace of the call go
 * along. An answer of any status is an answer.
 * @throws ServiceUnavailableError when there is no connection, RuntimeError for a path that leads elsewhere
 * and for an answer that is too long, or the reason of the call's signal
 */
export async function callHttp(
  base: string,
  { serviceId, data, requestId, headers, trace, signal }: Context<InputOf<typeof httpInterface>>,
): Promise<OutputOf<typeof httpInterface>> {
  const url = below(base, data.path);
  const { method, body } = data;
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal,
      headers: {
        ...(sent !== body && { 'content-type': 'application/json' }),
        ...(headers['authorization'] !== undefined && { authorization: headers['authorization'] }),
        ...(trace !== undefined && { traceparent: formatTraceparent(trace) }),
        'x-request-id': requestId,
        ...endToEnd(Object.entries(data.headers ?? {})),
      },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await bounded(response);
    return {
      status: response.status,
      headers: endToEnd(response.headers),
      body: text === '' ? null : isJson(response) ? parsed(text) : text,
    };
  } catch (error) {
    if (error instanceof RuntimeError) throw error;
    if (signal.aborted) throw signal.reason;
    throw new ServiceUnavailableError(serviceId, 'not reachable');
  }
}

/** The path is the caller's: it must not lead to another host, nor out of the base path. */
function below(base: string, path: string): URL {
  const root = new URL(base);
  const prefix = root.pathname.replace(/\/$/, '');
  const url = new URL(root.origin + prefix + path);
  if (url.origin === root.origin && `${url.pathname}/`.startsWith(`${prefix}/`)) return url;
  throw new RuntimeError('invalid-path', `The path "${path.slice(0, 200)}" leads elsewhere.`, {
    status: 400,
  });
}

const endToEnd = (headers: Iterable<readonly [string, string]>) =>
  Object.fromEntries(
    [...headers]
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => !hopByHop.has(name)),
  );

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > LARGEST) {
      throw new RuntimeError('answer-too-large', `The answer has more than ${LARGEST} bytes.`, {
        status: 502,
      });
    }
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const isJson = ({ headers }: Response) =>
  /^application\/([\w.-]+\+)?json\b/.test(headers.get('content-type') ?? '');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
