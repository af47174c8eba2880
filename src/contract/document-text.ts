import { yamlText } from './yaml-text.ts';

/** A contract document as the text of a file: the same bytes on every machine. JSON is the canonical form. */
export function documentText(document: object, format: 'json' | 'yaml'): string {
  return format === 'yaml' ? yamlText(document) : `${JSON.stringify(document, null, 2)}\n`;
}
