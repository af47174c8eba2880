/**
 * Canonical JSON: object keys in code-unit order, two spaces of indentation, a final newline.
 * The same value gives the same bytes on every machine.
 */
export function canonicalJson(value: unknown): string {
  return [...canonicalChunks(value)].join('');
}

/** The same text in pieces, an entity of a blueprint to a piece at most. */
export function* canonicalChunks(value: unknown): Iterable<string> {
  yield* chunks(value, '', 5);
  yield '\n';
}

function* chunks(value: unknown, indent: string, levels: number): Iterable<string> {
  const items = Array.isArray(value)
    ? value.map((item: unknown) => ['', item] as const)
    : typeof value === 'object' && value !== null
      ? entriesOf(value).map(([key, item]) => [`${JSON.stringify(key)}: `, item] as const)
      : [];
  const inner = `${indent}  `;
  if (levels === 0 || items.length === 0) {
    yield (JSON.stringify(sorted(value), null, 2) ?? 'null').replaceAll('\n', `\n${indent}`);
    return;
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  let before = `${open}\n`;
  for (const [name, item] of items) {
    yield `${before}${inner}${name}`;
    yield* chunks(item, inner, levels - 1);
    before = ',\n';
  }
  yield `\n${indent}${close}`;
}

/** As JSON has them: without what is undefined, numbers before words. */
function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(inOrder(value)).filter(([, item]) => item !== undefined);
}

function inOrder(value: object, each = (item: unknown) => item): object {
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, each(item)]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  return value === null || typeof value !== 'object' ? value : inOrder(value, sorted);
}
