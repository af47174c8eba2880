import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../http/problem.ts';

/** Each migration may change how records are shown, without a new version of them. */
const migrations = readdirSync(join(import.meta.dirname, '../../migrations/sqlite')).length;

/** The strong validator of a version of a record: `"1-3"`. */
export function etagOf(version: number): string {
  return `"${migrations}-${version}"`;
}

/** True if a list of entity tags has the given one or is `*`. `weak` also takes tags marked as weak. */
export function matches(header: string, etag: string, weak = false): boolean {
  return header.split(',').some((part) => {
    const tag = part.trim();
    return tag === '*' || tag === etag || (weak && tag === `W/${etag}`);
  });
}

/** @throws a problem 412 unless `If-Match` is absent or names the current version. */
export function requireMatch(header: string | undefined, version: number): void {
  if (header !== undefined && !matches(header, etagOf(version))) {
    throw new Problem('precondition-failed', 'The record has changed since: read it again.', {
      headers: { etag: etagOf(version) },
    });
  }
}
