import type { EnumValue } from '#blueprint';
import { readValue } from '../../declaration/read-values.ts';

/** The values that are stored, and the names by which code calls them. */
export interface EnumBody {
  readonly values: readonly EnumValue[];
  readonly members: ReadonlyMap<string, string>;
}

/**
 * What stands between the brackets of an enumeration: `LOW, HIGH`, one a line, `OPEN = 'open'`, `BOOKED("booked")`,
 * `BOOKED = 0;`, or names with blanks between.
 * @returns undefined unless there are two values
 */
export function readEnumBody(body: string): EnumBody | undefined {
  const bare = body.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|^\s*[#@][^\n]*|\[[^\]\n]*\]/gm, '');
  // What follows the values of an enumeration in Java are its methods.
  const listed = /^[^;]*,[^;]*;/.test(bare) ? (bare.split(';')[0] ?? '') : bare;
  const pieces = listed.split(/[\n,;]/).filter((piece) => piece.trim() !== '');
  const parts = pieces.length === 1 ? (pieces[0] ?? '').trim().split(/\s+/) : pieces;
  const values: EnumValue[] = [];
  const members = new Map<string, string>();
  for (const part of parts) {
    const found =
      /^\s*(?:case\s+)?["'`]?([\p{L}_][\p{L}\p{N}_ -]{0,40}?)["'`]?\s*(?:\(.*|[=:]\s*(?:["']([^"']{1,60})["'].*|-?\d.*|\w+\(.*))?$/u.exec(
        part,
      );
    const name = found?.[1];
    if (name === undefined || name.endsWith('_UNSPECIFIED')) continue;
    const value = readValue(found?.[2] ?? name);
    if (value === undefined || members.has(name)) continue;
    members.set(name, value.value);
    values.push(value);
  }
  return values.length > 1 ? { values, members } : undefined;
}
