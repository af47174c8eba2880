import type { Expression } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import type { ModelledEntity, ModelledField } from '../../data-model.ts';

/** What is known of a lifecycle while the requirements are read. */
export interface Draft {
  readonly entity: ModelledEntity;
  /** The field that holds the state; undefined where only the lifecycle names it. */
  readonly field: ModelledField | undefined;
  /** All values in the order of the requirements. */
  readonly values: readonly string[];
  readonly steps: readonly Step[];
  readonly initial?: string;
  readonly sources: readonly SourceSpan[];
}

/** One allowed step. */
export interface Step {
  readonly from: string;
  readonly to: string;
  /** A verb or the words on the arrow. */
  readonly verb?: string;
  readonly roles: readonly string[];
  readonly guard?: Expression;
  readonly sources: readonly SourceSpan[];
}
