import { entityById, incomingReferences, isReference, jsonName } from '#blueprint';
import type { Entity, Incoming, ReferenceField, Service } from '#blueprint';
import type { Caller } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';
import { isOnlyChild } from './only-child.ts';

const UNKNOWN = '01890000-0000-7000-8000-000000000000';

/** References name records, nested lists show the other side, deletion respects both (SP-5). */
export const relationChecks: CheckGroup = ({ service, resources }, check) => {
  for (const entity of resources) {
    for (const field of entity.fields.filter(isReference).filter(({ readOnly }) => !readOnly)) {
      const what = `${entity.label}: ${field.label}`;
      const source = field.sources[0] && { source: field.sources[0] };
      check('SP-5.1', `${what} must name a record`, (t) => names(t, entity, field), source);
      if (field.type.cardinality === 'many') {
        check('SP-5.1', `${what} is a set`, (t) => isSet(t, service, entity, field), source);
      }
    }
  }
  for (const target of service.entities) {
    for (const incoming of incomingReferences(service, target)) {
      if (incoming.entity.account || incoming.field.readOnly) continue;
      const what = `${target.label}: ${incoming.path}`;
      check('SP-5.2', `${what} are listed below it`, (t) => nested(t, service, target, incoming));
      if (target.account) continue;
      const { onDelete } = incoming.field.type;
      check('SP-5.3', `${what} when it is deleted: ${onDelete}`, (t) =>
        deleted(t, target, incoming),
      );
      check('SP-5.3', `${what}: referring to what is being deleted`, async (t) => {
        for (let round = 0; round < t.rounds; round += 1) await race(t, service, target, incoming);
      });
    }
  }
};

async function names(t: Tester, entity: Entity, field: ReferenceField): Promise<void> {
  const caller = await t.owner();
  const name = jsonName(field);
  const many = field.type.cardinality === 'many';
  const created = await t.create(caller, entity);
  const body = await t.body(caller, entity);
  const wrong = { [name]: many ? [UNKNOWN] : UNKNOWN };
  const blame = { type: 'validation-failed', error: { code: 'missing-reference' } };
  for (const answer of [
    await t.post(caller, t.list(entity), { ...body, ...wrong }),
    await t.put(caller, created.path, { ...body, ...wrong }),
    await t.patch(caller, created.path, wrong),
  ]) {
    t.expect(answer, 422, blame);
    t.that(
      answer.text.includes(`"/${name}`),
      `errors[] does not point to /${name}: ${answer.text}`,
    );
  }
  // The id of another kind of record is no id of this kind.
  const other = many ? [created.id] : created.id;
  if (field.type.entity !== entity.id) {
    t.expect(await t.patch(caller, created.path, { [name]: other }), 422, blame);
  }
  t.same(await t.read(caller, created.path), created.record, 'the record after refused references');
}

async function isSet(
  t: Tester,
  service: Service,
  entity: Entity,
  field: ReferenceField,
): Promise<void> {
  const caller = await t.owner();
  const name = jsonName(field);
  const target = entityById(service, field.type.entity);
  const sorted = (await someOf(t, caller, target)).toSorted();
  const body = await t.body(caller, entity, { given: { [name]: sorted } });
  const answer = await t.post(caller, t.list(entity), { ...body, [name]: sorted.toReversed() });
  t.same(t.expect(answer, 201).record[name], sorted, `${name} in ascending order`);
  const path = `${t.list(entity)}/${String(answer.record['id'])}`;
  const twice = { [name]: [sorted[0], sorted[0]] };
  t.expect(await t.patch(caller, path, twice), 422, { type: 'validation-failed' });
  t.same((await t.read(caller, path))[name], sorted, `${name} after a refused change`);
  const fewer = t.expect(await t.patch(caller, path, { [name]: [sorted[0]] }), 200);
  t.same(fewer.record[name], [sorted[0]], `${name} replaced by one`);
  const filter = await t.all(caller, t.list(entity), `${name}=${String(sorted[0])}`);
  const found = filter.some(({ id }) => id === answer.record['id']);
  t.that(found, 'the filter by an element does not find its record');
}

/** Ids of some records; accounts are few, because they are slow to make. */
async function someOf(t: Tester, caller: Caller, target: Entity): Promise<readonly string[]> {
  const ids: string[] = [];
  if (target.account) {
    const members = await Promise.all(t.session.subject.roles.map((role) => t.member(role)));
    return [caller, ...members].map(({ accountId }) => accountId);
  }
  for (let count = 0; count < 3; count += 1) ids.push((await t.create(caller, target)).id);
  return ids;
}

async function nested(
  t: Tester,
  service: Service,
  target: Entity,
  { entity, field, path }: Incoming,
): Promise<void> {
  const caller = await t.owner();
  const name = jsonName(field);
  const parent = target.account
    ? { id: caller.accountId, path: `${t.list(target)}/${caller.accountId}` }
    : await t.create(caller, target);
  const value = field.type.cardinality === 'many' ? [parent.id] : parent.id;
  const count = isOnlyChild(service, entity, field) ? 1 : 3;
  const ids: string[] = [];
  for (let child = 0; child < count; child += 1) {
    ids.push((await t.create(caller, entity, { given: { [name]: value } })).id);
  }
  const list = `${parent.path}/${path}`;
  const found = await t.all(caller, list);
  const others = found.filter((record) => !JSON.stringify(record[name]).includes(parent.id));
  t.same(others, [], 'records of another parent in the nested list');
  const missing = ids.filter((id) => !found.some((record) => record['id'] === id));
  t.same(missing, [], 'children that the nested list leaves out');
  if (!target.account) t.same(found.length, count, 'records in the nested list');
  const page = t.expect(await t.get(caller, `${list}?limit=1&sort=createdAt`), 200);
  t.same(page.items.length, 1, 'items of a nested page of one');
  if (count > 1) {
    const cursor = encodeURIComponent(String(page.record['nextCursor']));
    const next = await t.get(caller, `${list}?limit=1&sort=createdAt&cursor=${cursor}`);
    t.that(t.expect(next, 200).items[0]?.['id'] !== page.items[0]?.['id'], 'the same page again');
  }
  t.expect(await t.get(caller, `${list}?nosuch=1`), 400, { error: { parameter: 'nosuch' } });
  t.expect(await t.get(caller, `${t.list(target)}/${UNKNOWN}/${path}`), 404, { type: 'not-found' });
  t.expect(await t.get(caller, `${t.list(target)}/x/${path}`), 404, { type: 'not-found' });
}

/** A parent with one child that refers to it. */
async function family(t: Tester, target: Entity, { entity, field }: Incoming) {
  const caller = await t.owner();
  const name = jsonName(field);
  const parent = await t.removable(caller, target);
  const many = field.type.cardinality === 'many';
  const other = many ? [(await t.create(caller, target)).id] : [];
  const value = many ? [parent.id, ...other].toSorted() : parent.id;
  const child = await t.create(caller, entity, { given: { [name]: value } });
  return { caller, name, parent, child, rest: many ? other : null };
}

async function deleted(t: Tester, target: Entity, incoming: Incoming): Promise<void> {
  const { caller, name, parent, child, rest } = await family(t, target, incoming);
  const { onDelete, cardinality } = incoming.field.type;
  const answer = await t.delete(caller, parent.path);
  if (onDelete === 'restrict') {
    t.expect(answer, 409, { type: 'referenced' });
    t.same(await t.read(caller, parent.path), parent.record, 'the record after a refused deletion');
    t.same(await t.read(caller, child.path), child.record, 'what refers to it');
    return;
  }
  t.expect(answer, 204);
  t.expect(await t.get(caller, parent.path), 404);
  if (onDelete === 'cascade' && cardinality === 'one') {
    t.expect(await t.get(caller, child.path), 404);
    return;
  }
  const left = t.expect(await t.get(caller, child.path), 200);
  t.same(left.record[name], rest, `${name} after what it named was deleted`);
  t.that(left.headers['etag'] !== child.etag, 'the ETag did not change with the reference');
}

/** Whoever wins, no reference names what is gone. */
async function race(
  t: Tester,
  service: Service,
  target: Entity,
  { entity, field }: Incoming,
): Promise<void> {
  const caller = await t.owner();
  const name = jsonName(field);
  const parent = await t.removable(caller, target);
  const value = field.type.cardinality === 'many' ? [parent.id] : parent.id;
  const bodies = [];
  for (let count = 0; count < (isOnlyChild(service, entity, field) ? 1 : 4); count += 1) {
    bodies.push(await t.body(caller, entity, { given: { [name]: value } }));
  }
  const [removed, ...posts] = await Promise.all([
    t.delete(caller, parent.path),
    ...bodies.map((body) => t.post(caller, t.list(entity), body)),
  ]);
  t.expect(removed, [204, 409]);
  for (const post of posts) t.expect(post, [201, 422]);
  const gone = (await t.get(caller, parent.path)).status === 404;
  t.same(gone, removed.status === 204, `the record is gone after ${removed.status}`);
  for (const post of posts.filter(({ status }) => status === 201)) {
    const path = `${t.list(entity)}/${String(post.record['id'])}`;
    const child = t.expect(await t.get(caller, path), [200, 404]);
    const dangling = gone && child.status === 200 && child.text.includes(parent.id);
    t.that(!dangling, `${path} refers to ${parent.path}, which was deleted`);
  }
}
