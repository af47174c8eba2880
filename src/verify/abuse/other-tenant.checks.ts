import { jsonName, isReference } from '#blueprint';
import type { Entity } from '#blueprint';
import type { CheckGroup } from '../checks/check.ts';
import type { Created } from '../checks/records.ts';
import type { ServiceOperation } from '../checks/subject.ts';
import type { Tester } from '../checks/tester.ts';

/** Every operation of the contract, tried on what belongs to another tenant (SP-8.1). */
export const otherTenantChecks: CheckGroup = (
  { isPublic, resources, account, operations },
  check,
) => {
  if (isPublic) return;
  for (const operation of operations.filter(({ path }) => path.includes('{id}'))) {
    const plural = operation.path.split('/')[2];
    const entity = [...resources, ...(account ? [account] : [])].find(
      (one) => one.plural === plural,
    );
    const what = `${operation.method} ${operation.path}`;
    check('SP-8.1', `${what} of another tenant`, async (t) => {
      await (entity && !entity.account
        ? ontoRecord(t, entity, operation)
        : ontoAccount(t, operation));
    });
  }
  for (const entity of resources) {
    check('SP-8.1', `${entity.label}: lists show one tenant`, async (t) => {
      const [owner, other] = [await t.owner(), await t.other()];
      const { id, record } = await t.create(owner, entity);
      const value = String(record['createdAt']);
      const queries = ['', `createdAt=${encodeURIComponent(value)}`, `q=${id}`, 'sort=createdAt'];
      for (const field of entity.fields.filter(isReference)) {
        const [reference] = [record[jsonName(field)]].flat();
        if (typeof reference === 'string') queries.push(`${jsonName(field)}=${reference}`);
      }
      for (const query of queries) {
        const answer = await t.get(other, `${t.list(entity)}?${query}`);
        t.that(!answer.text.includes(id), `?${query} shows a record of another tenant`);
      }
    });
    check('SP-3.5', `${entity.label}: another tenant's cursor shows nothing of it`, async (t) => {
      const [owner, other] = [await t.owner(), await t.other()];
      const made: Created[] = [];
      for (let count = 0; count < 3; count += 1) made.push(await t.create(owner, entity));
      await t.create(other, entity);
      const page = t.expect(await t.get(owner, `${t.list(entity)}?limit=1`), 200);
      const cursor = encodeURIComponent(String(page.record['nextCursor']));
      const answer = await t.get(other, `${t.list(entity)}?limit=100&cursor=${cursor}`);
      t.expect(answer, [200, 400]);
      const shown = made.filter(({ id }) => answer.text.includes(id));
      t.same(shown.length, 0, "another tenant's records behind its cursor");
    });
  }
};

async function ontoRecord(
  t: Tester,
  entity: Entity,
  { method, path }: ServiceOperation,
): Promise<void> {
  const [owner, other] = [await t.owner(), await t.other()];
  const created = await t.create(owner, entity);
  const body = method === 'PUT' ? await t.body(other, entity) : method === 'PATCH' ? {} : undefined;
  const at = path.replace('{id}', created.id);
  const request = { method, path: at, caller: other, ...(body && { body }) };
  t.expect(await t.send(request), 404, { type: 'not-found' });
  const after = t.expect(await t.get(owner, created.path), 200);
  t.same(after.record, created.record, 'the record after what another tenant tried');
  t.same(after.headers['etag'], created.etag, 'its ETag');
}

async function ontoAccount(t: Tester, { method, path }: ServiceOperation): Promise<void> {
  const [owner, other] = [await t.owner(), await t.other()];
  const [role] = t.session.subject.roles;
  const body = path.includes('/members/') ? { roles: [role] } : {};
  const at = path.replace('{id}', owner.accountId);
  const sends = method === 'PUT' || method === 'PATCH';
  const request = { method, path: at, caller: other, ...(sends && { body }) };
  t.expect(await t.send(request), [404]);
  t.expect(await t.get(owner, '/api/auth/me'), 200);
}
