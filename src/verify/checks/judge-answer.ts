import { mediaType } from '../http/exchange.ts';
import type { HttpRequest } from '../http/exchange.ts';
import type { Answer } from './answer.ts';
import { problemCodes } from './problems.ts';

/** Something wrong with an answer that no answer may have. */
export interface Fault {
  readonly clause: string;
  readonly problem: string;
}

const LEAKS: readonly [RegExp, string][] = [
  [/(?:\n|\\n)\s+at .{1,200}:\d+:\d+|Traceback \(most recent|panicked at/, 'a stack trace'],
  [/node_modules|site-packages|\/src\/[\w/-]+\.(ts|js|rs|py)\b/, 'a file path'],
  [/SQLITE_|\bSELECT .{1,80}? FROM |INSERT INTO |UNIQUE constraint failed|pg_catalog/i, 'SQL'],
  [/\b(fastify|kysely|sqlalchemy|sqlx|axum|pydantic|FST_ERR|better-sqlite)\b/i, 'a library name'],
];

const HEADERS: readonly [string, RegExp][] = [
  ['x-content-type-options', /^nosniff$/],
  ['referrer-policy', /^no-referrer$/],
  ['x-frame-options', /^DENY$/],
  ['content-security-policy', /default-src/],
  ['x-request-id', /./],
];

/** What is wrong with an answer whatever was asked: problems (SP-2), headers (SP-12.3), 401 (SP-6.8). */
export function judgeAnswer(request: HttpRequest, answer: Answer): readonly Fault[] {
  const faults: Fault[] = [];
  const say = (clause: string, problem: string) => faults.push({ clause, problem });
  for (const [name, expected] of HEADERS) {
    const value = answer.headers[name];
    if (value === undefined || !expected.test(value)) {
      say('SP-12.3', `the header ${name} is ${value === undefined ? 'missing' : `'${value}'`}`);
    }
  }
  if (answer.status >= 500) say('SP-4.6', `it answered ${answer.status}`);
  if (answer.status >= 400 && request.method !== 'HEAD') judgeProblem(request, answer, say);
  if (request.target.startsWith('/api/')) {
    const caching = answer.headers['cache-control'] ?? '';
    if (!/no-store|no-cache/.test(caching))
      say('SP-12.3', 'Cache-Control does not forbid to store');
  }
  if (answer.status === 405 && !answer.headers['allow']) say('SP-2.2', '405 without Allow');
  if (answer.status === 429 && !answer.headers['retry-after'])
    say('SP-2.2', '429 without Retry-After');
  return faults;
}

function judgeProblem(
  request: HttpRequest,
  answer: Answer,
  say: (clause: string, problem: string) => void,
): void {
  const { type, title, status, detail } = answer.record;
  const codes = problemCodes[answer.status] ?? [];
  if (mediaType(answer) !== 'application/problem+json') {
    say('SP-2.1', `${answer.status} as '${mediaType(answer)}' instead of application/problem+json`);
  } else if (typeof type !== 'string' || !codes.some((code) => type === `urn:problem:${code}`)) {
    say('SP-2.2', `${answer.status} with the type ${JSON.stringify(type)}`);
  } else if (typeof title !== 'string' || typeof detail !== 'string' || status !== answer.status) {
    say('SP-2.1', `${answer.status} without title, detail or the same status`);
  }
  for (const [pattern, what] of LEAKS) {
    const leak = pattern.exec(answer.text)?.[0];
    // What it says back to the caller is no secret of its own.
    if (leak !== undefined && !isSaid(request, leak))
      say('SP-2.4', `an answer of ${answer.status} holds ${what}`);
  }
}

function isSaid({ target, body = '' }: HttpRequest, text: string): boolean {
  const said = `${target} ${body.toString()}`;
  return said.includes(text) || said.includes(encodeURIComponent(text));
}
