import { jsonName, writableFields } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { fieldExample, fieldsRead } from '#rules';
import type { Answer } from '../checks/answer.ts';
import type { Caller } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';
import { judged } from '../checks/judged.ts';
import type { Tester } from '../checks/tester.ts';

/** Concurrent writers lose nothing and are never answered 5xx (SP-4.5, 4.6). */
export const raceChecks: CheckGroup = ({ resources, service }, check) => {
  for (const entity of resources) {
    const { label } = entity;
    const rounds = (race: (t: Tester, entity: Entity) => Promise<void>) => async (t: Tester) => {
      for (let round = 0; round < t.rounds; round += 1) await race(t, entity);
    };
    check('SP-4.6', `${label}: PUT against DELETE`, rounds(putAgainstDelete));
    check('SP-4.6', `${label}: ten deletes, one wins`, rounds(deletes));
    check('SP-4.5', `${label}: under If-Match one of ten wins`, rounds(oneOfTen));
    if (freeFields(judged(service, entity)).length >= 2) {
      check('SP-4.6', `${label}: patches of different properties all count`, rounds(patches));
    }
  }
  const counted = resources.flatMap((entity) =>
    counters(entity).map((field) => ({ entity, field })),
  );
  const [first] = counted;
  if (first) {
    const { entity, field } = first;
    const what = `${entity.label}: 200 increments of ${field.label} by 8 writers`;
    check('SP-4.5', what, (t) => increments(t, entity, field));
  }
};

async function putAgainstDelete(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const created = await t.removable(caller, entity);
  const body = await t.change(caller, entity, created);
  const [put, remove] = await Promise.all([
    t.put(caller, created.path, body),
    t.delete(caller, created.path),
  ]);
  t.expect(put, [200, 404]);
  t.expect(remove, 204);
  t.expect(await t.get(caller, created.path), 404);
}

async function deletes(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const { path } = await t.removable(caller, entity);
  const answers = await atOnce(10, () => t.delete(caller, path));
  t.same(statuses(answers), [204, ...Array<number>(9).fill(404)], 'answers to ten deletes');
}

async function oneOfTen(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const created = await t.create(caller, entity);
  const body = await t.change(caller, entity, created);
  const headers = { 'If-Match': created.etag };
  const answers = await atOnce(10, () => t.put(caller, created.path, body, headers));
  t.same(statuses(answers), [200, ...Array<number>(9).fill(412)], 'answers to ten replacements');
}

/** Optional plain fields that no rule looks at: they can be patched alone. */
function freeFields(entity: Entity): readonly Field[] {
  const read = new Set(entity.rules.flatMap(({ expression }) => [...fieldsRead(expression)]));
  const keys = new Set(entity.keys.flatMap(({ fields }) => fields));
  return writableFields(entity).filter(
    ({ name, type, unique, secret }) =>
      !read.has(name) &&
      !keys.has(name) &&
      !unique &&
      !secret &&
      name !== entity.lifecycle?.field &&
      !['reference', 'json', 'boolean', 'enum'].includes(type.kind),
  );
}

async function patches(t: Tester, entity: Entity): Promise<void> {
  const caller = await t.owner();
  const { path } = await t.create(caller, entity);
  const serial = t.serial();
  const values = freeFields(judged(t.session.subject.service, entity)).map(
    (field): [string, unknown] => [
      jsonName(field),
      fieldExample(field, { serial, now: Date.now(), roles: caller.roles, references: () => [] }),
    ],
  );
  const answers = await Promise.all(
    values.map(([name, value]) => t.patch(caller, path, { [name]: value })),
  );
  for (const answer of answers) t.expect(answer, 200);
  const record = await t.read(caller, path);
  for (const [name, value] of values) t.same(record[name], value, `${name} after patches at once`);
}

/** Whole numbers that can be counted up 200 times. */
function counters(entity: Entity): readonly Field[] {
  return freeFields(entity).filter(
    ({ type, min, max }) =>
      type.kind === 'integer' &&
      (max === undefined || Number(max.value) - Number(min?.value ?? 0) > 300),
  );
}

async function increments(t: Tester, entity: Entity, field: Field): Promise<void> {
  const caller = await t.owner();
  const name = jsonName(field);
  const start = Number(field.min?.value ?? 0) + 1;
  const { path } = await t.create(caller, entity, { given: { [name]: start } });
  const work = { left: 200, tries: 0 };
  const writer = async () => {
    while (work.left > 0 && work.tries < 8000) {
      work.left -= 1;
      await incrementOnce(t, caller, path, name, work);
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  t.same((await t.read(caller, path))[name], start + 200, `${name} after 200 increments`);
}

/** Reads, adds one, and tries again whenever another was faster. */
async function incrementOnce(
  t: Tester,
  caller: Caller,
  path: string,
  name: string,
  work: { tries: number },
): Promise<void> {
  for (let won = false; !won && work.tries < 8000;) {
    work.tries += 1;
    const read = t.expect(await t.get(caller, path), 200);
    const headers = { 'If-Match': read.headers['etag'] ?? '' };
    const next = { [name]: Number(read.record[name]) + 1 };
    const answer = t.expect(await t.patch(caller, path, next, headers), [200, 412]);
    won = answer.status === 200;
  }
}

function atOnce(count: number, send: () => Promise<Answer>): Promise<readonly Answer[]> {
  return Promise.all(Array.from({ length: count }, send));
}

function statuses(answers: readonly Answer[]): readonly number[] {
  return answers.map(({ status }) => status).toSorted((a, b) => a - b);
}
