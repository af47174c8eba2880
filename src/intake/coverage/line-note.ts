import type { SourceSpan } from '#diagnostics';

/** What became of a line that no node of the blueprint cites. */
export interface LineNote {
  readonly span: SourceSpan;
  /** `used`: it is in the blueprint by other means; `context`: it describes no behaviour of the service. */
  readonly status: 'used' | 'context' | 'question' | 'not-understood';
  /** In one plain sentence. */
  readonly reason: string;
}
