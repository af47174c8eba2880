import type { Diagnostic } from '#diagnostics';
import type { RequirementsReading } from '../read-requirements.ts';
import { readOpenApi } from './read-open-api.ts';

/** Reads a description of one or more files, given by path; the first is the document. */
export function readFiles(files: Readonly<Record<string, unknown>>): RequirementsReading {
  const texts = Object.entries(files).map(([path, content]): [string, string] => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content, null, 2),
  ]);
  const beside = new Map(texts);
  const [document = '', text = ''] = texts[0] ?? [];
  return readOpenApi(document, text, (path) => {
    const found = beside.get(path);
    return found === undefined ? { problem: 'there is no such file' } : { text: found };
  });
}

/** A small document with the paths and components given. */
export function documentWith(paths: unknown, components: unknown = {}): object {
  return { openapi: '3.0.3', info: { title: 'Test', version: '1' }, paths, components };
}

/** An operation that answers JSON of a schema. */
export function answering(schema: unknown): object {
  return {
    responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } },
  };
}

/** `code line:column` of each diagnostic. */
export function told(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, source }) => `${code} ${source?.line}:${source?.column}`);
}
