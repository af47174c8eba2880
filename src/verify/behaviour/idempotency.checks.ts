import { jsonName } from '#blueprint';
import type { Entity } from '#blueprint';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';
import { uniqueFields } from './unique.checks.ts';

/** A repeated POST with the same key does nothing and answers the same (SP-4.7). */
export const idempotencyChecks: CheckGroup = ({ resources }, check) => {
  for (const entity of resources) {
    const { label } = entity;
    check('SP-4.7', `${label}: the same key answers the same`, async (t) => {
      const caller = await t.owner();
      const body = await t.body(caller, entity);
      const key = { 'Idempotency-Key': newKey(t) };
      const first = t.expect(await t.post(caller, t.list(entity), body, key), 201);
      t.same(first.headers['idempotency-replayed'], undefined, 'Idempotency-Replayed at first');
      const again = t.expect(await t.post(caller, t.list(entity), body, key), 201);
      t.same(again.headers['idempotency-replayed'], 'true', 'Idempotency-Replayed');
      for (const name of ['location', 'etag']) {
        t.same(again.headers[name], first.headers[name], name);
      }
      t.same(again.json, first.json, 'the answer');
      const other = { ...body, noSuchProperty: 1 };
      const type = 'idempotency-mismatch';
      t.expect(await t.post(caller, t.list(entity), other, key), 422, { type });
      const path = `${t.list(entity)}/${String(first.record['id'])}`;
      if (entity.rules.some(({ on }) => on.includes('delete'))) return;
      t.expect(await t.delete(caller, path), 204);
      t.expect(await t.post(caller, t.list(entity), body, key), 201);
      t.expect(await t.get(caller, path), 404);
    });
    check('SP-4.7', `${label}: refusals are kept too`, async (t) => {
      const caller = await t.owner();
      const key = { 'Idempotency-Key': newKey(t) };
      const first = t.expect(await t.post(caller, t.list(entity), { no: 1 }, key), 422);
      const again = t.expect(await t.post(caller, t.list(entity), { no: 1 }, key), 422);
      t.same(again.json, first.json, 'the refusal');
    });
    for (const [field] of uniqueFields(entity).filter((fields) => fields.length === 1)) {
      if (field === undefined || entity.rules.some(({ on }) => on.includes('delete'))) continue;
      check('SP-4.7', `${label}: a conflict is kept when its cause is gone`, async (t) => {
        const caller = await t.owner();
        const { record, path } = await t.create(caller, entity);
        const name = jsonName(field);
        const body = await t.body(caller, entity, { given: { [name]: record[name] } });
        const key = { 'Idempotency-Key': newKey(t) };
        const first = t.expect(await t.post(caller, t.list(entity), body, key), 409);
        t.expect(await t.delete(caller, path), 204);
        const again = t.expect(await t.post(caller, t.list(entity), body, key), 409);
        t.same(again.json, first.json, 'the refusal');
        t.same(again.headers['idempotency-replayed'], 'true', 'Idempotency-Replayed');
      });
      break;
    }
    check('SP-4.7', `${label}: ten at once with one key make one record`, async (t) => {
      for (let round = 0; round < t.rounds; round += 1) await tenAtOnce(t, entity);
    });
  }
  check('SP-4.7', 'one key on two paths makes two records', async (t) => {
    const caller = await t.owner();
    const key = { 'Idempotency-Key': newKey(t) };
    for (const entity of resources.slice(0, 2)) {
      const body = await t.body(caller, entity);
      const answer = t.expect(await t.post(caller, t.list(entity), body, key), 201);
      t.same(answer.headers['idempotency-replayed'], undefined, 'Idempotency-Replayed');
    }
  });
  check('SP-4.7', 'keys that are none are refused', async (t) => {
    const [entity] = resources;
    if (!entity) return;
    const caller = await t.owner();
    const body = await t.body(caller, entity);
    for (const key of ['x'.repeat(256), 'a b', 'ü']) {
      const answer = await t.post(caller, t.list(entity), body, { 'Idempotency-Key': key });
      t.expect(answer, 400, { type: 'invalid-parameter' });
    }
    const longest = { 'Idempotency-Key': '~'.repeat(240) + newKey(t) };
    t.expect(await t.post(caller, t.list(entity), body, longest), 201);
  });
};

async function tenAtOnce(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const body = await t.body(caller, entity);
  const key = { 'Idempotency-Key': newKey(t) };
  const post = () => t.post(caller, t.list(entity), body, key);
  const answers = await Promise.all(Array.from({ length: 10 }, post));
  const made = answers.filter(({ status }) => status === 201);
  // Whoever comes while the first is at work may be told to try again.
  const waiting = answers.filter(({ status }) => status === 409);
  t.same(made.length + waiting.length, 10, `answers of 201 (${made.length}) and 409`);
  const ids = new Set(made.map(({ record }) => record['id']));
  t.same(ids.size, 1, 'records made by ten requests with one key');
  const replayed = made.filter(({ headers }) => headers['idempotency-replayed'] === 'true');
  t.same(replayed.length, made.length - 1, 'answers that are marked as replayed');
}

function newKey(t: Tester): string {
  return `key-${t.serial()}`;
}
