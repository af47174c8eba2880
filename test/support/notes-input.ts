import type { IncomingMessage } from 'node:http';
import { type Answer, type Blame, type NotesFaults, problem } from './notes-answer.ts';

/** The query of a request, or the refusal of it. */
export function readQuery(
  state: NotesFaults,
  search: string,
  allowed: RegExp | undefined,
): { values: Map<string, string> } | Answer {
  const values = new Map<string, string>();
  for (const part of search === '' ? [] : search.split('&')) {
    const [rawName = '', rawValue = ''] = part.split('=', 2);
    const name = decoded(rawName);
    const value = decoded(rawValue);
    const isKnown = name !== undefined && (allowed?.test(name) ?? false);
    if (!isKnown && name !== undefined && state.has('unknown-query')) continue;
    if (!isKnown || value === undefined || values.has(name) || !fits(name, value)) {
      return problem(400, 'invalid-parameter', [{ parameter: name ?? rawName, code: 'invalid' }]);
    }
    values.set(name, value);
  }
  return { values };
}

function fits(name: string, value: string): boolean {
  if (name === 'limit') return /^([1-9]\d?|100)$/.test(value);
  if (name === 'cursor') return /^\d{1,9}$/.test(value);
  if (name === 'q')
    return (
      Array.from(value).length >= 1 && Array.from(value).length <= 100 && !value.includes('\u0000')
    );
  if (name === 'sort')
    return (
      /^-?(title|createdAt|updatedAt)(,-?(title|createdAt|updatedAt)){0,2}$/.test(value) &&
      new Set(value.replaceAll('-', '').split(',')).size === value.split(',').length
    );
  if (name.startsWith('title')) return !value.includes('\u0000') && value.length <= 5000;
  return value
    .split(',')
    .every(
      (text) =>
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text) &&
        !Number.isNaN(Date.parse(text)) &&
        !text.startsWith('0000') &&
        new Date(`${text.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(text.slice(0, 10)) &&
        !text.includes('T24'),
    );
}

/** The fields of a request's body, or the refusal of it. */
export function readBody(
  state: NotesFaults,
  request: IncomingMessage,
  bytes: Buffer,
  required: readonly string[],
): { fields: Partial<Record<'title' | 'body', string | null>> } | Answer | 'hang-up' {
  if (!/^application\/(merge-patch\+)?json(;|$)/.test(request.headers['content-type'] ?? ''))
    return problem(415, 'unsupported-media-type');
  if (bytes.length > 1024 * 1024) return problem(413, 'too-large');
  const json = parsed(bytes);
  if (json === undefined) {
    if (bytes.length > 100_000 && state.has('dies-on-deep')) {
      state.dead = true;
      return 'hang-up';
    }
    return problem(400, 'malformed-request');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return problem(422, 'validation-failed', [{ pointer: '', code: 'type' }]);
  const errors = Object.entries(json).flatMap(([name, value]) => faultsOf(state, name, value));
  for (const name of required)
    if (!(name in json)) errors.push({ pointer: `/${name}`, code: 'required' });
  if (errors.length > 0)
    return problem(
      422,
      'validation-failed',
      state.has('no-blame') ? [] : errors,
      state.has('leaks-path') ? ' at Object.check (/app/src/main.ts:10:5)' : '',
    );
  const fields = json as Partial<Record<'title' | 'body', string | null>>;
  if (fields.title?.includes('Ünï')) {
    if (state.has('crash-on-unicode')) return problem(500, 'internal');
    if (state.has('hangs-up')) return 'hang-up';
  }
  return { fields };
}

function faultsOf(state: NotesFaults, name: string, value: unknown): Blame[] {
  const pointer = `/${name}`;
  if (name !== 'title' && name !== 'body')
    return state.has('extra-property') ? [] : [{ pointer, code: 'unknown-property' }];
  if (value === null)
    return name === 'body' || state.has('null-title') ? [] : [{ pointer, code: 'required' }];
  if (typeof value !== 'string') return [{ pointer, code: 'type' }];
  const length = Array.from(value).length;
  if (name === 'title' && value.trim() === '' && !state.has('empty-title'))
    return [{ pointer, code: 'too-short' }];
  const limit = name === 'body' ? 10_000 : state.has('refuses-long') ? 254 : 255;
  return length > limit && !state.has('long-title') ? [{ pointer, code: 'too-long' }] : [];
}

function parsed(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (deepest(text) > 32) return undefined;
    return JSON.parse(text, (key, value: unknown) => {
      if (
        key === '__proto__' ||
        (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed()))
      )
        throw new Error('forbidden');
      return value;
    });
  } catch {
    return undefined;
  }
}

/** Brackets inside of texts count too: good enough for tests. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
