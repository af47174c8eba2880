import { jsonName, readableFields, writableFields } from '#blueprint';
import type { Entity } from '#blueprint';
import { absent } from '#rules';
import type { Answer } from '../checks/answer.ts';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What records look like, beside the values of their fields (SP-1.1 to 1.3, 1.9 to 1.12). */
export const representationChecks: CheckGroup = ({ resources }, check) => {
  for (const entity of resources) {
    const { label } = entity;
    check('SP-1.1', `${label}: is at /api/${entity.plural}`, async (t) => {
      const { record } = await t.create(await t.owner(), entity);
      const expected = readableFields(entity).map(jsonName).toSorted();
      const got = Object.keys(record).filter((key) => !OURS.includes(key));
      t.same(got.toSorted(), expected, 'the properties');
    });
    check('SP-1.2', `${label}: properties are complete and in order`, async (t) => {
      const caller = await t.owner();
      const order = ['id', ...readableFields(entity).map(jsonName), 'createdAt', 'updatedAt'];
      const { record, path } = await t.create(caller, entity, { fill: 'required' });
      t.same(Object.keys(record), order, 'the properties of a created record');
      const read = await t.read(caller, path);
      t.same(Object.keys(read), order, 'the properties of a record read');
      t.same(read, record, 'the record read');
      t.that(TIME.test(String(read['createdAt'])), `createdAt is ${String(read['createdAt'])}`);
      t.that(TIME.test(String(read['updatedAt'])), `updatedAt is ${String(read['updatedAt'])}`);
    });
    check('SP-1.2', `${label}: updatedAt moves, createdAt does not`, async (t) => {
      const caller = await t.owner();
      const created = await t.create(caller, entity);
      const { record, path } = created;
      const other = await t.change(caller, entity, created);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const after = t.expect(await t.patch(caller, path, other), 200).record;
      t.same(after['createdAt'], record['createdAt'], 'createdAt');
      t.that(String(after['updatedAt']) > String(record['updatedAt']), 'updatedAt did not move');
    });
    check('SP-1.3', `${label}: ids are UUIDv7`, async (t) => {
      const caller = await t.owner();
      const ids: string[] = [];
      for (let count = 0; count < 3; count += 1) ids.push((await t.create(caller, entity)).id);
      for (const id of ids) t.that(UUID7.test(id), `the id ${id} is no UUIDv7 in lower case`);
      t.same(new Set(ids).size, 3, 'different ids');
    });
    check('SP-1.9', `${label}: refuses text that is no Unicode`, async (t) => {
      await refusesBadText(t, entity);
    });
    check('SP-1.10', `${label}: refuses properties that nobody may set`, async (t) => {
      await refusesProperties(t, entity);
    });
    check('SP-1.12', `${label}: what is absent takes its default`, async (t) => {
      await takesDefaults(t, entity);
    });
    if (entity.fields.some(({ secret }) => secret)) {
      check('SP-1.11', `${label}: secrets are never answered`, async (t) =>
        keepsSecrets(t, entity),
      );
    }
    check('SP-2.3', `${label}: names all that is wrong at once`, async (t) => {
      await namesAll(t, entity);
    });
  }
};

const OURS = ['id', 'createdAt', 'updatedAt'];

async function refusesBadText(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const body = await t.body(caller, entity);
  for (const escape of ['\\ud800', '\\u0000', '\\udc00x']) {
    const text = JSON.stringify({ ...body, unknownName: '@@' }).replace('@@', escape);
    const headers = { 'Content-Type': 'application/json' };
    const answer = await t.send({
      method: 'POST',
      path: t.list(entity),
      caller,
      headers,
      raw: text,
    });
    t.expect(answer, 400, { type: 'malformed-request' });
    const asName = JSON.stringify({ ...body, '@@': 1 }).replace('@@', escape);
    t.expect(
      await t.send({ method: 'POST', path: t.list(entity), caller, headers, raw: asName }),
      400,
    );
  }
}

async function refusesProperties(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const { path, record } = await t.create(caller, entity);
  const body = await t.body(caller, entity);
  const readOnly = entity.fields.filter((field) => field.readOnly).map(jsonName);
  const cases: [string, string[]][] = [
    ['noSuchProperty', ['unknown-property']],
    ...[...OURS, ...readOnly].map((name): [string, string[]] => [
      name,
      ['read-only', 'unknown-property'],
    ]),
  ];
  for (const [name, codes] of cases) {
    const value = name === 'id' ? record['id'] : '2026-01-01T00:00:00.000Z';
    const refused = (answer: Answer) => {
      t.expect(answer, 422, { type: 'validation-failed', error: { pointer: `/${name}` } });
      t.that(
        codes.some((code) => answer.text.includes(`"${code}"`)),
        `${name}: ${answer.text}`,
      );
    };
    refused(await t.post(caller, t.list(entity), { ...body, [name]: value }));
    refused(await t.put(caller, path, { ...body, [name]: value }));
    refused(await t.patch(caller, path, { [name]: value }));
  }
  t.same(await t.read(caller, path), record, 'the record after refused changes');
}

async function takesDefaults(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const body = await t.body(caller, entity, { fill: 'required' });
  const optional = writableFields(entity).filter(
    (field) => !field.required || field.default !== undefined,
  );
  const sent = Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) =>
        !optional.some(
          (field) =>
            jsonName(field) === name &&
            JSON.stringify(value) === JSON.stringify(absent(field, { now: Date.now() })),
        ),
    ),
  );
  const answer = t.expect(await t.post(caller, t.list(entity), sent), 201);
  for (const field of optional) {
    const name = jsonName(field);
    if (name in sent || field.secret || field.name === entity.lifecycle?.field) continue;
    if (field.default?.kind === 'now') continue;
    const got = answer.record[name];
    const many = field.type.kind === 'reference' && field.type.cardinality === 'many';
    const expected = sameNumber(absent(field, { now: Date.now() }), got);
    t.same(many ? (got ?? []) : got, expected, `${name}, which was not given`);
  }
  for (const field of writableFields(entity)) {
    if (!field.required || field.default !== undefined) continue;
    if (field.name === entity.lifecycle?.field) continue;
    const name = jsonName(field);
    const blame = { error: { pointer: `/${name}` } };
    const { [name]: _, ...without } = body;
    t.expect(await t.post(caller, t.list(entity), without), 422, blame);
    t.expect(await t.post(caller, t.list(entity), { ...body, [name]: null }), 422, blame);
  }
}

/** Decimals have one form in answers, whatever the default's is. */
function sameNumber(expected: unknown, got: unknown): unknown {
  const areTexts = typeof expected === 'string' && typeof got === 'string';
  return areTexts && /^-?[\d.]+$/.test(expected) && Number(expected) === Number(got)
    ? got
    : expected;
}

async function keepsSecrets(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const fields = entity.fields.filter(({ secret }) => secret);
  const mark = `hush${t.serial()}`;
  const texts = fields.filter(({ type }) => type.kind === 'string' || type.kind === 'text');
  const secrets = Object.fromEntries(texts.map((field) => [jsonName(field), mark]));
  const body = await t.body(caller, entity, { given: secrets });
  const created = t.expect(await t.post(caller, t.list(entity), body), 201);
  const path = `${t.list(entity)}/${String(created.record['id'])}`;
  const answers = [
    created,
    await t.get(caller, path),
    await t.get(caller, t.list(entity)),
    await t.patch(caller, path, secrets),
    await t.put(caller, path, body),
  ];
  for (const answer of answers) {
    const shown = fields.map(jsonName).filter((name) => name in answer.record);
    t.same(shown, [], `secret properties in the answer to ${answer.asked}`);
    t.that(!answer.text.includes(mark), `the answer to ${answer.asked} holds a secret`);
  }
  for (const name of fields.map(jsonName)) {
    t.expect(await t.get(caller, `${t.list(entity)}?${name}=${mark}`), 400);
    t.expect(await t.get(caller, `${t.list(entity)}?sort=${name}`), 400);
  }
  const found = await t.all(caller, t.list(entity), `q=${mark}`).catch(() => []);
  t.same(found.length, 0, 'records found by their secret');
}

async function namesAll(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const names = writableFields(entity)
    .filter(({ type }) => type.kind !== 'json')
    .map(jsonName)
    .slice(0, 40);
  const wrong = Object.fromEntries(names.map((name) => [name, { no: 'such value' }]));
  const answer = await t.post(caller, t.list(entity), { ...wrong, unknownOne: 1, unknownTwo: 2 });
  for (const name of [...names, 'unknownOne', 'unknownTwo']) {
    t.expect(answer, 422, { error: { pointer: `/${name}` } });
  }
}
