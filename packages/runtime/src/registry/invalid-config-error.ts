import type { Issue } from '../errors/call-errors.ts';
import { RuntimeError } from '../errors/runtime-error.ts';

/** A configuration that does not fit the interface's schema for it. */
export class InvalidConfigError extends RuntimeError {
  readonly issues: readonly Issue[];

  constructor(serviceId: string, issues: readonly Issue[]) {
    const [first] = issues;
    super(
      'invalid-config',
      `Configuration of "${serviceId}": ${first?.pointer || '/'} ${first?.message ?? 'is invalid'}`,
      { data: { serviceId, issues } },
    );
    this.issues = issues;
  }
}
