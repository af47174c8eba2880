import type { Operation } from '#blueprint';
import type { JsonRecord } from '#rules';
import { sourceOf } from '../text/source-text.ts';
import { changesOf } from './changes.ts';
import { deletableState } from './deletable-state.ts';
import { holds } from './holds.ts';
import { operations, permissionsFor, reachOf } from './reach.ts';
import type { Sample } from './sample.ts';
import type { SampleContext } from './sample-context.ts';

/** What a caller who may do it is answered. */
const DONE = { read: 200, create: 201, update: 200, delete: 204 } as const;

/** What a role is answered that tries an operation with a record of somebody else. */
export interface PermissionCase {
  readonly role: string;
  readonly operation: Operation;
  readonly status: number;
  /** Where the requirements say so. */
  readonly source: string;
  readonly change: JsonRecord;
}

/** One case for each role and each operation that some permission names. */
export function permissionCases(
  sample: Sample,
  { input, roles }: SampleContext,
): readonly PermissionCase[] {
  const { service } = input;
  const { entity, record } = sample;
  const [first] = Object.entries(changesOf(sample));
  const change = first ? { [first[0]]: first[1] } : {};
  const restricted = operations.filter(
    (operation) =>
      permissionsFor(service, entity, operation).length > 0 && canTry(sample, operation),
  );
  return roles.flatMap((role) =>
    restricted.map((operation) => {
      const named = permissionsFor(service, entity, operation);
      const node = named.find((permission) => permission.role === role) ?? named[0];
      const source = node ? sourceOf(node) : '';
      const reach = reachOf(service, entity, operation, role);
      const status = () => {
        if (reach === 'none') return 403;
        if (reach === 'own' && operation !== 'create') return 404;
        if (operation === 'read') return DONE.read;
        const after = operation === 'update' ? { ...record, ...change } : record;
        const previous = operation === 'create' ? {} : { previous: record };
        const isFine = holds(entity, { on: operation, record: after, ...previous, roles: [role] });
        return isFine ? DONE[operation] : operation === 'delete' ? 409 : 422;
      };
      return { role, operation, status: status(), source, change };
    }),
  );
}

function canTry(sample: Sample, operation: Operation): boolean {
  if (operation === 'create') return sample.room > 1;
  return operation !== 'delete' || deletableState(sample) === sample.states.keys().next().value;
}
