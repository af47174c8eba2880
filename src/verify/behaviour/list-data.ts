import type { Entity, FieldType } from '#blueprint';
import type { JsonRecord } from '#rules';
import type { Caller } from '../checks/caller.ts';
import type { Tester } from '../checks/tester.ts';

/** Records of one entity that no other check changes. */
export interface ListData {
  readonly caller: Caller;
  /** In the order in which they were made. */
  readonly records: readonly JsonRecord[];
}

const COUNT = 12;

/** Queries that every record answers, each on its own way through a service. */
export const EVERYTHING = ['', 'createdAt[gte]=2000-01-01T00:00:00Z', 'sort=updatedAt'] as const;

/** Makes the records that all checks of an entity's list share: some with all values, some with few. */
export async function listData(t: Tester, entity: Entity): Promise<ListData> {
  const { accounts } = t.session;
  const caller = await t.session.once('account of lists', () => accounts.register(t, 'owner'));
  return t.session.once(`list of ${entity.id}`, async () => {
    const records: JsonRecord[] = [];
    for (let count = 0; count < COUNT; count += 1) {
      const fill = count % 3 === 2 ? 'required' : 'all';
      records.push((await t.create(caller, entity, { fill })).record);
    }
    return { caller, records };
  });
}

/** All records of a list that are among those made: a public service may hold others too. */
export async function listed(
  t: Tester,
  data: ListData,
  path: string,
  query: string,
): Promise<readonly JsonRecord[]> {
  const ids = new Set(data.records.map((record) => record['id']));
  // Several pages: a place in a list is as much of a service's own making as its order.
  const limit = t.session.subject.isPublic ? 100 : 5;
  return (await t.all(data.caller, path, query, limit)).filter((record) => ids.has(record['id']));
}

/** The order of two values of a type, none of them null: negative, zero or positive. */
export function compareJson(type: FieldType, a: unknown, b: unknown): number {
  switch (type.kind) {
    case 'integer':
    case 'number':
    case 'boolean':
      return Number(a) - Number(b);
    case 'decimal':
    case 'money': {
      // Answers have a fixed number of digits after the point: without it they are whole numbers.
      const [left, right] = [a, b].map((value) => BigInt(String(value).replace('.', '')));
      return left === right ? 0 : (left ?? 0n) < (right ?? 0n) ? -1 : 1;
    }
    case 'email':
      return byCodePoint(String(a).toLowerCase(), String(b).toLowerCase());
    default:
      return byCodePoint(String(a), String(b));
  }
}

function byCodePoint(a: string, b: string): number {
  // UTF-8 bytes are in the order of code points.
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
