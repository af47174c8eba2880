import { camelCase, jsonName } from '#blueprint';
import type { Entity } from '#blueprint';
import { nobody } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';

/** What a careless service would take from a body. */
const BAIT: Readonly<Record<string, unknown>> = {
  id: '01890000-0000-7000-8000-000000000001',
  tenantId: '01890000-0000-7000-8000-000000000001',
  tenant_id: '01890000-0000-7000-8000-000000000001',
  tenant: 'x',
  _tenant: 'x',
  accountId: '01890000-0000-7000-8000-000000000001',
  createdBy: '01890000-0000-7000-8000-000000000001',
  created_by: 'x',
  createdAt: '2000-01-01T00:00:00.000Z',
  created_at: '2000-01-01T00:00:00.000Z',
  updatedAt: '2000-01-01T00:00:00.000Z',
  owner: true,
  role: 'owner',
  roles: ['owner'],
  isAdmin: true,
  admin: true,
  version: 99,
  etag: '"x"',
  password: 'new password',
  passwordHash: 'x',
  _id: 'x',
  $set: { id: 'x' },
};

/** Nobody sets what is not his to set (SP-1.10). */
export const assignmentChecks: CheckGroup = ({ resources, isPublic, account, roles }, check) => {
  for (const entity of resources) {
    check('SP-1.10', `${entity.label}: no property of the service can be set`, async (t) => {
      const owner = await t.owner();
      const created = await t.create(owner, entity);
      const body = await t.body(owner, entity);
      for (const [name, value] of baitFor(entity)) {
        const error = { pointer: `/${name}` };
        t.expect(await t.post(owner, t.list(entity), { ...body, [name]: value }), 422, { error });
        t.expect(await t.put(owner, created.path, { ...body, [name]: value }), 422, { error });
        t.expect(await t.patch(owner, created.path, { [name]: value }), 422, { error });
      }
      t.same(await t.read(owner, created.path), created.record, 'the record after refused writes');
    });
  }
  if (isPublic) return;
  check('SP-1.10', 'registering takes no tenant, role or id', async (t) => {
    const before = await t.owner();
    for (const [name, value] of baitFor(account)) {
      if (name === 'password') continue;
      const registration = { ...t.session.accounts.newAccount(), [name]: value };
      t.expect(await t.post(nobody, '/api/auth/register', registration), 422);
    }
    const registration = { ...t.session.accounts.newAccount(), tenantId: before.tenantId };
    t.expect(await t.post(nobody, '/api/auth/register', registration), 422);
  });
  if (account) {
    check('SP-6.9', 'nobody raises his own role', async (t) => {
      const [role] = roles;
      const caller = role === undefined ? await t.owner() : await t.member(role);
      const path = `/api/${account.plural}/${caller.accountId}`;
      for (const [name, value] of baitFor(account)) {
        t.expect(await t.patch(caller, path, { [name]: value }), [403, 422]);
      }
      const me = t.expect(await t.get(caller, '/api/auth/me'), 200);
      t.same(me.record['roles'], caller.roles, 'roles');
    });
  }
};

/** Without the names that are the user's own. */
function baitFor(entity: Entity | undefined): readonly (readonly [string, unknown])[] {
  const own = (entity?.fields ?? []).filter(({ readOnly, account }) => !readOnly && !account);
  const names = new Set(own.flatMap((field) => [jsonName(field), camelCase(field.name)]));
  return Object.entries(BAIT).filter(([name]) => !names.has(name));
}
