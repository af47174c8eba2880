import type { Executor } from '../db/database.ts';
import type { Issue } from '../fields/issues.ts';
import { segment } from '../fields/issues.ts';
import type { Model, Property } from './model.ts';
import type { Records, Write } from './records.ts';
import type { StoredRecord } from './resource.ts';

/** References of a record that name no record of the tenant; those that `previous` had are known to be there. */
export async function missingReferences(
  records: Records,
  model: Model,
  { tx, caller }: Write,
  record: StoredRecord,
  previous?: StoredRecord,
): Promise<Issue[]> {
  const missing: Issue[] = [];
  for (const { name, field } of [...model.columns, ...model.links]) {
    const { reference } = field;
    if (!reference) continue;
    const given = idsIn(record[name]);
    const known = new Set(previous && idsIn(previous[name]));
    const asked = given.filter((id) => !known.has(id));
    if (asked.length === 0) continue;
    const store = records.store(reference.to);
    const there = await store.existing(tx, caller.tenantId, asked);
    for (const [index, id] of given.entries()) {
      if (known.has(id) || there.has(id)) continue;
      const pointer = segment(name) + (reference.many ? segment(String(index)) : '');
      const message = `there is no such record among ${store.model.resource.plural}`;
      missing.push({ pointer, code: 'missing-reference', message });
    }
  }
  return missing.slice(0, 50);
}

/** The ids of the records of `model` that refer to `target` by a property. */
export async function referring(
  { database }: Records,
  { resource }: Model,
  property: Property,
  tenant: string,
  db: Executor,
  target: string,
): Promise<readonly string[]> {
  const { field, column } = property;
  const { reference } = field;
  const query = reference?.many
    ? database.records
        .selectFrom(`${resource.table}__${column}`)
        .select('source_id as id')
        .where('target_id', '=', target)
    : database.records.selectFrom(resource.table).select('id').where(column, '=', target);
  const first = reference?.onDelete === 'restrict' ? query.limit(1) : query;
  const rows = await db.executeQuery(
    first
      .where('_tenant', '=', tenant)
      .orderBy(reference?.many ? 'source_id' : 'id')
      .compile(),
  );
  return rows.rows.map((row) => String(row['id']));
}

function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}
