import { type HttpResponse, mediaType } from '../http/exchange.ts';
import { sendRaw } from '../http/send-raw.ts';
import type { Finding } from '../gate.ts';
import { fuzzDiagnostics } from './fuzz.diagnostics.ts';
import { leakIn } from './judge-problem.ts';

interface RawRequest {
  readonly what: string;
  readonly bytes: Buffer;
  /** True where some servers rightly answer as usual. */
  readonly mayPass?: boolean;
}

/** Sends what is not quite HTTP; the process must live, and any answer must be a refusal in the usual form. */
export async function fuzzRaw(
  url: string,
  path: string,
  alive: () => boolean,
): Promise<{ readonly findings: readonly Finding[]; readonly requests: number }> {
  const findings: Finding[] = [];
  const requests = rawRequests(path);
  for (const raw of requests) {
    const { response } = await sendRaw(url, raw.bytes);
    const problem = !alive() ? 'ends the service' : response && problemOf(raw, response);
    if (problem !== undefined) findings.push(finding(raw, problem));
    const leak =
      response && response.status >= 400
        ? leakIn(response, { method: '', target: path, headers: {} })
        : undefined;
    if (leak !== undefined) findings.push(finding(raw, `is answered with an internal: ${leak}`));
    if (!alive()) break;
  }
  return { findings, requests: requests.length };
}

function problemOf(raw: RawRequest, response: HttpResponse): string | undefined {
  const { status } = response;
  if (status >= 500) return `is answered ${status}`;
  if (status < 400) return raw.mayPass ? undefined : `is answered ${status}`;
  // HTTP servers refuse some requests themselves, without a body, before the service sees them.
  const type = mediaType(response);
  return response.text === '' || type === 'application/problem+json'
    ? undefined
    : `is refused as '${type}', not as a problem document`;
}

function finding({ what, bytes }: RawRequest, problem: string): Finding {
  // `nc` takes host and port as two words.
  const send = `printf '%b' ${shell(bytes)} | nc -q1 $(echo "\${URL#http://}" | tr : ' ')`;
  return {
    ...fuzzDiagnostics.create('raw-not-refused', { what, problem }),
    clause: 'SP-2.5',
    ...(bytes.length <= 600 && { curl: send }),
  };
}

/** Bytes for `printf %b`: everything but plain characters as octal escapes. */
function shell(bytes: Buffer): string {
  const text = [...bytes].map((byte) =>
    /[\w /:.,{}-]/.test(String.fromCodePoint(byte)) && byte < 128
      ? String.fromCodePoint(byte)
      : `\\0${byte.toString(8).padStart(3, '0')}`,
  );
  return `'${text.join('')}'`;
}

function rawRequests(path: string): readonly RawRequest[] {
  const host = 'Host: localhost\r\nConnection: close\r\n';
  const json = 'Content-Type: application/json\r\n';
  const raw = (what: string, text: string, mayPass = false): RawRequest => ({
    what,
    bytes: Buffer.from(text, 'latin1'),
    mayPass,
  });
  return [
    raw('bytes that are no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'),
    raw('a line that is no request', 'HELLO\r\n\r\n'),
    raw('an unknown method', `BREW ${path} HTTP/1.1\r\n${host}\r\n`),
    raw('no Host', `GET ${path} HTTP/1.1\r\nConnection: close\r\n\r\n`, true),
    raw('an unknown version', `GET ${path} HTTP/9.9\r\n${host}\r\n`),
    raw('a header without a colon', `GET ${path} HTTP/1.1\r\n${host}nonsense\r\n\r\n`),
    raw('a space before the colon', `GET ${path} HTTP/1.1\r\n${host}X-A : b\r\n\r\n`),
    raw('a header of 100 kB', `GET ${path} HTTP/1.1\r\n${host}X-A: ${'a'.repeat(100_000)}\r\n\r\n`),
    raw('2,000 headers', `GET ${path} HTTP/1.1\r\n${host}${'X-A: b\r\n'.repeat(2000)}\r\n`, true),
    raw('a path of 100 kB', `GET ${path}/${'a'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`),
    raw(
      'a length that is no number',
      `POST ${path} HTTP/1.1\r\n${host}${json}Content-Length: x\r\n\r\n{}`,
    ),
    raw('a negative length', `POST ${path} HTTP/1.1\r\n${host}${json}Content-Length: -1\r\n\r\n{}`),
    raw(
      'two lengths',
      `POST ${path} HTTP/1.1\r\n${host}${json}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    ),
    raw(
      'a length and chunks',
      `POST ${path} HTTP/1.1\r\n${host}${json}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ),
    raw(
      'a broken chunk',
      `POST ${path} HTTP/1.1\r\n${host}${json}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    ),
    raw(
      'a body shorter than its length',
      `POST ${path} HTTP/1.1\r\n${host}${json}Content-Length: 100\r\n\r\n{}`,
    ),
    raw('characters outside ASCII in its path', `GET ${path}/\xff\xfe HTTP/1.1\r\n${host}\r\n`),
    raw('a line feed in its path', `GET ${path}\nX: y HTTP/1.1\r\n${host}\r\n`, true),
    raw('an absolute address', `GET http://example.com${path} HTTP/1.1\r\n${host}\r\n`, true),
    raw('two slashes before its path', `GET //example.com${path} HTTP/1.1\r\n${host}\r\n`),
    raw(
      'an upgrade',
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      true,
    ),
    raw(
      'an Expect that nobody knows',
      `POST ${path} HTTP/1.1\r\n${host}${json}Expect: 200-nonsense\r\nContent-Length: 2\r\n\r\n{}`,
      // RFC 9110, 10.1.1: a server may refuse it, and need not.
      true,
    ),
  ];
}
