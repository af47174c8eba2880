import { invalidParameter, Problem } from '../http/problem.ts';

/** Names and values of a query or a form, in order. */
export type Pairs = readonly (readonly [name: string, value: string])[];

const MOST = 1000;

/** @throws a problem 400 for text that is not form-encoded, and for too many parts */
export function pairsOf(text: string): Pairs {
  if (text === '') return [];
  const parts = text.split('&', MOST + 1);
  if (parts.length > MOST) throw new Problem('malformed-request', 'There are too many parameters.');
  return parts.flatMap((part) => {
    if (part === '') return [];
    const equals = part.indexOf('=');
    const name = decode(equals === -1 ? part : part.slice(0, equals));
    const value = equals === -1 ? '' : decode(part.slice(equals + 1));
    if (value.includes('\0')) throw invalidParameter(name, 'holds U+0000');
    return [[name, value]];
  });
}

/** The query of a request, as it stands there. */
export function queryText(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start + 1);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Problem('malformed-request', 'The query is not valid percent-encoded UTF-8.');
  }
}
