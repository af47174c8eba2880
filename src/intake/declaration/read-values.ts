import type { EnumValue } from '#blueprint';
import { isExample } from './without-example.ts';
import { splitOutside } from './split-list.ts';

/**
 * The values of an enumeration: `A | B`, `'a', 'b'`, `draft/paid`, `1 = new, 2 = old`.
 * @returns undefined unless there are at least two short values, and for examples
 */
export function readValues(text: string): readonly EnumValue[] | undefined {
  const inner = text
    .trim()
    .replace(/^[([{（]([\s\S]*)[)\]}）]$/, '$1')
    .trim();
  if (isExample(inner)) return undefined;
  for (const separator of ['|', '｜', '/', '／', ',', '，', '、', ';', '·']) {
    const parts = splitOutside(inner, (char) => char === separator).map((part) => part.text);
    if (parts.length < 2) continue;
    if (',，、'.includes(separator))
      parts.push(...(parts.pop() ?? '').split(/\s+(?:or|oder|ou|или|або)\s+/i));
    const values = parts.map(readValue);
    if (values.every((value) => value !== undefined)) return unique(values);
  }
  return undefined;
}

/** `"open"`, `OPEN (Open)`, `1: Accepted` → the stored value and its label. */
export function readValue(text: string): EnumValue | undefined {
  const bare = text
    .trim()
    .replace(/^(?:or|and|o|y|e|ou|et|oder|und|или|и)\s+/i, '')
    .replace(/[.。]$/, '');
  const named =
    /^[`'"“”‘’«»「」]?(-?\d{1,3}|[A-Za-z_][\w-]{0,40})[`'"“”‘’«»「」]?\s*(?:[=:：]|\s-\s|\s?[–—]\s?)\s*(.{1,60})$/u.exec(
      bare,
    ) ?? /^(\d{1,3})\s+([^\x20-\x7e].{0,40})$/u.exec(bare);
  const bracketed =
    /^[`'"“”]?([\p{L}\p{N}_ -]{1,40}?)[`'"“”]?\s*[(（]([^()（）]{1,60})[)）]$/u.exec(bare);
  const pair = named ?? bracketed;
  if (pair !== null) return valueOf(pair[1] ?? '', pair[2] ?? '');
  const single = bare.replace(/^[`'"“”‘’«»「」『』]+|[`'"“”‘’«»「」『』]+$/g, '').trim();
  return valueOf(single, single);
}

function valueOf(value: string, label: string): EnumValue | undefined {
  const trimmed = value.trim();
  if (
    /^(?:NULL|NOT|NOT NULL|VARCHAR|INTEGER|BIGINT|SMALLINT|SERIAL|UNIQUE|PK|FK|PRIMARY|KEY|AUTO_INCREMENT|INDEX|UUID|URL|ID|JSON|API|PDF|CSV|HTTP|JWT)$/.test(
      trimmed,
    )
  )
    return undefined;
  const isShort = trimmed !== '' && trimmed.length <= 60 && trimmed.split(/\s+/).length <= 5;
  return isShort && /[\p{L}\p{N}]/u.test(trimmed) && !/[{}<>=]/.test(trimmed)
    ? { value: trimmed, label: label.trim() }
    : undefined;
}

function unique(values: readonly (EnumValue | undefined)[]): readonly EnumValue[] {
  const seen = new Set<string>();
  return values.filter(
    (value): value is EnumValue =>
      value !== undefined && !seen.has(value.value) && seen.add(value.value) !== undefined,
  );
}
