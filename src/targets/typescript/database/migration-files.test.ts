import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { createContract } from '#contract';
import { workshop } from '../../../../test/fixtures/workshop.ts';
import { migrationFiles } from './migration-files.ts';

const blueprint = workshop();
const [service] = blueprint.system.services;
assert.ok(service);
const { files } = migrationFiles({
  blueprint,
  service,
  contract: createContract({ blueprint, service }),
});
const postgres = files.find(({ path }) => path === 'migrations/postgres/0001-init.sql');
const sqlite = files.find(({ path }) => path === 'migrations/sqlite/0001-init.sql');
assert.ok(sqlite && postgres);

describe('migrations', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(sqlite.content);

  it('begin every index of a resource with the tenant', () => {
    const indexes = database
      .prepare(
        `select t.name || '.' || l.name as name, c.name as first
         from sqlite_schema t, pragma_index_list(t.name) l, pragma_index_info(l.name) c
         where t.type = 'table' and t.name not like '\\_%' escape '\\' and t.name not like 'sqlite%' and c.seqno = 0`,
      )
      .all();
    assert.ok(indexes.length > 20);
    assert.deepEqual(
      indexes.filter(({ first }) => first !== '_tenant'),
      [],
    );
  });

  it('refer to records of the same tenant only, each by an index', () => {
    for (const { content } of [sqlite, postgres]) {
      const keys = content.match(/foreign key .*/g) ?? [];
      assert.equal(keys.length, 8);
      for (const key of keys) assert.match(key, /\("_tenant", .* \("_tenant", "id"\)/);
    }
  });

  it('keep unique what is unique, e-mail without case', () => {
    for (const { content } of [sqlite, postgres]) {
      assert.match(content, /unique index "customer_email_key" .* \("_tenant", lower\("email"\)\)/);
      assert.match(content, /unique index "part_sku_key" on "part" \("_tenant", "sku"\)/);
    }
  });
});
