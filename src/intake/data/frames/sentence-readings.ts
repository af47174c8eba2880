import type { SourceSpan } from '#diagnostics';
import type { Claim } from '../claim.ts';

/** What other readings of sentences found, by where it stands. */
export class SentenceReadings {
  readonly #byLine = new Map<number, Claim[]>();

  constructor(claims: readonly Claim[]) {
    for (const claim of claims)
      for (let line = claim.source.line; line <= claim.source.endLine; line += 1) {
        const known = this.#byLine.get(line);
        if (known === undefined) this.#byLine.set(line, [claim]);
        else known.push(claim);
      }
  }

  /** What is claimed at a place, or at a part or the whole of it. */
  at(span: SourceSpan): readonly Claim[] {
    const found = new Set<Claim>();
    for (let line = span.line; line <= span.endLine; line += 1)
      for (const claim of this.#byLine.get(line) ?? [])
        if (startsBefore(claim.source, span) && startsBefore(span, claim.source)) found.add(claim);
    return [...found];
  }
}

/** `left` begins before `right` ends. */
function startsBefore(left: SourceSpan, right: SourceSpan): boolean {
  return (
    left.line < right.endLine || (left.line === right.endLine && left.column < right.endColumn)
  );
}

/** A claim reaches over the ends of a sentence. */
export function isWider({ source }: Claim, span: SourceSpan): boolean {
  return (
    source.line < span.line ||
    (source.line === span.line && source.column < span.column) ||
    source.endLine > span.endLine ||
    (source.endLine === span.endLine && source.endColumn > span.endColumn)
  );
}
