import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { OpenApiDocument } from '#contract';
import type { Result } from '#diagnostics';
import { cliDiagnostics } from './cli.diagnostics.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** Reads an OpenAPI document in JSON or YAML from a file. */
export async function readDocument(path: string): Promise<Result<OpenApiDocument>> {
  const refuse = (reason: string): Result<OpenApiDocument> => ({
    value: undefined,
    diagnostics: [cliDiagnostics.create('unreadable-document', { path: basename(path), reason })],
  });
  try {
    if ((await stat(path)).size > MAX_BYTES) return refuse('it is larger than 64 MiB');
    const value = parseText(await readFile(path, 'utf8'));
    return isOpenApi(value) ? { value, diagnostics: [] } : refuse('it is no OpenAPI 3 document');
  } catch (error) {
    return refuse(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

function parseText(text: string): unknown {
  // The library of YAML expands at most 100 aliases: a bomb of references ends as an error.
  return text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text);
}

function isOpenApi(value: unknown): value is OpenApiDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'openapi' in value &&
    String(value.openapi).startsWith('3.')
  );
}
