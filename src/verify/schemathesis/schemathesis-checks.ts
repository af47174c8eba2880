import type { Finding } from '../gate.ts';
import { schemathesisDiagnostics } from './schemathesis.diagnostics.ts';

type Code = Parameters<typeof schemathesisDiagnostics.create>[0];
type FailureCode = Exclude<Code, 'schemathesis-no-answer' | 'schemathesis-gave-up'>;

/** The checks of Schemathesis by name, as findings of ours, with the clause of the profile that they are about. */
const CHECKS: Readonly<Record<string, readonly [code: FailureCode, clause: string]>> = {
  not_a_server_error: ['schemathesis-server-error', 'SP-2.5'],
  status_code_conformance: ['schemathesis-status', 'SP-13.3'],
  content_type_conformance: ['schemathesis-content-type', 'SP-13.3'],
  response_headers_conformance: ['schemathesis-header', 'SP-13.3'],
  response_schema_conformance: ['schemathesis-schema', 'SP-13.3'],
  negative_data_rejection: ['schemathesis-invalid-accepted', 'SP-13.3'],
  missing_required_header: ['schemathesis-invalid-accepted', 'SP-13.3'],
  positive_data_acceptance: ['schemathesis-valid-refused', 'SP-13.3'],
  valid_data_acceptance: ['schemathesis-valid-refused', 'SP-13.3'],
  unsupported_method: ['schemathesis-method', 'SP-2.7'],
  allow_header_conformance: ['schemathesis-method', 'SP-2.2'],
  use_after_free: ['schemathesis-use-after-delete', 'SP-4.4'],
  ensure_resource_availability: ['schemathesis-not-available', 'SP-4.1'],
  ignored_auth: ['schemathesis-no-credentials', 'SP-6.8'],
  object_level_authorization: ['schemathesis-other-tenant', 'SP-8.1'],
};

/** What a check says. */
export interface CheckFailure {
  readonly check: string;
  /** A method and a path template. */
  readonly operation: string;
  readonly title: string;
  readonly detail: string;
}

/** The finding of ours that a failed check is. */
export function findingOf({ check, operation, title, detail }: CheckFailure): Finding {
  const known = Object.hasOwn(CHECKS, check) ? CHECKS[check] : undefined;
  const [code, clause] = known ?? (['schemathesis-failed', undefined] as const);
  const named = known ? title : `${title} (${check})`;
  return {
    ...schemathesisDiagnostics.create(code, { operation, title: named, detail }),
    ...(clause !== undefined && { clause }),
  };
}
