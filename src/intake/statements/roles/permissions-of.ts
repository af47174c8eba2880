import type { Operation, Permission } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import type { Grant } from './grant.ts';

const OPERATIONS: readonly Operation[] = ['read', 'create', 'update', 'delete'];

/**
 * Permissions of grants. Reading is closed only where it was restricted by word or table: that one role
 * is said to see something shuts nobody else out. Who may write what others must not read, may read it, but
 * no more than his own where only that was said.
 */
export function permissionsOf(
  grants: readonly Grant[],
  roles: readonly string[],
): readonly Permission[] {
  const stated = [
    ...grants.filter(({ how }) => how !== 'may-not'),
    ...refusals(grants, roles),
  ].filter(({ role }) => roles.includes(role));
  const effective = [...stated, ...administration(stated, roles)];
  const readable = new Set(
    effective
      .filter(({ how, own, operations }) => (how === 'only' || own) && operations.includes('read'))
      .map(({ entity }) => entity),
  );
  const readsOwn = new Set(
    effective
      .filter(({ own, operations }) => own && operations.includes('read'))
      .map(({ role, entity }) => JSON.stringify([role, entity])),
  );
  const groups = Map.groupBy(effective, ({ role, entity, own }) =>
    JSON.stringify([role, entity, own]),
  );
  return [...groups.values()].flatMap((group): Permission[] => {
    const [first] = group;
    if (!first) return [];
    const { role, entity, own } = first;
    const said = new Set(group.flatMap(({ operations }) => operations));
    if (!readable.has(entity)) said.delete('read');
    else if (said.size > 0 && (own || !readsOwn.has(JSON.stringify([role, entity]))))
      said.add('read');
    const operations = OPERATIONS.filter((operation) => said.has(operation));
    if (operations.length === 0) return [];
    return [
      {
        id: `permission/${role}/${entity}${own ? '/own' : ''}`,
        label: `${role}: ${operations.join(', ')} ${own ? 'own ' : ''}${entity}`,
        origin: 'stated',
        sources: distinct(group.map(({ source }) => source)),
        role,
        entity,
        operations,
        own,
      },
    ];
  });
}

const ADMINISTRATOR = /^(?:admin(?:istra\w+)?|super-?(?:user|admin)|system-admin\w*|root)$/;

/** What is said to be one role's task does not shut out who administers everything; "only" does. */
function administration(grants: readonly Grant[], roles: readonly string[]): readonly Grant[] {
  const administrators = roles.filter((role) => ADMINISTRATOR.test(role));
  return grants
    .filter(({ how, own }) => how === 'may' || own)
    .flatMap((grant) =>
      administrators.map((role): Grant => ({ ...grant, role, own: false, how: 'may' })),
    );
}

/** "Viewers cannot edit orders" is a grant to all the others, where nothing else says who may do what with orders. */
function refusals(grants: readonly Grant[], roles: readonly string[]): readonly Grant[] {
  return grants
    .filter(({ how }) => how === 'may-not')
    .flatMap((refused) => {
      const known = grants.some(
        (grant) => grant.how !== 'may-not' && grant.entity === refused.entity,
      );
      const open: readonly Operation[] = known
        ? []
        : refused.operations.filter((operation) => operation !== 'read');
      const denied = new Set(
        grants
          .filter(
            (grant) =>
              grant.how === 'may-not' &&
              grant.entity === refused.entity &&
              grant.operations.some((operation) => open.includes(operation)),
          )
          .map(({ role }) => role),
      );
      return open.length === 0
        ? []
        : roles
            .filter((role) => !denied.has(role))
            .map((role): Grant => ({ ...refused, role, operations: open, how: 'only' }));
    });
}

function distinct(sources: readonly SourceSpan[]): SourceSpan[] {
  return [
    ...new Map(sources.map((source) => [`${source.line}:${source.column}`, source])).values(),
  ];
}
