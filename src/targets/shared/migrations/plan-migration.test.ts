import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEntity, buildField, buildService, referenceTo } from '#blueprint';
import type { Field, FieldType } from '#blueprint';
import {
  describedSqlite,
  migrateSqlite,
  sqliteWith,
} from '../../../../test/support/migrated-sqlite.ts';
import { storage as python } from '../../python/database/storage.ts';
import { storage as typescript } from '../../typescript/database/storage.ts';
import { describeMigration } from './describe-migration.ts';
import { planMigration } from './plan-migration.ts';
import { schemaOf } from './schema-of.ts';
import type { Schema } from './schema.ts';
import type { Storage } from './sql/storage.ts';

const ID = '0190a000-0000-7000-8000-000000000001';

function field(name: string, type: FieldType, more: Partial<Field> = {}): Field {
  return buildField('task', { name, type, ...more });
}

function withTasks(...fields: readonly Field[]): Schema {
  const task = buildEntity({ name: 'task', plural: 'tasks', fields });
  return schemaOf(buildService({ name: 'work', entities: [task] }));
}

/** A database with one task; `values` are SQL expressions by column. */
function databaseWith(schema: Schema, values: Record<string, string>, storage: Storage) {
  const database = sqliteWith(schema, storage);
  const uuid = storage.literal({ kind: 'value', value: ID }, { kind: 'uuid' }, 'sqlite');
  const row = { _tenant: uuid, _created_by: uuid, _version: '1', id: uuid, ...values };
  const columns = [...Object.keys(row), 'created_at', 'updated_at'].map((name) => `"${name}"`);
  database.exec(
    `insert into task (${columns.join()}) values (${Object.values(row).join()}, 'now', 'now')`,
  );
  return database;
}

/** What becomes of one value of one field, after one migration; or why it is refused. */
function become(from: Field, to: Field | undefined, value: string, storage = typescript): unknown {
  const [before, wanted] = [withTasks(from), withTasks(...(to ? [to] : []))];
  const database = databaseWith(before, { [from.name]: value }, storage);
  const { migration } = planMigration({ before, wanted, number: 2, dropData: false });
  const problem = migration && migrateSqlite(database, migration, storage);
  return problem ?? database.prepare('select * from task').get()?.[to?.name ?? ''];
}

const kind = (name: 'string' | 'integer' | 'uuid' | 'date' | 'datetime' | 'email' | 'text') =>
  field('it', { kind: name });
const decimal = (precision: number, scale: number) =>
  field('it', { kind: 'decimal', precision, scale });
const choice = (...values: readonly string[]) =>
  field('it', { kind: 'enum', values: values.map((value) => ({ value, label: value })) });

describe('a migration', () => {
  it('carries values over to a type that takes all of them', () => {
    const rows: readonly [Field, Field, string, unknown, Storage?][] = [
      [kind('string'), kind('email'), "'Ada'", 'Ada'],
      [kind('integer'), kind('text'), '42', '42'],
      [kind('integer'), field('it', { kind: 'number' }), '42', 42],
      [kind('integer'), decimal(9, 2), '-42', -4200],
      [decimal(9, 2), decimal(12, 4), '-150', -15000],
      [decimal(9, 4), decimal(9, 2), '15000', 150],
      [kind('date'), kind('datetime'), "'2026-01-31'", '2026-01-31T00:00:00.000Z'],
      [kind('date'), kind('datetime'), "'2026-01-31'", '2026-01-31 00:00:00.000000', python],
      [kind('uuid'), kind('string'), `'${ID}'`, ID],
      [kind('uuid'), kind('string'), `'${ID.replaceAll('-', '')}'`, ID, python],
      [choice('a', 'b'), choice('b', 'c', 'a'), "'b'", 'b'],
      [kind('string'), choice('a', 'b'), "'b'", 'b'],
    ];
    for (const [from, to, value, expected, storage] of rows)
      assert.deepEqual(become(from, to, value, storage), expected, JSON.stringify([from, to]));
  });

  it('refuses a value that does not fit, in words', () => {
    const refused = (from: Field, to: Field, value: string) => String(become(from, to, value));
    assert.match(
      refused(choice('a', 'b'), choice('b'), "'a'"),
      /There are records of task whose it is none of b/,
    );
    assert.match(
      refused(kind('integer'), decimal(4, 2), '100'),
      /it does not fit into its new type/,
    );
    assert.match(refused(decimal(9, 4), decimal(9, 2), '15050'), /it does not fit/);
    assert.match(
      refused(kind('string'), field('it', { kind: 'string' }, { required: true }), 'null'),
      /There are records of task without it, which is required now/,
    );
  });

  it('leaves a value that can not follow in a retired column', () => {
    const before = withTasks(kind('text'));
    const wanted = withTasks(kind('integer'));
    const { migration, schema } = planMigration({ before, wanted, number: 7, dropData: false });
    assert.ok(migration);
    assert.deepEqual(describeMigration(migration), [
      'task.it is new',
      'task.it is retired: its values stay in _retired_0007_it',
    ]);
    const database = databaseWith(before, { it: "'many'" }, typescript);
    assert.equal(migrateSqlite(database, migration, typescript), undefined);
    const row = database.prepare('select * from task').get();
    assert.deepEqual([row?.['it'], row?.['_retired_0007_it']], [null, 'many']);

    const back = planMigration({ before: schema, wanted: before, number: 8, dropData: false });
    assert.ok(back.migration);
    assert.equal(migrateSqlite(database, back.migration, typescript), undefined);
    // An integer fits into a text: what is newest counts.
    assert.equal(database.prepare('select * from task').get()?.['it'], null);
  });

  it('gives records the default of what they have no value for', () => {
    const given = { default: { kind: 'value', value: 'none' } } as const;
    const required = field('it', { kind: 'string' }, { required: true, ...given });
    assert.equal(become(kind('string'), required, 'null'), 'none');
    assert.equal(become(kind('string'), required, "'mine'"), 'mine');
    assert.equal(become(kind('string'), field('it', { kind: 'string' }, given), 'null'), null);
    const added = field('more', { kind: 'boolean' }, { default: { kind: 'value', value: true } });
    assert.equal(become(kind('string'), added, 'null'), 1);
    const today = field('more', { kind: 'date' }, { required: true, default: { kind: 'today' } });
    assert.match(String(become(kind('string'), today, 'null')), /^\d{4}-\d\d-\d\d$/);
  });

  it('takes values along to the name that the requirements say is the new one', () => {
    const named = (name: string, formerly: string) =>
      field(name, { kind: 'email' }, { unique: true, formerly });
    const before = withTasks(field('mail', { kind: 'string' }, { unique: true }));
    const wanted = withTasks(named('address', 'mail'));
    const { migration, schema } = planMigration({ before, wanted, number: 2, dropData: false });
    assert.ok(migration);
    assert.deepEqual(describeMigration(migration), ['task.mail is now task.address']);
    const database = databaseWith(before, { mail: "'a@b.c'" }, typescript);
    assert.equal(migrateSqlite(database, migration, typescript), undefined);
    assert.equal(database.prepare('select address from task').get()?.['address'], 'a@b.c');
    assert.deepEqual(describedSqlite(database), describedSqlite(sqliteWith(wanted, typescript)));
    // It may stand there for good; and a name that is still in use is taken from nobody.
    const again = planMigration({ before: schema, wanted, number: 3, dropData: false });
    assert.equal(again.migration, undefined);
    const both = withTasks(
      field('mail', { kind: 'string' }, { unique: true }),
      named('address', 'mail'),
    );
    const added = planMigration({ before, wanted: both, number: 2, dropData: false });
    assert.deepEqual(added.migration && describeMigration(added.migration), [
      'task.address is new',
    ]);
  });

  it('drops data only when that is asked for, and then what was kept earlier as well', () => {
    const before = withTasks(kind('string'), field('title', { kind: 'string' }));
    const wanted = withTasks(field('title', { kind: 'string' }));
    const kept = planMigration({ before, wanted, number: 2, dropData: false });
    const columns = (schema: Schema) => schema.tables[0]?.columns.map(({ name }) => name);
    assert.ok(columns(kept.schema)?.includes('_retired_0002_it'));
    const dropped = planMigration({ before: kept.schema, wanted, number: 3, dropData: true });
    assert.ok(dropped.migration);
    assert.deepEqual(columns(dropped.schema), columns(wanted));
    assert.deepEqual(describeMigration(dropped.migration), [
      'task._retired_0002_it and its values are dropped',
    ]);
    const none = schemaOf(buildService({ name: 'work', entities: [] }));
    const gone = planMigration({ before, wanted: none, number: 2, dropData: true });
    assert.ok(gone.migration);
    assert.deepEqual(describeMigration(gone.migration), ['task and its records are dropped']);
  });

  it('asks whether what a reference names is still there before it brings the reference back', () => {
    const person = buildEntity({ name: 'person', plural: 'people', fields: [] });
    const owner = buildField('task', { name: 'owner', type: referenceTo('person') });
    const service = (...fields: Field[]) =>
      schemaOf(
        buildService({
          name: 'work',
          entities: [person, buildEntity({ name: 'task', plural: 'tasks', fields })],
        }),
      );
    const gone = planMigration({
      before: service(owner),
      wanted: service(),
      number: 2,
      dropData: false,
    });
    const back = planMigration({
      before: gone.schema,
      wanted: service(owner),
      number: 3,
      dropData: false,
    });
    assert.ok(gone.migration && back.migration);
    const whole = sqliteWith(gone.schema, typescript);
    whole.exec(
      `insert into person values ('${ID}', '${ID}', 1, '${ID}', 'now', 'now');
       insert into task values ('${ID}', '${ID}', 1, '${ID}', 'now', 'now', '${ID}')`,
    );
    assert.equal(migrateSqlite(whole, back.migration, typescript), undefined);
    assert.equal(whole.prepare('select owner_id from task').get()?.['owner_id'], ID);

    const dangling = sqliteWith(gone.schema, typescript);
    dangling.exec(`insert into task values ('${ID}', '${ID}', 1, '${ID}', 'now', 'now', '${ID}')`);
    assert.match(
      String(migrateSqlite(dangling, back.migration, typescript)),
      /There are records of task whose owner_id is no longer there/,
    );
  });
});
