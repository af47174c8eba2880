import type { SourceSpan } from '#diagnostics';
import type { Claim } from './claim.ts';

/** Whether attributes were read at a place already, or in a part of it; another sentence of the same line is another place. */
export function placesOf(claims: readonly Claim[]): (span: SourceSpan) => boolean {
  const spans = new Map<number, SourceSpan[]>();
  for (const { kind, source, ...claim } of claims)
    if (kind === 'field' && 'evidence' in claim && claim.evidence !== 'mentioned')
      for (let line = source.line; line <= source.endLine; line += 1) {
        const known = spans.get(line);
        if (known === undefined) spans.set(line, [source]);
        else if (known.at(-1) !== source) known.push(source);
      }
  return (span) => {
    for (let line = span.line; line <= span.endLine; line += 1)
      if (spans.get(line)?.some((other) => overlap(span, other)) === true) return true;
    return false;
  };
}

function overlap(left: SourceSpan, right: SourceSpan): boolean {
  return startsBefore(left, right) && startsBefore(right, left);
}

/** `left` begins before `right` ends. */
function startsBefore(left: SourceSpan, right: SourceSpan): boolean {
  return (
    left.line < right.endLine || (left.line === right.endLine && left.column < right.endColumn)
  );
}
