import { incomingReferences } from '#blueprint';
import type { Entity, Service } from '#blueprint';
import type { CheckGroup } from '../checks/check.ts';
import { grantOf } from '../checks/grants.ts';
import type { Created } from '../checks/records.ts';
import type { Tester } from '../checks/tester.ts';
import { EVERYTHING } from './list-data.ts';

const UNKNOWN = '01890000-0000-7000-8000-000000000000';

/** Every permission: each role, each operation, each entity, records of one's own and of others (SP-7.3, 7.4). */
export const roleChecks: CheckGroup = ({ service, resources, roles }, check) => {
  for (const entity of resources) {
    for (const role of roles) {
      const what = `${entity.label}, ${role}`;
      const source = service.permissions.find((one) => one.entity === entity.id)?.sources[0];
      const more = source && { source };
      check('SP-7.3', `${what}: creating`, (t) => creates(t, service, entity, role), more);
      check('SP-7.3', `${what}: reading`, (t) => reads(t, service, entity, role), more);
      check('SP-7.3', `${what}: changing`, (t) => updates(t, service, entity, role), more);
      check('SP-7.3', `${what}: deleting`, (t) => deletes(t, service, entity, role), more);
      const grants = ['read', 'update', 'delete'] as const;
      if (grants.some((one) => grantOf(service, entity, one, [role]) === 'own')) {
        check(
          'SP-7.4',
          `${what}: only his own records`,
          (t) => own(t, service, entity, role),
          more,
        );
      }
    }
  }
};

async function creates(t: Tester, service: Service, entity: Entity, role: string): Promise<void> {
  const member = await t.member(role);
  const list = t.list(entity);
  if (grantOf(service, entity, 'create', [role]) === 'none') {
    const body = await t.body(await t.owner(), entity);
    for (const one of [body, {}])
      t.expect(await t.post(member, list, one), 403, { type: 'forbidden' });
    return;
  }
  const { record } = await t.create(member, entity);
  const found = await t.read(await t.owner(), `${list}/${String(record['id'])}`);
  t.same(found, record, 'what the owner sees of it');
}

async function reads(t: Tester, service: Service, entity: Entity, role: string): Promise<void> {
  const member = await t.member(role);
  const owner = await t.owner();
  const list = t.list(entity);
  const grant = grantOf(service, entity, 'read', [role]);
  const created = await t.create(owner, entity);
  const lists = [list, ...nestedLists(service, entity, owner.accountId)];
  if (grant === 'none') {
    for (const path of [...lists, created.path, `${list}/${UNKNOWN}`]) {
      t.expect(await t.get(member, path), 403, { type: 'forbidden' });
    }
    return;
  }
  t.expect(await t.get(member, list), 200);
  t.expect(await t.get(member, created.path), grant === 'all' ? 200 : 404);
  t.expect(await t.get(member, `${list}/${UNKNOWN}`), 404);
  const listed = (await t.all(member, list)).some(({ id }) => id === created.id);
  t.same(listed, grant === 'all', `the owner's record is listed for ${role}`);
}

/** Lists of the entity's records below the owner's own account, where it refers to accounts. */
function nestedLists(service: Service, entity: Entity, accountId: string): readonly string[] {
  const account = service.entities.find((one) => one.account);
  if (!account) return [];
  return incomingReferences(service, account)
    .filter((incoming) => incoming.entity === entity)
    .map(({ path }) => `/api/${account.plural}/${accountId}/${path}`);
}

async function updates(t: Tester, service: Service, entity: Entity, role: string): Promise<void> {
  const member = await t.member(role);
  const owner = await t.owner();
  const created = await t.create(owner, entity, { roles: member.roles });
  const grant = grantOf(service, entity, 'update', [role]);
  if (grant === 'all') {
    const body = await t.change(member, entity, created);
    t.expect(await t.put(member, created.path, body), 200);
    t.expect(await t.patch(member, created.path, {}), 200);
    return;
  }
  const status = grant === 'own' ? 404 : 403;
  const body = await t.change(owner, entity, created);
  t.expect(await t.put(member, created.path, body), status);
  t.expect(await t.patch(member, created.path, body), status);
  t.expect(await t.patch(member, created.path, { noSuchProperty: 1 }), status);
  t.expect(await t.patch(member, `${t.list(entity)}/${UNKNOWN}`, {}), status);
  t.same(await t.read(owner, created.path), created.record, 'the record after refused changes');
}

async function deletes(t: Tester, service: Service, entity: Entity, role: string): Promise<void> {
  const member = await t.member(role);
  const owner = await t.owner();
  const created = await t.removable(owner, entity);
  const grant = grantOf(service, entity, 'delete', [role]);
  if (grant === 'all') {
    t.expect(await t.delete(member, created.path), 204);
    return t.gone(owner, created);
  }
  const status = grant === 'own' ? 404 : 403;
  t.expect(await t.delete(member, created.path), status);
  t.expect(await t.delete(member, `${t.list(entity)}/${UNKNOWN}`), status);
  t.same(await t.read(owner, created.path), created.record, 'the record after a refused deletion');
}

async function own(t: Tester, service: Service, entity: Entity, role: string): Promise<void> {
  if (grantOf(service, entity, 'create', [role]) === 'none') return;
  const member = await t.member(role);
  const owner = await t.owner();
  const list = t.list(entity);
  const mine = await t.create(member, entity);
  const theirs = await t.create(owner, entity);
  const may = (operation: 'read' | 'update' | 'delete') =>
    grantOf(service, entity, operation, [role]) === 'own';
  if (may('read')) {
    for (const query of EVERYTHING) {
      const ids = (await t.all(member, list, query)).map(({ id }) => id);
      t.that(ids.includes(mine.id), `his own record is not listed by ?${query}`);
      t.that(!ids.includes(theirs.id), `the owner's record is listed by ?${query}`);
    }
    t.expect(await t.get(member, mine.path), 200);
    t.expect(await t.get(member, theirs.path), 404);
    await nestedOnlyOwn(t, service, entity, [mine, theirs], role);
  }
  if (may('update')) t.expect(await t.patch(member, mine.path, {}), 200);
  if (may('delete')) t.expect(await t.delete(member, mine.path), [204, 409]);
  const seen = (await t.all(owner, list)).map(({ id }) => id);
  t.that(seen.includes(theirs.id), 'the owner does not see all');
}

/** Below a parent that both share only his own record is listed. */
async function nestedOnlyOwn(
  t: Tester,
  service: Service,
  entity: Entity,
  [mine, theirs]: readonly [Created, Created],
  role: string,
): Promise<void> {
  const member = await t.member(role);
  for (const target of service.entities) {
    if (grantOf(service, target, 'read', [role]) !== 'all') continue;
    for (const incoming of incomingReferences(service, target)) {
      if (incoming.entity !== entity) continue;
      const text = JSON.stringify(theirs.record);
      const parents = (await t.all(member, t.list(target))).map(({ id }) => String(id));
      const shared = parents.find((id) => text.includes(id));
      if (shared === undefined) continue;
      const found = await t.all(member, `${t.list(target)}/${shared}/${incoming.path}`);
      const ids = found.map(({ id }) => id);
      t.that(!ids.includes(theirs.id), "a nested list shows another's record");
      const isMine = JSON.stringify(mine.record).includes(shared);
      t.that(!isMine || ids.includes(mine.id), 'a nested list leaves out his own record');
    }
  }
}
