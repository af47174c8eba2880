import type { Diagnostic, SourceSpan } from '#diagnostics';
import { processDiagnostics } from '../process.diagnostics.ts';

type Create = typeof processDiagnostics.create;
type Code = Parameters<Create>[0];

/** Collects what is wrong with a process, each at its place in the document. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];
  readonly #places: ReadonlyMap<string, SourceSpan>;

  constructor(places: ReadonlyMap<string, SourceSpan>) {
    this.#places = places;
  }

  /** @param id of what it is about */
  say<C extends Code>(
    id: string,
    code: C,
    params: Parameters<typeof processDiagnostics.create<C>>[1],
  ): void {
    this.diagnostics.push(processDiagnostics.create(code, params, this.#places.get(id)));
  }
}
