import { jsonName, writableFields } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { absent } from '#rules';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';

const UNKNOWN = '01890000-0000-7000-8000-000000000000';

/** Create, read, replace, patch and delete one record, and its entity tags (SP-4.1 to 4.5, 4.8). */
export const singleChecks: CheckGroup = ({ resources }, check) => {
  for (const entity of resources) {
    const { label } = entity;
    check('SP-4.1', `${label}: POST answers the record, its place and its tag`, async (t) => {
      const caller = await t.owner();
      const body = await t.body(caller, entity);
      const answer = t.expect(await t.post(caller, t.list(entity), body), 201);
      const path = `${t.list(entity)}/${String(answer.record['id'])}`;
      const location = new URL(answer.headers['location'] ?? '', 'http://host').pathname;
      t.same(location, path, 'Location');
      const read = t.expect(await t.get(caller, path), 200);
      t.same(read.record, answer.record, 'the record read again');
      t.same(read.headers['etag'], answer.headers['etag'], 'the ETag read again');
    });
    check('SP-4.2', `${label}: the tag is strong, changes, and saves a body`, async (t) => {
      await tags(t, entity);
    });
    check('SP-4.3', `${label}: PUT replaces everything`, async (t) => replaces(t, entity));
    check('SP-4.3', `${label}: PATCH changes what it names`, async (t) => patches(t, entity));
    check('SP-4.4', `${label}: DELETE deletes, once`, async (t) => {
      const caller = await t.owner();
      const { path, id } = await t.removable(caller, entity);
      const answer = t.expect(await t.delete(caller, path), 204);
      t.same(answer.text, '', 'the body of a 204');
      t.expect(await t.delete(caller, path), 404, { type: 'not-found' });
      t.expect(await t.get(caller, path), 404);
      t.expect(await t.patch(caller, path, {}), 404);
      t.expect(await t.put(caller, path, await t.body(caller, entity)), 404);
      const left = await t.all(caller, t.list(entity));
      t.that(!left.some((record) => record['id'] === id), 'a deleted record is still listed');
    });
    check('SP-4.5', `${label}: If-Match guards every change`, async (t) => guards(t, entity));
    check('SP-4.8', `${label}: what is no id or does not exist is 404`, async (t) => {
      const caller = await t.owner();
      const body = await t.body(caller, entity);
      const answers = [];
      for (const id of [
        UNKNOWN,
        'x',
        '1',
        UNKNOWN.toUpperCase(),
        `${UNKNOWN}0`,
        '%20',
        "';--",
        'x'.repeat(300),
      ]) {
        const path = `${t.list(entity)}/${id}`;
        answers.push(t.expect(await t.get(caller, path), 404, { type: 'not-found' }));
        t.expect(await t.put(caller, path, body), 404, { type: 'not-found' });
        t.expect(await t.patch(caller, path, {}), 404, { type: 'not-found' });
        t.expect(await t.delete(caller, path), 404, { type: 'not-found' });
      }
      t.same(new Set(answers.map(({ text }) => text)).size, 1, 'different answers to unknown ids');
    });
  }
};

async function tags(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const created = await t.create(caller, entity);
  const { path, etag } = created;
  t.that(/^"[^"]+"$/.test(etag), `the ETag ${etag} is not strong`);
  for (const match of [etag, '*', `"x", ${etag}`, `W/${etag}`]) {
    const answer = t.expect(await t.get(caller, path, { 'If-None-Match': match }), 304);
    t.same(answer.text, '', 'the body of a 304');
    t.same(answer.headers['etag'], etag, 'the ETag of a 304');
  }
  t.expect(await t.get(caller, path, { 'If-None-Match': '"other"' }), 200);
  const change = await t.change(caller, entity, created);
  const changed = t.expect(await t.patch(caller, path, change), 200);
  const next = changed.headers['etag'];
  t.that(next !== undefined && next !== etag, 'the ETag did not change with the record');
  const read = t.expect(await t.get(caller, path, { 'If-None-Match': etag }), 200);
  t.same(read.headers['etag'], next, 'the ETag after the change');
}

async function replaces(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const created = await t.create(caller, entity);
  const body = await t.change(caller, entity, created);
  const answer = t.expect(await t.put(caller, created.path, body), 200);
  for (const field of writableFields(entity).filter(({ secret }) => !secret)) {
    t.same(answer.record[jsonName(field)], body[jsonName(field)], jsonName(field));
  }
  t.same(answer.record['id'], created.id, 'the id');
  t.same(await t.read(caller, created.path), answer.record, 'the record read again');
  t.same((await t.get(caller, created.path)).headers['etag'], answer.headers['etag'], 'the ETag');
  const few = await t.change(caller, entity, answer, { fill: 'required' });
  const given = Object.fromEntries(Object.entries(few).filter(([, value]) => value !== null));
  const left = writableFields(entity).filter(
    (field) => few[jsonName(field)] === null && !field.secret,
  );
  const replaced = t.expect(await t.put(caller, created.path, given), 200);
  for (const field of left) {
    if (field.default !== undefined || field.name === entity.lifecycle?.field) continue;
    const name = jsonName(field);
    t.same(
      replaced.record[name],
      absent(field, { now: Date.now() }),
      `${name}, which PUT left out`,
    );
  }
  const unknown = `${t.list(entity)}/${UNKNOWN}`;
  t.expect(await t.put(caller, unknown, await t.body(caller, entity)), 404);
  t.expect(await t.get(caller, unknown), 404);
}

async function patches(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const created = await t.create(caller, entity);
  const nothing = t.expect(await t.patch(caller, created.path, {}), 200);
  const { updatedAt: _, ...before } = created.record;
  const { updatedAt: __, ...after } = nothing.record;
  t.same(after, before, 'the record after an empty patch');
  const body = await t.change(caller, entity, created);
  const names = writableFields(entity)
    .filter((field) => !field.secret && field.name !== entity.lifecycle?.field)
    .map(jsonName)
    .filter((name) => JSON.stringify(body[name]) !== JSON.stringify(before[name as never]));
  const change = Object.fromEntries(names.map((name) => [name, body[name]]));
  const changed = t.expect(await t.patch(caller, created.path, change), 200);
  for (const [name, value] of Object.entries(before)) {
    t.same(changed.record[name], names.includes(name) ? body[name] : value, `${name} after PATCH`);
  }
  t.same(await t.read(caller, created.path), changed.record, 'the record read again');
  for (const field of mergeable(entity)) {
    const name = jsonName(field);
    t.expect(await t.patch(caller, created.path, { [name]: null }), 200);
    const whole = { a: { b: 1, c: [1, 2] }, d: 'x' };
    t.expect(await t.patch(caller, created.path, { [name]: whole }), 200);
    const merge = { [name]: { a: { b: null, c: [3] }, e: 1 } };
    const merged = t.expect(await t.patch(caller, created.path, merge), 200);
    t.same(merged.record[name], { a: { c: [3] }, d: 'x', e: 1 }, `${name} merged (RFC 7396)`);
  }
}

/** Fields of any JSON that can be emptied and that no rule looks at. */
function mergeable(entity: Entity): readonly Field[] {
  const free = writableFields(entity).filter(
    ({ type, required }) => type.kind === 'json' && !required,
  );
  return entity.rules.some(({ on }) => on.includes('update')) ? [] : free;
}

async function guards(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const created = await t.removable(caller, entity);
  const { path, etag } = created;
  const body = await t.change(caller, entity, created);
  // One that is not even text is a condition all the same.
  for (const tag of ['"stale"', `W/${etag}`, 'é']) {
    const headers = { 'If-Match': tag };
    const type = 'precondition-failed';
    t.expect(await t.put(caller, path, body, headers), 412, { type });
    t.expect(await t.patch(caller, path, body, headers), 412, { type });
    t.expect(await t.delete(caller, path, headers), 412, { type });
  }
  t.same(await t.read(caller, path), created.record, 'the record after refused changes');
  const put = t.expect(await t.put(caller, path, body, { 'If-Match': etag }), 200);
  t.expect(await t.put(caller, path, body, { 'If-Match': etag }), 412);
  const now = put.headers['etag'] ?? '';
  const patch = t.expect(await t.patch(caller, path, {}, { 'If-Match': `"x", ${now}` }), 200);
  t.expect(await t.patch(caller, path, {}, { 'If-Match': '*' }), 200);
  t.expect(await t.delete(caller, path, { 'If-Match': etag }), 412);
  t.that(patch.headers['etag'] !== undefined, 'the answer to PATCH has no ETag');
  t.expect(await t.delete(caller, path, { 'If-Match': '*' }), 204);
  t.expect(await t.delete(caller, path, { 'If-Match': '*' }), [404, 412]);
}
