import { incomingReferences, isReference, jsonName } from '#blueprint';
import { searchableFields } from '#contract';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';
import { EVERYTHING } from './list-data.ts';
import type { Entity, Service } from '#blueprint';
import { uniqueFields } from './unique.checks.ts';

const UNKNOWN = '01890000-0000-7000-8000-000000000000';

/** Nobody sees, changes or refers to another tenant's records (SP-8). */
export const tenantChecks: CheckGroup = ({ isPublic, service, resources }, check) => {
  if (isPublic) {
    check('SP-8.1', 'a public service has one tenant', async (t) => {
      const [entity] = resources;
      if (!entity) return;
      const { path } = await t.create(await t.owner(), entity);
      t.expect(await t.get(await t.other(), path), 200);
    });
    return;
  }
  for (const entity of resources) {
    const { label } = entity;
    check('SP-8.1', `${label}: another tenant's record is 404`, (t) =>
      isolates(t, service, entity),
    );
    for (const field of entity.fields.filter(isReference).filter(({ readOnly }) => !readOnly)) {
      check('SP-8.1', `${label}: ${field.label} can't name another tenant's record`, async (t) => {
        const [owner, other] = [await t.owner(), await t.other()];
        const target = service.entities.find(({ id }) => id === field.type.entity);
        if (!target) return;
        const id = target.account ? other.accountId : (await t.create(other, target)).id;
        const value = field.type.cardinality === 'many' ? [id] : id;
        const { path, record } = await t.create(owner, entity);
        const body = await t.body(owner, entity);
        const wrong = { [jsonName(field)]: value };
        const at = `/${jsonName(field)}`;
        const pointer = field.type.cardinality === 'many' ? `${at}/0` : at;
        const blame = { error: { code: 'missing-reference', pointer } };
        t.expect(await t.post(owner, t.list(entity), { ...body, ...wrong }), 422, blame);
        t.expect(await t.patch(owner, path, wrong), 422, blame);
        t.same(await t.read(owner, path), record, 'the record after a refused reference');
      });
    }
    for (const fields of uniqueFields(entity)) {
      const names = fields.map(jsonName);
      if (fields.some(isReference)) continue;
      check(
        'SP-8.2',
        `${label}: another tenant may use the same ${names.join(' and ')}`,
        async (t) => {
          const [owner, other] = [await t.owner(), await t.other()];
          const { record } = await t.create(owner, entity);
          const given = Object.fromEntries(names.map((name) => [name, record[name]]));
          const body = await t.body(other, entity, { given });
          t.expect(await t.post(other, t.list(entity), body), 201);
        },
      );
    }
  }
};

async function isolates(t: Tester, service: Service, entity: Entity): Promise<void> {
  const [owner, other] = [await t.owner(), await t.other()];
  const list = t.list(entity);
  const { path, record, etag, id } = await t.removable(owner, entity);
  const body = await t.body(other, entity);
  const unknown = t.expect(await t.get(other, `${list}/${UNKNOWN}`), 404);
  const refused = t.expect(await t.get(other, path), 404);
  t.same(refused.json, unknown.json, "the answer to another's id");
  t.expect(await t.put(other, path, body), 404);
  t.expect(await t.patch(other, path, {}), 404);
  t.expect(await t.delete(other, path), 404);
  for (const headers of [{ 'If-Match': etag }, { 'If-Match': '"x"' }]) {
    t.expect(await t.patch(other, path, {}, headers), 404);
    t.expect(await t.delete(other, path, headers), 404);
  }
  t.expect(await t.get(other, path, { 'If-None-Match': etag }), 404);
  for (const { path: nested } of incomingReferences(service, entity)) {
    t.expect(await t.get(other, `${path}/${nested}`), 404);
  }
  const texts = searchableFields(entity).map((field) => record[jsonName(field)]);
  const text = texts.find((value): value is string => typeof value === 'string' && value !== '');
  const search = text === undefined ? [] : [`q=${encodeURIComponent(text.slice(0, 100))}`];
  for (const query of [...EVERYTHING, ...search]) {
    const mine = await t.all(other, list, query);
    const isListed = mine.some((one) => one['id'] === id);
    t.that(!isListed, `another tenant's record is listed by ?${query}`);
  }
  const after = t.expect(await t.get(owner, path), 200);
  t.same(after.record, record, 'the record after what the other tried');
  t.same(after.headers['etag'], etag, 'its ETag');
}
