import { jsonName, writableFields } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import type { JsonRecord } from '#rules';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';

/** Unique values and combinations (SP-4.9). */
export const uniqueChecks: CheckGroup = ({ resources }, check) => {
  for (const entity of resources) {
    for (const fields of uniqueFields(entity)) {
      const names = fields.map(jsonName);
      const what = `${entity.label}: ${fields.map(({ label }) => label).join(' and ')}`;
      const source = fields[0]?.sources[0];
      const more = source && { source };
      check('SP-4.9', `${what} can't be taken twice`, (t) => staysUnique(t, entity, fields), more);
      check('SP-4.9', `${what}: ten at once, one wins`, async (t) => {
        for (let round = 0; round < t.rounds; round += 1) await race(t, entity, names);
      });
      const [field] = fields;
      if (fields.length === 1 && field && !field.required) {
        check('SP-4.9', `${what} may be missing many times`, async (t) => {
          const caller = await t.owner();
          const given = { [jsonName(field)]: null };
          for (let count = 0; count < 3; count += 1) await t.create(caller, entity, { given });
        });
      }
      if (fields.length === 1 && field?.type.kind === 'email') {
        check('SP-4.9', `${what} compares without case`, async (t) => {
          const caller = await t.owner();
          const { record } = await t.create(caller, entity);
          const given = { [jsonName(field)]: String(record[jsonName(field)]).toUpperCase() };
          const body = await t.body(caller, entity, { given });
          t.expect(await t.post(caller, t.list(entity), body), 409, {
            error: { code: 'duplicate' },
          });
        });
      }
    }
  }
};

/** The sets of writable fields that no two records share. */
export function uniqueFields(entity: Entity): readonly (readonly Field[])[] {
  const writable = writableFields(entity);
  const keys = entity.keys.map(({ fields }) =>
    fields.map((name) => writable.find((field) => field.name === name)),
  );
  return [
    ...writable.filter(({ unique }) => unique).map((field) => [field]),
    ...keys.filter((fields): fields is Field[] => !fields.includes(undefined)),
  ];
}

async function staysUnique(t: Tester, entity: Entity, fields: readonly Field[]): Promise<void> {
  const caller = await t.owner();
  const first = await t.create(caller, entity);
  const taken = pick(first.record, fields.map(jsonName));
  const body = await t.body(caller, entity, { given: taken });
  const pointer = `/${jsonName(fields[0] as Field)}`;
  const blame = { type: 'conflict', error: { code: 'duplicate' } };
  const refused = t.expect(await t.post(caller, t.list(entity), body), 409, blame);
  if (fields.length === 1) t.expect(refused, 409, { error: { code: 'duplicate', pointer } });
  const second = await t.create(caller, entity);
  const change = await t.change(caller, entity, second, { given: taken });
  t.expect(await t.put(caller, second.path, change), 409, blame);
  t.expect(await t.patch(caller, second.path, taken), 409, blame);
  t.same(await t.read(caller, second.path), second.record, 'the record after refused changes');
  t.expect(await t.patch(caller, first.path, taken), 200);
  if (entity.rules.some(({ on }) => on.includes('delete'))) return;
  t.expect(await t.delete(caller, first.path), 204);
  t.expect(await t.post(caller, t.list(entity), body), 201);
}

async function race(t: Tester, entity: Entity, names: readonly string[]): Promise<void> {
  const caller = await t.owner();
  const taken = pick(await t.body(caller, entity), names);
  const bodies: JsonRecord[] = [];
  for (let count = 0; count < 10; count += 1) {
    bodies.push(await t.body(caller, entity, { given: taken }));
  }
  const answers = await Promise.all(bodies.map((body) => t.post(caller, t.list(entity), body)));
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  t.same(statuses, [201, ...Array<number>(9).fill(409)], 'answers to ten at once');
}

function pick(record: JsonRecord, names: readonly string[]): JsonRecord {
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}
