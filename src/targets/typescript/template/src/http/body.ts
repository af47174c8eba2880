import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

const DEEPEST = 32;
const PLAIN = /^\s*(?:identity)?\s*$/i;
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]*)/i;
/** US-ASCII is a part of it. */
const UTF8 = /^(?:utf-?8|us-ascii)$/i;
const HEX = /^[0-9a-fA-F]{4}$/;

/** Reads JSON bodies, and nothing else; `application/merge-patch+json` for PATCH only. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const types = ['application/json', 'application/merge-patch+json'];
  app.addContentTypeParser(
    types,
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const patch = request.headers['content-type']
        ?.toLowerCase()
        .startsWith('application/merge-patch');
      if (request.method === 'DELETE') return undefined;
      if (patch && request.method !== 'PATCH') throw notJson();
      requirePlainUtf8(request);
      return parseJson(body);
    },
  );
  app.addContentTypeParser('*', async (request: FastifyRequest) => {
    if (request.method !== 'DELETE') throw notJson();
  });
}

/** The body of a request that needs one. @throws a problem 400 if there is none */
export function bodyOf(request: FastifyRequest): unknown {
  if (request.body === undefined) throw malformed('The body is empty.');
  return request.body;
}

/** @throws a problem 400 for anything that is not well-formed, moderate and unambiguous JSON */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw malformed('The body is empty.');
  if (!isUtf8(body)) throw malformed('The body is not valid UTF-8.');
  const text = body.toString();
  scan(text);
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('The body is not valid JSON.');
  }
}

/** Bodies are read as they come. @throws a problem 415 for one that is compressed, or no UTF-8 by its own word */
export function requirePlainUtf8({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'] ?? '';
  if (!PLAIN.test(encoding)) {
    throw new Problem('unsupported-media-type', 'The body must not be encoded (Content-Encoding).');
  }
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!UTF8.test(charset)) {
    throw new Problem('unsupported-media-type', 'The body must be UTF-8.');
  }
}

/** Looks for what `JSON.parse` takes but we refuse: deep nesting, repeated or dangerous names, broken text. */
function scan(text: string): void {
  const names: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
        names.push(new Set());
        break;
      case 0x5b: // [
        names.push(undefined);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        names.pop();
        break;
      case 0x22: {
        const end = endOfString(text, at);
        const known = names.at(-1);
        if (known && isName(text, end)) checkName(text.slice(at, end + 1), known);
        at = end;
      }
    }
    if (names.length > DEEPEST) throw malformed(`The body is nested deeper than ${DEEPEST}.`);
  }
}

/** The place of the closing quote; checks the escapes on the way. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    if (code !== 0x5c) continue;
    at += 1;
    if (text.charCodeAt(at) === 0x75) at += checkEscape(text, at + 1);
  }
  return text.length;
}

/** Refuses the escapes of U+0000 and of lone surrogates; gives how many characters it has read. */
function checkEscape(text: string, at: number): number {
  const code = codeAt(text, at);
  if (code === 0) throw malformed('The body holds U+0000.');
  if (code < 0xd800 || code > 0xdfff) return 4;
  const low = text.startsWith('\\u', at + 4) ? codeAt(text, at + 6) : 0;
  if (code > 0xdbff || low < 0xdc00 || low > 0xdfff) {
    throw malformed('The body holds half of a surrogate pair.');
  }
  return 10;
}

function codeAt(text: string, at: number): number {
  const digits = text.slice(at, at + 4);
  if (!HEX.test(digits)) throw malformed('The body is not valid JSON.');
  return Number.parseInt(digits, 16);
}

function isName(text: string, end: number): boolean {
  let at = end + 1;
  while (' \t\n\r'.includes(text.charAt(at)) && at < text.length) at += 1;
  return text.charCodeAt(at) === 0x3a;
}

function checkName(quoted: string, known: Set<string>): void {
  const name = quoted.includes('\\') ? String(tryParse(quoted)) : quoted.slice(1, -1);
  if (name === '__proto__') throw malformed('The body holds the name __proto__.');
  if (known.has(name)) throw malformed('The body holds a name twice.');
  known.add(name);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('The body is not valid JSON.');
  }
}

const malformed = (detail: string) => new Problem('malformed-request', detail);
/** The body is not what it must be, by its content type. */
export const notJson = (): Problem =>
  new Problem('unsupported-media-type', 'The body must be JSON: Content-Type: application/json.');
