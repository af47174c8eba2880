import type { CheckGroup } from '../checks/check.ts';
import { nobody } from '../checks/caller.ts';
import { grantOf } from '../checks/grants.ts';

const UNKNOWN = '01890000-0000-7000-8000-000000000000';
const OPERATIONS = {
  GET: 'read',
  POST: 'create',
  PUT: 'update',
  PATCH: 'update',
  DELETE: 'delete',
} as const;

/** Every operation without an account, and with a role that may not (SP-6.8, 7.3). */
export const anonymousChecks: CheckGroup = (
  { isPublic, operations, resources, roles, service },
  check,
) => {
  if (isPublic) return;
  for (const { method, path } of operations.filter(({ secured }) => secured)) {
    check('SP-6.8', `${method} ${path} without an account`, async (t) => {
      const at = path.replace('{id}', UNKNOWN);
      const tokens = [undefined, 'x', 'null', 'undefined', `${'a'.repeat(20)}.e30.x`];
      for (const token of tokens) {
        const caller = token === undefined ? nobody : { ...nobody, token };
        const answer = t.expect(await t.send({ method, path: at, caller }), 401);
        t.same(answer.headers['www-authenticate']?.slice(0, 6), 'Bearer', 'WWW-Authenticate');
      }
      const basic = { Authorization: 'Basic YWRtaW46YWRtaW4=' };
      t.expect(await t.send({ method, path: at, headers: basic }), 401);
    });
  }
  for (const entity of resources) {
    for (const role of roles) {
      const refused = operations.filter(({ method, path }) => {
        const operation = OPERATIONS[method as keyof typeof OPERATIONS];
        const mine = path === `/api/${entity.plural}` || path === `/api/${entity.plural}/{id}`;
        return mine && operation && grantOf(service, entity, operation, [role]) === 'none';
      });
      if (refused.length === 0) continue;
      check('SP-7.3', `${entity.label}: what a ${role} may not`, async (t) => {
        const member = await t.member(role);
        const owner = await t.owner();
        const created = await t.create(owner, entity);
        for (const { method, path } of refused) {
          const at = path.replace('{id}', created.id);
          for (const raw of ['{}', '{', '']) {
            const headers = { 'Content-Type': 'application/json' };
            const sends = method === 'GET' || method === 'DELETE' ? {} : { raw, headers };
            t.expect(await t.send({ method, path: at, caller: member, ...sends }), [400, 403]);
          }
          t.expect(await t.send({ method, path: at, caller: member, body: {} }), 403);
        }
        t.same(await t.read(owner, created.path), created.record, 'the record afterwards');
      });
    }
  }
};
