import type { Entity, FieldType } from '#blueprint';
import { sortableProperties } from '#contract';
import type { ListProperty } from '#contract';
import type { JsonRecord } from '#rules';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';
import { compareJson, listData, listed } from './list-data.ts';

/** Every sortable property sorts, in both directions, missing values last (SP-3.2). */
export const sortingChecks: CheckGroup = ({ resources }, check) => {
  for (const entity of resources) {
    const { label } = entity;
    for (const property of sortableProperties(entity)) {
      check('SP-3.2', `${label}: sorts by ${property.name}`, async (t) => {
        await sorts(t, entity, property);
      });
    }
    check('SP-3.2', `${label}: newest first when nothing is said`, async (t) => {
      const data = await listData(t, entity);
      const [silent, stated] = await Promise.all(
        ['', 'sort=-createdAt'].map((query) => listed(t, data, t.list(entity), query)),
      );
      t.same(ids(silent ?? []), ids(stated ?? []), 'the order without sort');
    });
    check('SP-3.2', `${label}: sorts by several properties`, async (t) => {
      const { caller } = await listData(t, entity);
      const { coarse, fine } = severalProperties(entity);
      if (!coarse) return;
      for (const second of fine) await sortsByTwo(t, entity, coarse, second);
      const names = sortableProperties(entity).map(({ name }) => name);
      if (names.length < 4) return;
      const four = names.slice(0, 4).join(',');
      const blame = { error: { parameter: 'sort' } };
      t.expect(await t.get(caller, `${t.list(entity)}?sort=${four}`), 400, blame);
    });
  }
};

async function sorts(t: Tester, entity: Entity, { name, type }: ListProperty): Promise<void> {
  const data = await listData(t, entity);
  for (const direction of [1, -1] as const) {
    const query = `sort=${direction === 1 ? '' : '-'}${name}`;
    const found = await listed(t, data, t.list(entity), query);
    t.same(found.length, data.records.length, `records listed by ?${query}`);
    const ties: number[] = [];
    for (const [index, record] of found.entries()) {
      const next = found[index + 1];
      if (!next) break;
      const order = compare(type, record[name], next[name], direction);
      t.that(
        order <= 0,
        `?${query}: ${JSON.stringify(record[name])} comes before ${JSON.stringify(next[name])}`,
      );
      if (order === 0) ties.push(String(record['id']) < String(next['id']) ? 1 : -1);
    }
    t.that(new Set(ties).size <= 1, `?${query}: ids do not break ties`);
  }
}

async function sortsByTwo(
  t: Tester,
  entity: Entity,
  first: ListProperty,
  second: ListProperty,
): Promise<void> {
  const data = await listData(t, entity);
  const found = await listed(t, data, t.list(entity), `sort=${first.name},-${second.name}`);
  t.same(found.length, data.records.length, `records sorted by ${first.name},-${second.name}`);
  for (const [index, record] of found.entries()) {
    const next = found[index + 1];
    if (!next) break;
    const order = compare(first.type, record[first.name], next[first.name], 1);
    const tie = order === 0 ? compare(second.type, record[second.name], next[second.name], -1) : -1;
    t.that(order < 0 || (order === 0 && tie <= 0), `${shown(record)} comes before ${shown(next)}`);
  }
}

/** The order of two values in a list: missing ones come last in either direction. */
function compare(type: FieldType, a: unknown, b: unknown, direction: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return direction * compareJson(type, a, b);
}

/** One property that few values share, and others that tell them apart: one that may be missing, too. */
function severalProperties(entity: Entity) {
  const properties = sortableProperties(entity);
  const isCoarse = ({ type }: ListProperty) => ['boolean', 'enum', 'reference'].includes(type.kind);
  const fine = properties.filter((property) => !isCoarse(property));
  const always = fine.find(({ nullable }) => !nullable);
  const optional = fine.find(({ nullable }) => nullable);
  return {
    coarse: properties.find(isCoarse),
    fine: [always, optional].filter((property) => property !== undefined),
  };
}

function ids(records: readonly JsonRecord[]): readonly unknown[] {
  return records.map(({ id }) => id);
}

function shown(record: JsonRecord): string {
  return JSON.stringify(record).slice(0, 200);
}
