import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result, SourceSpan } from '#diagnostics';
import { type FileTree, fileTree, pathProblem } from './file-tree.ts';
import { filesDiagnostics } from './files.diagnostics.ts';
import type { GeneratedFile } from './generated-file.ts';
import { errorCode } from './io-diagnostic.ts';
import { jsonFields, jsonItems } from './json-fields.ts';
import type { PendingConflict, Pristine } from './pristine.ts';
import { PRISTINE_FORMAT, PRISTINE_PATH } from './pristine-files.ts';

/**
 * Reads what was generated last time from a service's folder. When it is missing or damaged the value
 * is undefined and a warning says so: an update then treats every differing file as edited.
 */
export function readPristine(dir: string): Result<Pristine> {
  const path = join(dir, PRISTINE_PATH);
  try {
    return { value: parsePristine(readFileSync(path, 'utf8')), diagnostics: [] };
  } catch (error) {
    const reason = errorCode(error) ?? (error instanceof Error ? error.message : String(error));
    const diagnostic = filesDiagnostics.create('pristine-unreadable', { path, reason });
    return { value: undefined, diagnostics: [diagnostic] };
  }
}

/** It was on a user's disk: nothing in it is taken on trust, paths least of all. */
function parsePristine(text: string): Pristine {
  const json = jsonFields(JSON.parse(text), 'the document');
  if (json.get('formatVersion') !== PRISTINE_FORMAT) {
    throw new Error(
      `its format version is ${JSON.stringify(json.get('formatVersion'))}, not ${PRISTINE_FORMAT}`,
    );
  }
  const pending = [...jsonFields(json.get('pending'), 'pending')].map(
    ([path, sides]) => [path, pendingConflict(path, sides)] as const,
  );
  return { files: files(jsonFields(json.get('files'), 'files')), pending: new Map(pending) };
}

function files(json: ReadonlyMap<string, unknown>): FileTree {
  return fileTree([...json].map(([path, row]) => generatedFile(path, jsonFields(row, path))));
}

function generatedFile(path: string, row: ReadonlyMap<string, unknown>): GeneratedFile {
  const [owner, content, sources] = [row.get('owner'), row.get('content'), row.get('sources')];
  if (owner !== 'generated' && owner !== 'scaffold') throw new Error(`'${path}' has no owner`);
  if (typeof content !== 'string') throw new Error(`'${path}' has no content`);
  const file: GeneratedFile = {
    path,
    content,
    owner,
    sources: jsonItems(sources, path).map((span) => unpackSpan(path, span)),
  };
  return row.get('executable') === true ? { ...file, executable: true } : file;
}

function pendingConflict(path: string, json: unknown): PendingConflict {
  const sides = jsonFields(json, path);
  const [generated, yours] = [sides.get('generated'), sides.get('yours')];
  const problem = pathProblem(path);
  if (problem !== undefined) throw new Error(`the path '${path}' ${problem}`);
  if (typeof generated !== 'string' || typeof yours !== 'string') {
    throw new Error(`the conflict of '${path}' has no texts`);
  }
  return { generated, yours };
}

function unpackSpan(path: string, json: unknown): SourceSpan {
  const [document, line, column, endLine, endColumn] = jsonItems(json, path);
  if (
    typeof document !== 'string' ||
    typeof line !== 'number' ||
    typeof column !== 'number' ||
    typeof endLine !== 'number' ||
    typeof endColumn !== 'number'
  ) {
    throw new Error(`'${path}' has a source that is no place`);
  }
  return { document, line, column, endLine, endColumn };
}
