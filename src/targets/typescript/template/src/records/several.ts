import type { Issue } from '../fields/issues.ts';
import { segment } from '../fields/issues.ts';
import type { Records, Write } from './records.ts';
import type { Check, Rule, StoredRecord } from './resource.ts';
import type { Store } from './store.ts';

/** A write before it is done: what is there now, and what will be. */
export interface Change {
  readonly on: Rule['on'][number];
  readonly previous: StoredRecord | undefined;
  readonly record: StoredRecord | undefined;
}

/** A rule over several records that a write may break. */
interface Suspect {
  readonly rule: Rule;
  /** The property to blame, in the record that is written. */
  readonly property: string | undefined;
  readonly check: Check;
  /** It is broken already, and need not be better after. */
  readonly broken: boolean;
}

/**
 * The rules over several records that a write may break: those of its resource, and those of the records
 * that it refers to. Whoever else could break them waits until the transaction ends.
 */
export async function suspectsOf(
  records: Records,
  store: Store,
  write: Write,
  change: Change,
  removed?: ReadonlySet<string>,
): Promise<readonly Suspect[]> {
  const suspects = [...(await ownSuspects(records, store, write, change))];
  const { record, previous } = change;
  for (const { model, rule, property } of store.model.watchers) {
    const referred = [previous, record].flatMap((side) => idsIn(side?.[property]));
    for (const id of [...new Set(referred)].toSorted()) {
      if (removed?.has(id)) continue;
      const row = await records
        .store(model.resource.name)
        .lock(write.tx, write.caller.tenantId, id);
      if (!row) continue;
      const check = records.check(write, row.record, row.record);
      const broken = (rule.several?.lenient ?? false) && (await rule.holds(check)) === false;
      suspects.push({ rule, property, check, broken });
    }
  }
  return suspects;
}

/** Those that do not hold once the write is done, as parts of a problem. */
export async function brokenAmong(suspects: readonly Suspect[]): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const { rule, property, check, broken } of suspects) {
    if (broken || (await rule.holds(check)) !== false) continue;
    const pointer = property === undefined ? '' : segment(property);
    issues.push({ pointer, code: 'rule', rule: rule.id, message: rule.message });
  }
  return issues;
}

/** Those of its resource alone. */
export async function ownSuspects(
  records: Records,
  store: Store,
  write: Write,
  { on, previous, record }: Change,
): Promise<readonly Suspect[]> {
  const suspects: Suspect[] = [];
  for (const rule of store.model.resource.rules ?? []) {
    const { several, property } = rule;
    if (!several || !record || !rule.on.includes(on)) continue;
    if (several.lenient && on === 'create') continue;
    if (several.turns) {
      await records.database.takeTurns(write.tx, `${write.caller.tenantId} ${store.model.path}`);
    }
    const before = several.lenient && previous && records.check(write, previous, previous);
    const broken = before ? (await rule.holds(before)) === false : false;
    suspects.push({ rule, property, check: records.check(write, record, previous), broken });
  }
  return suspects;
}

function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}
