import { validationFailed } from '../http/problem.ts';
import type { Body } from './body.ts';
import { brokenGuard, brokenRules, transitionOf } from './checks.ts';
import { withConflicts } from './conflicts.ts';
import type { Records, Write, Written } from './records.ts';
import { missingReferences } from './references.ts';
import type { StoredRecord } from './resource.ts';
import { brokenAmong, suspectsOf } from './several.ts';
import type { Row, Store } from './store.ts';

/** Writes the next version of a locked row with the properties of a checked body. */
export async function changeRecord(
  records: Records,
  store: Store,
  write: Write,
  row: Row,
  body: Body,
): Promise<Written> {
  const { resource } = store.model;
  const previous = row.record;
  const values: Record<string, unknown> = { ...previous };
  for (const [name, value] of Object.entries(body)) {
    if (value !== undefined) values[name] = value;
  }
  values['updatedAt'] = write.now.toISOString();
  const record = values as unknown as StoredRecord;
  const check = records.check(write, record, previous);
  const transition = await transitionOf(resource, check);
  const broken = [
    ...(await missingReferences(records, store.model, write, record, previous)),
    ...(await brokenGuard(resource, transition, check)),
    ...brokenRules(resource, 'update', check),
  ];
  if (broken.length > 0) throw validationFailed(broken);
  const change = { on: 'update', previous, record } as const;
  const suspects = await suspectsOf(records, store, write, change);
  const next = await withConflicts(records.database, store.model, 'write', () =>
    store.update(write.tx, write.caller.tenantId, row, record),
  );
  const brokenNow = await brokenAmong(suspects);
  if (brokenNow.length > 0) throw validationFailed(brokenNow);
  const json = await records.publish(write, store.model, 'updated', record, transition);
  return { row: next, json };
}
