import type { Issue } from '../fields/issues.ts';
import { Problem } from '../http/problem.ts';
import { brokenRules } from './checks.ts';
import { withConflicts } from './conflicts.ts';
import type { Incoming } from './model.ts';
import type { Records, Write } from './records.ts';
import { referring } from './references.ts';
import { brokenAmong, ownSuspects, suspectsOf } from './several.ts';
import type { Row, Store } from './store.ts';

/**
 * Deletes a locked row. Records that refer to it stop that, are deleted too, or lose the reference,
 * as their field says.
 * @throws a problem 409 if a rule or a reference is against it
 */
export async function removeRecord(
  records: Records,
  store: Store,
  write: Write,
  row: Row,
  removed = new Set<string>(),
): Promise<void> {
  const { model } = store;
  removed.add(row.record.id);
  const { record } = row;
  const own = { on: 'delete', previous: undefined, record } as const;
  refuse([
    ...brokenRules(model.resource, 'delete', records.check(write, record, record)),
    ...(await brokenAmong(await ownSuspects(records, store, write, own))),
  ]);
  // What it counts for is looked at when it is gone.
  const change = { on: 'delete', previous: record, record: undefined } as const;
  const suspects = await suspectsOf(records, store, write, change, removed);
  if (
    removed.size === 1 &&
    model.incoming.some(({ reference }) => reference.onDelete === 'cascade')
  ) {
    await records.database.deferForeignKeys(write.tx);
  }
  for (const incoming of model.incoming) await release(records, write, row, incoming, removed);
  await withConflicts(records.database, model, 'delete', () =>
    store.delete(write.tx, write.caller.tenantId, row.record.id),
  );
  refuse(await brokenAmong(suspects));
  await records.publish(write, model, 'deleted', record);
}

function refuse(broken: readonly Issue[]): void {
  if (broken.length === 0) return;
  throw new Problem('conflict', 'A rule forbids to delete this record.', { errors: broken });
}

/** Deals with the records that refer to one by one field. */
async function release(
  records: Records,
  write: Write,
  row: Row,
  incoming: Incoming,
  removed: Set<string>,
): Promise<void> {
  const { model, property, reference } = incoming;
  const store = records.store(model.resource.name);
  const { tenantId } = write.caller;
  for (const id of await referring(records, incoming, write, row.record.id, removed.size)) {
    if (removed.has(id)) continue;
    if (reference.onDelete === 'restrict') {
      throw new Problem('referenced', `${model.resource.plural} still refer to this record.`);
    }
    const other = await store.lock(write.tx, tenantId, id);
    if (!other) continue;
    if (reference.onDelete === 'cascade') {
      await removeRecord(records, store, write, other, removed);
      continue;
    }
    const before = other.record[property.name];
    const left = Array.isArray(before) ? before.filter((target) => target !== row.record.id) : null;
    const record = { ...other.record, [property.name]: left, updatedAt: write.now.toISOString() };
    await store.update(write.tx, tenantId, other, record);
    await records.publish(write, model, 'updated', record);
  }
}
