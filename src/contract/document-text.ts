import { yamlChunks } from './yaml-text.ts';

/** A contract document as the text of a file: the same bytes on every machine. JSON is the canonical form. */
export function documentText(document: object, format: 'json' | 'yaml'): string {
  return [...documentChunks(document, format)].join('');
}

/** The same text in pieces of a path or a schema each: that of a thousand entities is large. */
export function* documentChunks(document: object, format: 'json' | 'yaml'): Iterable<string> {
  if (format === 'yaml') yield* yamlChunks(document);
  else {
    yield* jsonChunks(document, '');
    yield '\n';
  }
}

/** An operation or a schema to a line: YAML is for reading, but a diff of the JSON should say where too. */
const LEVELS = 3;

function* jsonChunks(value: unknown, indent: string): Iterable<string> {
  const isSpread = typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = isSpread ? Object.entries(value).filter(([, item]) => item !== undefined) : [];
  if (entries.length === 0 || indent.length === LEVELS * 2) {
    yield JSON.stringify(value);
    return;
  }
  let before = '{\n';
  for (const [key, item] of entries) {
    yield `${before}${indent}  ${JSON.stringify(key)}: `;
    yield* jsonChunks(item, `${indent}  `);
    before = ',\n';
  }
  yield `\n${indent}}`;
}
