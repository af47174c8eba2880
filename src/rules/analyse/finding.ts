import type { Diagnostic } from '#diagnostics';

/** Something that is wrong with a table or a rule, with data that shows it. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  /** The rows it is about, from 0. */
  readonly rows: readonly number[];
  /** A value per input, as JSON, for which it happens; inputs that do not matter are left out. */
  readonly witness: Readonly<Record<string, unknown>>;
}
