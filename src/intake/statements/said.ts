import type { SourceSpan } from '#diagnostics';
import type { Finding } from './grammar/finding.ts';

/** A finding with the sentence that it was read from. */
export interface Said<F extends Finding = Finding> {
  readonly finding: F;
  readonly source: SourceSpan;
  readonly text: string;
}

/** Those of one kind. */
export function saidOf<K extends Finding['kind']>(
  sentences: readonly Said[],
  kind: K,
): readonly Said<Extract<Finding, { kind: K }>>[] {
  return sentences.filter(
    (said): said is Said<Extract<Finding, { kind: K }>> => said.finding.kind === kind,
  );
}
