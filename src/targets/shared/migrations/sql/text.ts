/** `"name"` */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `"a", "b"` */
export function names(list: readonly string[]): string {
  return list.map(quoted).join(', ');
}

/** `'it''s'` */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
