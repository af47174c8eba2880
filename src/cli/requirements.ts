import { open } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Result } from '#diagnostics';
import type { ReadBeside } from '#intake';
import { cliDiagnostics } from './cli.diagnostics.ts';
import type { CommandContext } from './command.ts';
import { readBeside } from './read-beside.ts';

/** What the user gave as `<requirements>`. */
export interface RequirementsText {
  /** The name of the document in diagnostics and sources: the file's name, `stdin` or `sentence`. */
  readonly document: string;
  readonly text: string;
  /** Reads what the document refers to; only a document that is a file has anything beside it. */
  readonly beside?: ReadBeside;
}

/** Nothing beyond this is read into memory; intake has its own, smaller limit. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Reads `<requirements>`: a file, `-` for standard input, or a quoted sentence. */
export async function loadRequirements(
  argument: string,
  { cwd, stdin }: Pick<CommandContext, 'cwd' | 'stdin'>,
): Promise<Result<RequirementsText>> {
  if (argument === '-') {
    const bytes = await stdin(MAX_BYTES);
    if (bytes.length <= MAX_BYTES) return decode('stdin', bytes);
    return refuse(
      cliDiagnostics.create('unreadable-requirements', { path: '-', reason: reasonOf('EFBIG') }),
    );
  }
  const path = resolve(cwd, argument);
  try {
    const { value, diagnostics } = decode(basename(path), await readBounded(path));
    return { value: value && { ...value, beside: readBeside(dirname(path)) }, diagnostics };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    // A sentence has white space and names no file; a path with spaces that is missing ends in a suffix.
    const isSentence = /\s/.test(argument.trim()) && !/\.[a-z0-9]{1,5}$/i.test(argument.trim());
    const isAbsent = code === 'ENOENT' || code === 'ENAMETOOLONG' || code === 'ENOTDIR';
    if (isAbsent && isSentence)
      return { value: { document: 'sentence', text: argument }, diagnostics: [] };
    return refuse(
      cliDiagnostics.create('unreadable-requirements', {
        path: argument.slice(0, 200),
        reason: reasonOf(code),
      }),
    );
  }
}

async function readBounded(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (stats.size > MAX_BYTES) throw Object.assign(new Error(), { code: 'EFBIG' });
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function decode(document: string, bytes: Uint8Array): Result<RequirementsText> {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { value: { document, text }, diagnostics: [] };
  } catch {
    // Not text in that encoding: told below.
  }
  return refuse(cliDiagnostics.create('not-text', { document }));
}

function refuse(diagnostic: Result<never>['diagnostics'][number]): Result<RequirementsText> {
  return { value: undefined, diagnostics: [diagnostic] };
}

function reasonOf(code: string): string {
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'no permission',
    EFBIG: 'it is larger than 16 MiB',
  };
  return reasons[code] ?? code;
}
