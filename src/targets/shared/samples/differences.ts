import type { JsonRecord } from '#rules';

/** The properties of one record that another has different. */
export function differences(before: JsonRecord, after: JsonRecord): JsonRecord {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value),
  );
  return Object.fromEntries(changed);
}
