import type { SourceSpan } from './source-span.ts';

/** How bad it is: an `error` stops the work, a `warning` and an `info` don't. */
export type Severity = 'error' | 'warning' | 'info';

/** One thing that a user should know, with a stable code (`module/name`) and what to do about it. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly source?: SourceSpan;
}
