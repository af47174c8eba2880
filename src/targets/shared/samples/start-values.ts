import type { JsonRecord } from '#rules';
import { differences } from './differences.ts';
import type { Sample } from './sample.ts';

/**
 * What the record that an example changes has besides its sample, where it is as it was created. A record that is
 * taken to another state first is the sample; a unique value is its own.
 */
export function startValues(
  { record, unique }: Sample,
  before: readonly JsonRecord[],
): JsonRecord | undefined {
  const [first] = before;
  if (first === undefined || before.length > 1) return undefined;
  const own = new Set(unique.map(({ name }) => name));
  const given = Object.entries(differences(record, first)).filter(([name]) => !own.has(name));
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
