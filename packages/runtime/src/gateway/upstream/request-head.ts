/** A request to an upstream. */
export interface UpstreamRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Name, value, name, value; without those that concern the connection or say `transfer-encoding`. */
  readonly headers: readonly string[];
  /** Whole, or as it comes: then with its length in the headers, or in chunks. */
  readonly body: Buffer | AsyncIterable<Buffer> | undefined;
  /** Until the head of the answer, from when it is sent on. */
  readonly timeoutMs: number;
  /** Between two pieces of the answer. */
  readonly idleMs: number;
}

/** The head of a request as text, ready to be written in Latin-1. */
export interface RequestHead {
  readonly text: string;
  /** The body has to be written in chunks. */
  readonly chunked: boolean;
}

/** @param host for a request that names none. @throws TypeError when something in it would end a line */
export function requestHead(
  { method, path, headers, body }: UpstreamRequest,
  host: string,
): RequestHead {
  if (!TOKEN.test(method) || !TARGET.test(path)) throw new TypeError('No such request.');
  let hasHost = false;
  let hasLength = false;
  let text = `${method} ${path} HTTP/1.1\r\n`;
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? '';
    const value = headers[at + 1] ?? '';
    if (!TOKEN.test(name) || ILLEGAL.test(value)) throw new TypeError(`No such header: ${name}`);
    if (name.length === 4) hasHost ||= name.toLowerCase() === 'host';
    else if (name.length === 14) hasLength ||= name.toLowerCase() === 'content-length';
    text += `${name}: ${value}\r\n`;
  }
  if (!hasHost) text += `host: ${host}\r\n`;
  let chunked = false;
  if (!hasLength) {
    if (Buffer.isBuffer(body)) text += `content-length: ${body.length}\r\n`;
    else if (body !== undefined) {
      chunked = true;
      text += 'transfer-encoding: chunked\r\n';
    } else if (method === 'POST' || method === 'PUT' || method === 'PATCH') {
      // RFC 9110, section 8.6: where a body is expected, none is said.
      text += 'content-length: 0\r\n';
    }
  }
  return { text: `${text}connection: keep-alive\r\n\r\n`, chunked };
}

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const TARGET = /^[\u0021-\u00ff]+$/;
/** Letters beyond Latin-1 would lose their upper half, and be a line end then. */
const ILLEGAL = /[^\t\u0020-\u007e\u0080-\u00ff]/;
