import { incomingReferences, jsonName, readableFields, writableFields } from '#blueprint';
import type { Entity, Incoming } from '#blueprint';
import { fieldExample } from '#rules';
import { nobody } from '../checks/caller.ts';
import type { Caller } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';

/** The entity whose records are the people who log in (SP-6.9). */
export const accountEntityChecks: CheckGroup = ({ account: entity, roles, service }, check) => {
  if (!entity) return;
  const list = `/api/${entity.plural}`;
  check('SP-6.9', `${entity.label}: registering makes the record`, async (t) => {
    const account = t.session.accounts.newAccount();
    const answer = t.expect(await t.post(nobody, '/api/auth/register', account), 201);
    const caller = { ...nobody, token: String(answer.record['token']) };
    const id = String((answer.record['account'] as { id?: unknown } | undefined)?.id);
    const record = await t.read(caller, `${list}/${id}`);
    const order = ['id', ...readableFields(entity).map(jsonName), 'createdAt', 'updatedAt'];
    t.same(Object.keys(record), order, 'the properties');
    t.same(record['id'], id, 'the id');
    for (const field of entity.fields) {
      const name = jsonName(field);
      if (field.account === 'email') t.same(record[name], account.email, name);
      else if (field.account === 'role') t.same(record[name], 'owner', name);
      else if (!field.secret && !field.readOnly && account[name] !== null)
        t.same(record[name], account[name], name);
    }
    t.same((await t.all(caller, list)).length, 1, 'records of a new tenant');
  });
  for (const field of writableFields(entity).filter(({ required }) => required)) {
    if (field.default !== undefined) continue;
    check('SP-6.9', `${entity.label}: registering needs ${field.label}`, async (t) => {
      const { [jsonName(field)]: _, ...rest } = t.session.accounts.newAccount();
      const blame = { error: { pointer: `/${jsonName(field)}`, code: 'required' } };
      t.expect(await t.post(nobody, '/api/auth/register', rest), 422, blame);
    });
  }
  check('SP-6.9', `${entity.label}: no POST and no DELETE`, async (t) => {
    const owner = await t.owner();
    t.expect(await t.post(owner, list, {}), 405);
    t.expect(await t.delete(owner, `${list}/${owner.accountId}`), 405);
    t.expect(await t.get(owner, `${list}/${owner.accountId}`), 200);
  });
  check('SP-6.9', `${entity.label}: e-mail and role are read-only`, async (t) => {
    const owner = await t.other();
    for (const field of entity.fields.filter(({ account }) => account !== undefined)) {
      const name = jsonName(field);
      const value = field.account === 'email' ? 'new@example.com' : 'owner';
      const answer = await t.patch(owner, `${list}/${owner.accountId}`, { [name]: value });
      t.expect(answer, 422, { error: { pointer: `/${name}`, code: 'read-only' } });
    }
  });
  const [role, another = role] = roles;
  if (role === undefined || another === undefined) return;
  for (const incoming of incomingReferences(service, entity)) {
    if (incoming.entity.account || incoming.field.readOnly) continue;
    const what = `${entity.label}: ${incoming.path} when a member is removed`;
    check('SP-6.9', what, (t) => removes(t, incoming, role));
  }
  check('SP-6.9', `${entity.label}: a new role shows on the record`, async (t) => {
    const owner = await t.owner();
    const member = await t.session.accounts.addMember(t, owner, [role]);
    const path = `${list}/${member.accountId}`;
    const before = await t.read(owner, path);
    const change = { roles: [another] };
    t.expect(await t.patch(owner, `/api/auth/members/${member.accountId}`, change), 200);
    const after = await t.read(owner, path);
    for (const field of entity.fields.filter(({ account }) => account === 'role')) {
      const name = jsonName(field);
      if (before[name] === role) t.same(after[name], another, name);
    }
  });
  const open = !service.permissions.some(
    (one) => one.entity === entity.id && one.operations.includes('update'),
  );
  if (!open) return;
  check('SP-6.9', `${entity.label}: who may change whose record`, async (t) => {
    const owner = await t.owner();
    const [one, two] = roles;
    const first = one === undefined ? owner : await t.member(one);
    const second = two === undefined ? owner : await t.member(two);
    const body = changeOf(entity);
    await changes(t, entity, first, first, body, 200);
    await changes(t, entity, owner, first, body, 200);
    await changes(t, entity, first, owner, body, 403);
    if (second !== owner) await changes(t, entity, first, second, body, 403);
  });
};

/** Removing a member is deleting his record: what refers to it decides (SP-5.3). */
async function removes(t: Tester, { entity, field }: Incoming, role: string): Promise<void> {
  const owner = await t.owner();
  const member = await t.session.accounts.addMember(t, owner, [role]);
  const name = jsonName(field);
  const many = field.type.cardinality === 'many';
  const given = { [name]: many ? [member.accountId] : member.accountId };
  const child = await t.create(owner, entity, { given });
  const answer = await t.delete(owner, `/api/auth/members/${member.accountId}`);
  if (field.type.onDelete === 'restrict') {
    t.expect(answer, 409, { type: 'referenced' });
    t.expect(await t.get(member, '/api/auth/me'), 200);
    return;
  }
  t.expect(answer, 204);
  if (field.type.onDelete === 'cascade' && !many) return t.gone(owner, child);
  t.same((await t.read(owner, child.path))[name], many ? [] : null, name);
}

function changeOf(entity: Entity): Record<string, unknown> {
  const fields = writableFields(entity).filter(
    ({ type, unique, secret }) => type.kind !== 'reference' && !unique && !secret,
  );
  const setting = { serial: 77, now: Date.now(), roles: [], references: () => [] };
  return Object.fromEntries(
    fields.slice(0, 1).map((field) => [jsonName(field), fieldExample(field, setting)]),
  );
}

async function changes(
  t: Tester,
  entity: Entity,
  caller: Caller,
  whose: Caller,
  body: Record<string, unknown>,
  status: number,
): Promise<void> {
  const path = `${t.list(entity)}/${whose.accountId}`;
  const before = await t.read(whose, path);
  t.expect(await t.patch(caller, path, body), status);
  if (status !== 200)
    t.same(await t.read(whose, path), before, 'the record after a refused change');
}
