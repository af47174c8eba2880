import type { Field } from '../fields/index.ts';
import { validationFailed } from '../http/problem.ts';
import { uuidv7 } from '../uuid.ts';
import type { Body } from './body.ts';
import { brokenRules, wrongInitialState } from './checks.ts';
import { withConflicts } from './conflicts.ts';
import type { Records, Write, Written } from './records.ts';
import { missingReferences } from './references.ts';
import type { StoredRecord } from './resource.ts';
import { brokenAmong, suspectsOf } from './several.ts';
import type { Store } from './store.ts';

/** Makes a record of a checked body. `id` and `fixed` are given where the record is that of an account. */
export async function createRecord(
  records: Records,
  store: Store,
  write: Write,
  body: Body,
  id = uuidv7(write.now.getTime()),
  fixed: Body = {},
): Promise<Written> {
  const { resource } = store.model;
  const { lifecycle } = resource;
  const time = write.now.toISOString();
  const values: Record<string, unknown> = { id };
  for (const [name, field] of Object.entries(resource.fields)) {
    const initial = name === lifecycle?.property ? lifecycle.initial : undefined;
    const given = Object.hasOwn(fixed, name) ? fixed[name] : undefined;
    values[name] = given ?? body[name] ?? initial ?? unset(field, write.now);
  }
  const record: StoredRecord = { ...values, id, createdAt: time, updatedAt: time };
  const check = records.check(write, record, undefined);
  const broken = [
    ...wrongInitialState(resource, record),
    ...(await missingReferences(records, store.model, write, record)),
    ...brokenRules(resource, 'create', check),
  ];
  if (broken.length > 0) throw validationFailed(broken);
  const change = { on: 'create', previous: undefined, record } as const;
  const suspects = await suspectsOf(records, store, write, change);
  const row = await withConflicts(records.database, store.model, 'write', () =>
    store.insert(write.tx, write.caller, record),
  );
  const brokenNow = await brokenAmong(suspects);
  if (brokenNow.length > 0) throw validationFailed(brokenNow);
  const json = await records.publish(write, store.model, 'created', record);
  return { row, json };
}

/** What a property holds that no request can set. */
function unset(field: Field, now: Date): unknown {
  if (typeof field.default === 'function') return field.default(now);
  return field.default ?? (field.reference?.many ? [] : null);
}
