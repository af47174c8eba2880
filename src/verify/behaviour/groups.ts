import type { CheckGroup } from '../checks/check.ts';
import { accountChecks } from './accounts.checks.ts';
import { accountEntityChecks } from './account-entity.checks.ts';
import { bodyChecks } from './bodies.checks.ts';
import { configuredChecks } from './configured.checks.ts';
import { eventChecks } from './events.checks.ts';
import { fieldChecks } from './fields.checks.ts';
import { filterChecks } from './filters.checks.ts';
import { headerChecks } from './headers.checks.ts';
import { idempotencyChecks } from './idempotency.checks.ts';
import { lifecycleChecks } from './lifecycles.checks.ts';
import { memberChecks } from './members.checks.ts';
import { operationChecks } from './operation.checks.ts';
import { paginationChecks } from './pagination.checks.ts';
import { raceChecks } from './races.checks.ts';
import { relationChecks } from './relations.checks.ts';
import { representationChecks } from './representation.checks.ts';
import { roleChecks } from './roles.checks.ts';
import { ruleChecks } from './rules.checks.ts';
import { sessionChecks } from './sessions.checks.ts';
import { severalChecks } from './several.checks.ts';
import { singleChecks } from './single.checks.ts';
import { sortingChecks } from './sorting.checks.ts';
import { tenantChecks } from './tenants.checks.ts';
import { uniqueChecks } from './unique.checks.ts';

/** Everything that a service must do, in the order of the profile; what starts services goes first. */
export const behaviourGroups: readonly CheckGroup[] = [
  configuredChecks,
  representationChecks,
  fieldChecks,
  bodyChecks,
  paginationChecks,
  sortingChecks,
  filterChecks,
  singleChecks,
  idempotencyChecks,
  uniqueChecks,
  raceChecks,
  relationChecks,
  accountChecks,
  accountEntityChecks,
  sessionChecks,
  memberChecks,
  roleChecks,
  tenantChecks,
  ruleChecks,
  severalChecks,
  lifecycleChecks,
  eventChecks,
  headerChecks,
  operationChecks,
];
