import type { Entity } from '#blueprint';
import { listFilters, searchableFields } from '#contract';
import type { FilterOperator, ListFilter } from '#contract';
import { jsonName } from '#blueprint';
import type { JsonRecord } from '#rules';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';
import { compareJson, listData, listed } from './list-data.ts';

/** Every filter finds what it says and nothing else (SP-3.3), and so does `q` (SP-3.4). */
export const filterChecks: CheckGroup = ({ resources }, check) => {
  for (const entity of resources) {
    const { label } = entity;
    for (const filter of listFilters(entity)) {
      check('SP-3.3', `${label}: filters by ${filter.parameter}`, async (t) => {
        await filters(t, entity, filter);
      });
    }
    check('SP-3.3', `${label}: filters are joined by AND`, async (t) => {
      const data = await listData(t, entity);
      const [first, last] = [data.records[0], data.records.at(-1)];
      const time = encodeURIComponent(String(first?.['createdAt']));
      const query = `createdAt[gte]=${time}&createdAt[lt]=${time}`;
      t.same((await listed(t, data, t.list(entity), query)).length, 0, 'what no record can be');
      const until = encodeURIComponent(String(last?.['createdAt']));
      const all = await listed(
        t,
        data,
        t.list(entity),
        `createdAt[gte]=${time}&createdAt[lte]=${until}`,
      );
      t.same(all.length, data.records.length, 'what every record is');
    });
    check('SP-3.6', `${label}: filters take values of their type only`, async (t) => {
      const caller = await t.owner();
      for (const { parameter, property, operator } of listFilters(entity)) {
        const wrong = operator === 'null' ? 'maybe' : wrongValues[property.type.kind];
        if (wrong === undefined) continue;
        const query = `${encodeURIComponent(parameter)}=${encodeURIComponent(wrong)}`;
        const blame = { type: 'invalid-parameter', error: { parameter } };
        t.expect(await t.get(caller, `${t.list(entity)}?${query}`), 400, blame);
      }
    });
    if (searchableFields(entity).length > 0) {
      check('SP-3.4', `${label}: q finds text`, async (t) => searches(t, entity));
    }
  }
};

const wrongValues: Readonly<Record<string, string>> = {
  integer: '1.5',
  number: 'x',
  decimal: '1.x',
  money: 'x',
  boolean: 'yes',
  date: '2023-02-29',
  datetime: 'yesterday',
  uuid: 'x',
  enum: 'no such value',
  reference: 'x',
};

async function filters(t: Tester, entity: Entity, filter: ListFilter): Promise<void> {
  const data = await listData(t, entity);
  const { name } = filter.property;
  const values = data.records
    .map((record) => record[name])
    .flat()
    .filter((value) => value !== null);
  const usable = values.filter((value) => !JSON.stringify(value).includes(','));
  const probes = probesFor(filter.operator, usable);
  for (const probe of probes) {
    const query = `${encodeURIComponent(filter.parameter)}=${encodeURIComponent(probe.sent)}`;
    const found = await listed(t, data, t.list(entity), query);
    const expected = data.records.filter((record) => probe.matches(record[name], filter));
    // Whether a missing value is "not" another one is not said.
    const counted = filter.operator === 'ne' ? found.filter((one) => one[name] !== null) : found;
    t.sameMembers(
      ids(counted),
      ids(expected),
      `records found by ?${filter.parameter}=${probe.sent}`,
    );
  }
}

interface Probe {
  readonly sent: string;
  matches(value: unknown, filter: ListFilter): boolean;
}

function probesFor(operator: FilterOperator, values: readonly unknown[]): readonly Probe[] {
  const [first] = values;
  const last = values.at(-1);
  if (operator === 'null') {
    return ['true', 'false'].map((sent) => ({
      sent,
      matches: (value) => (value === null) === (sent === 'true'),
    }));
  }
  if (first === undefined) return [];
  if (operator === 'in') {
    const options = [...new Set([first, last])];
    const matches: Probe['matches'] = (value, { property }) =>
      value !== null && options.some((one) => compareJson(property.type, value, one) === 0);
    return [{ sent: options.join(','), matches }];
  }
  return [...new Set([first, last])].map((probe) => ({
    sent: String(probe),
    matches: (value, { property }) => {
      if (value === null) return false;
      if (Array.isArray(value)) return value.includes(probe);
      const order = compareJson(property.type, value, probe);
      return holds(operator, order);
    },
  }));
}

function holds(operator: FilterOperator, order: number): boolean {
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    default:
      return false;
  }
}

async function searches(t: Tester, entity: Entity): Promise<void> {
  const data = await listData(t, entity);
  const list = t.list(entity);
  for (const field of searchableFields(entity)) {
    const name = jsonName(field);
    const value = data.records.map((record) => record[name]).find((one) => typeof one === 'string');
    if (typeof value !== 'string') continue;
    const parts = [value, value.toUpperCase(), value.toLowerCase(), value.slice(1)];
    for (const part of parts
      .map((text) => Array.from(text).slice(0, 100).join(''))
      .filter(Boolean)) {
      const found = await listed(t, data, list, `q=${encodeURIComponent(part)}`);
      const expected = data.records.filter((record) => contains(entity, record, part));
      t.sameMembers(ids(found), ids(expected), `records found by ?q=${part}`);
    }
  }
  for (const wild of ['%', '_', '%25', '\\', "'", '"', '*']) {
    const found = await listed(t, data, list, `q=${encodeURIComponent(wild)}`);
    const expected = data.records.filter((record) => contains(entity, record, wild));
    t.sameMembers(ids(found), ids(expected), `records found by ?q=${wild}`);
  }
  for (const query of ['q=', `q=${'x'.repeat(101)}`]) {
    const blame = { error: { parameter: 'q' } };
    t.expect(await t.get(data.caller, `${list}?${query}`), 400, blame);
  }
}

function contains(entity: Entity, record: JsonRecord, part: string): boolean {
  return searchableFields(entity).some((field) => {
    const value = record[jsonName(field)];
    return typeof value === 'string' && asciiLower(value).includes(asciiLower(part));
  });
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function ids(records: readonly JsonRecord[]): readonly string[] {
  return records.map(({ id }) => String(id));
}
