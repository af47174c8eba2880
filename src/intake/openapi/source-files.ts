import { posix } from 'node:path';
import type { Diagnostic } from '#diagnostics';
import { openapiDiagnostics } from './openapi.diagnostics.ts';
import { isParsed, parseText } from './parse-text.ts';
import type { ParsedText } from './parse-text.ts';

/** Gives the text of a file beside the requirements, or says in a few words why it can't. */
export type ReadBeside = (path: string) => { readonly text: string } | { readonly problem: string };

const MOST_FILES = 300;
const LARGEST = 16 * 1024 * 1024;

/** The files of one description, each read once, all of them below the folder of the first. */
export class SourceFiles {
  readonly #files = new Map<string, ParsedText | Diagnostic>();
  readonly #beside: ReadBeside;
  #size = 0;

  constructor(beside: ReadBeside) {
    this.#beside = beside;
  }

  /** The path of a file that a file refers to, from the folder of the first; or why it is not read. */
  resolve(from: string, reference: string): { readonly path: string } | Diagnostic {
    const target = decoded(reference);
    if (/^[a-z][a-z0-9+.-]+:|^\/\//i.test(target)) {
      return openapiDiagnostics.create('foreign-reference', { reference });
    }
    const path = posix.normalize(posix.join(posix.dirname(from), target));
    const isOutside = target.startsWith('/') || path === '..' || path.startsWith('../');
    return isOutside || /[\\\0]/.test(target)
      ? openapiDiagnostics.create('outside-reference', { reference })
      : { path };
  }

  /** What is odd about the files that were read, in the order of reading. */
  get notes(): readonly Diagnostic[] {
    return [...this.#files.values()].flatMap((read) => (isParsed(read) ? read.notes : []));
  }

  /** @param reference as diagnostics show it */
  read(path: string, reference: string): ParsedText | Diagnostic {
    const known = this.#files.get(path);
    if (known) return known;
    const read = this.#read(path, reference);
    this.#files.set(path, read);
    return read;
  }

  #read(path: string, reference: string): ParsedText | Diagnostic {
    if (this.#files.size >= MOST_FILES) {
      return openapiDiagnostics.create('too-large', { what: 'files', limit: String(MOST_FILES) });
    }
    const found = this.#beside(path);
    if ('problem' in found) {
      const reason = found.problem;
      return openapiDiagnostics.create('missing-reference', { reference, reason });
    }
    this.#size += found.text.length;
    return this.#size > LARGEST
      ? openapiDiagnostics.create('too-large', { what: 'files together', limit: '16 MB' })
      : parseText(path, found.text);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
