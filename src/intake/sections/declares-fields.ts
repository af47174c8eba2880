import type { Block } from '../document/document.ts';

/** `name: string`, `name (integer)`, "name – date" in any language that calls types so. */
const declared =
  /^[*_`]*[\p{L}_][\p{L}\p{N}_ ]{0,40}[*_`]*\s*(?:[:：(]|\s[–-]\s)\s*`?(?:string|text|varchar|int(?:eger)?|number|decimal|float|bool(?:ean)?|date|date-?time|timestamp|uuid|money|e-?mail|url|enum)\b/iu;

/** Most points of a section are fields with their types: whatever its heading means elsewhere, here it is a record. */
export function declaresFields(blocks: readonly Block[]): boolean {
  const items = blocks.filter(({ kind }) => kind === 'item');
  const fields = items.filter(({ text }) => text.length < 400 && declared.test(text));
  return fields.length > 0 && fields.length >= items.length / 2;
}
