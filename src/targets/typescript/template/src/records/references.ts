import type { Issue } from '../fields/issues.ts';
import { segment } from '../fields/issues.ts';
import type { Incoming, Model } from './model.ts';
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
  for (const { name, field } of model.references) {
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

/**
 * The ids of the records of `model` that refer to `target` by a property. Where one is enough to say no,
 * only so many that one is not among the `known` ones.
 */
export async function referring(
  { database }: Records,
  { model, property, reference }: Incoming,
  { tx, caller }: Write,
  target: string,
  known: number,
): Promise<readonly string[]> {
  const { resource } = model;
  const query = reference.many
    ? database.records
        .selectFrom(`${resource.table}__${property.column}`)
        .select('source_id as id')
        .where('target_id', '=', target)
    : database.records.selectFrom(resource.table).select('id').where(property.column, '=', target);
  const needed = reference.onDelete === 'restrict' ? query.limit(known + 1) : query;
  const { rows } = await tx.executeQuery(
    needed
      .where('_tenant', '=', caller.tenantId)
      .orderBy(reference.many ? 'source_id' : 'id')
      .compile(),
  );
  return rows.map((row) => String(row['id']));
}

function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}
