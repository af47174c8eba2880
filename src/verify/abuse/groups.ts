import type { CheckGroup } from '../checks/check.ts';
import { aftermathChecks, canaryChecks } from './aftermath.checks.ts';
import { anonymousChecks } from './anonymous.checks.ts';
import { assignmentChecks } from './assignment.checks.ts';
import { hostileBodyChecks } from './bodies.checks.ts';
import { injectionChecks } from './injection.checks.ts';
import { otherTenantChecks } from './other-tenant.checks.ts';
import { requestChecks } from './requests.checks.ts';
import { tokenChecks } from './tokens.checks.ts';

/** All attacks; what is to be watched comes first, what became of it last. */
export const abuseGroups: readonly CheckGroup[] = [
  canaryChecks,
  otherTenantChecks,
  anonymousChecks,
  assignmentChecks,
  hostileBodyChecks,
  injectionChecks,
  tokenChecks,
  requestChecks,
  aftermathChecks,
];
