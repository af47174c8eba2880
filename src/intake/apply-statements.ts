import type { Entity, Expression, Field, Permission, Role } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import { consistent } from './consistent.ts';
import { intakeDiagnostics } from './intake.diagnostics.ts';
import type { DataModel } from './data-model.ts';
import { isSaidAsLimit } from './said-as-limit.ts';
import type { StatementClaims } from './statement-claims.ts';

export interface Applied {
  readonly entities: readonly Entity[];
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
  /** Limits that leave no value. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts what the sentences say into the entities. A public service has no roles, so what needs one is left out. */
export function applyStatements(model: DataModel, claims: StatementClaims): Applied {
  const isPublic = model.access === 'public';
  const roles = isPublic ? [] : withRoleField(model, claims.roles);
  const diagnostics: Diagnostic[] = [];
  const entities = model.entities.map(({ entity }) =>
    applyTo(entity, claims, roles, isPublic, diagnostics),
  );
  return { entities, roles, permissions: isPublic ? [] : claims.permissions, diagnostics };
}

function applyTo(
  entity: Entity,
  claims: StatementClaims,
  roles: readonly Role[],
  isPublic: boolean,
  diagnostics: Diagnostic[],
): Entity {
  const own = <T extends { readonly entity: string }>(list: readonly T[]) =>
    list.filter((claim) => claim.entity === entity.id);
  const added = own(claims.fields)
    .map(({ field }) => field)
    .filter((field) => !entity.fields.some(({ name }) => name === field.name));
  let fields: readonly Field[] = [...entity.fields, ...added];
  for (const { field: name, change, sources } of own(claims.constraints)) {
    fields = fields.map((field) => {
      if (field.name !== name || isDeclaredThere(field, sources)) return field;
      const changed = { ...field, ...change, sources: [...field.sources, ...sources] };
      if (!leavesNothing(changed)) return changed;
      diagnostics.push(contradiction(entity, field, changed, sources));
      return field;
    });
  }
  const keys = [...entity.keys, ...own(claims.keys).map(({ key }) => key)];
  const rules = own(claims.rules)
    .map(({ rule }) => rule)
    .filter((rule) => !isPublic || !namesRole(rule.expression))
    .filter((rule) => !isSaidAsLimit(rule.expression, fields));
  const lifecycle = own(claims.lifecycles)[0]?.lifecycle;
  const stated =
    lifecycle === undefined || !isPublic
      ? lifecycle
      : {
          ...lifecycle,
          transitions: lifecycle.transitions.map((transition) => ({ ...transition, roles: [] })),
        };
  return consistent({
    ...entity,
    fields: fields.map((field) =>
      isRoleField(entity, field) && roles.length > 0 ? withRoles(field, roles) : field,
    ),
    keys: keys.filter(
      (key, index) =>
        keys.findIndex((other) => other.fields.join() === key.fields.join()) === index,
    ),
    rules,
    ...(stated === undefined ? {} : { lifecycle: stated }),
  });
}

/** No number is greater than 5 and less than 3. */
function leavesNothing({ min, max }: Pick<Field, 'min' | 'max'>): boolean {
  return min !== undefined && max !== undefined && Number(min.value) > Number(max.value);
}

function contradiction(
  entity: Entity,
  field: Field,
  changed: Field,
  sources: Field['sources'],
): Diagnostic {
  const words = ({ min, max }: Field) =>
    [
      ...(min === undefined ? [] : [`${min.exclusive ? 'above' : 'at least'} ${min.value}`]),
      ...(max === undefined ? [] : [`${max.exclusive ? 'below' : 'at most'} ${max.value}`]),
    ].join(' and ') || 'without limits';
  const params = {
    subject: `${entity.label}.${field.label}`,
    first: words(field),
    second: words(changed),
    line: field.sources[0]?.line ?? 1,
  };
  return intakeDiagnostics.create('contradiction', params, sources[0]);
}

/** What the line that declares a field says of it has been read as its declaration. */
function isDeclaredThere(field: Field, sources: Field['sources']): boolean {
  return sources.every(({ line }) => field.sources.some((source) => source.line === line));
}

/** The values of an account's role field are roles, whether or not sentences name them. */
function withRoleField(model: DataModel, stated: readonly Role[]): readonly Role[] {
  const field = model.entities
    .flatMap(({ entity }) => entity.fields)
    .find(({ account }) => account === 'role');
  if (field?.type.kind !== 'enum') return stated;
  const roles = [...stated];
  for (const { value, label } of field.type.values) {
    const name = roleName(value);
    if (name === '' || name === 'owner' || roles.some((role) => role.name === name)) continue;
    roles.push({
      id: `role/${name}`,
      name,
      label,
      description: '',
      origin: 'stated',
      sources: field.sources,
    });
  }
  return roles;
}

function isRoleField(entity: Entity, field: Field): boolean {
  return (
    field.account === 'role' ||
    (entity.account &&
      field.type.kind === 'string' &&
      /^(?:user-)?(?:role|rol|papel|perfil|ruolo|rolle)$/.test(field.name))
  );
}

/** A role field shows the names of roles; the owner's is always possible. */
function withRoles(field: Field, roles: readonly Role[]): Field {
  const values = [
    { value: 'owner', label: 'owner' },
    ...roles.map(({ name, label }) => ({ value: name, label })),
  ];
  const { maxLength: _, minLength: __, pattern: ___, default: ____, ...rest } = field;
  return {
    ...rest,
    type: { kind: 'enum', values },
    required: true,
    readOnly: true,
    account: 'role',
  };
}

function roleName(value: string): string {
  const name = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /^[a-z]/.test(name) ? name : '';
}

function namesRole(expression: Expression): boolean {
  return JSON.stringify(expression).includes('"kind":"has-role"');
}
