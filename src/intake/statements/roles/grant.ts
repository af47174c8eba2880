import type { Operation } from '#blueprint';
import type { SourceSpan } from '#diagnostics';

/** One thing that requirements say about who may do what. */
export interface Grant {
  readonly role: string;
  readonly entity: string;
  readonly operations: readonly Operation[];
  readonly own: boolean;
  /** `only`: nobody else; `may`: said to be theirs; `may-not`: refused to them. */
  readonly how: 'only' | 'may' | 'may-not';
  readonly source: SourceSpan;
}
