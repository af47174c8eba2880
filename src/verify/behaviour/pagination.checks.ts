import type { Entity } from '#blueprint';
import { defaultPageSize } from '#contract';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';
import { listData, listed } from './list-data.ts';

/** Pages are complete and stable, cursors are checked, parameters are known (SP-3.1, 3.5, 3.6). */
export const paginationChecks: CheckGroup = ({ blueprint, resources }, check) => {
  for (const entity of resources) {
    const { label } = entity;
    const list = `/api/${entity.plural}`;
    check('SP-3.1', `${label}: pages hold every record once`, async (t) => {
      const data = await listData(t, entity);
      for (const query of ['', 'sort=createdAt', 'sort=-updatedAt']) {
        const expected = await listed(t, data, list, query);
        t.same(expected.length, data.records.length, `records listed by ?${query}`);
        for (const limit of [1, 5]) {
          const found = await follow(t, entity, `${query}&limit=${limit}`.replace(/^&/, ''));
          const known = new Set(data.records.map(({ id }) => id));
          const ids = found.map(({ id }) => id).filter((id) => known.has(id));
          t.same(
            ids,
            expected.map(({ id }) => id),
            `pages of ${limit} by ?${query}`,
          );
        }
      }
    });
    check('SP-3.1', `${label}: the last page says so`, async (t) => {
      const { caller, records } = await listData(t, entity);
      const [first, last] = [records[0], records.at(-1)].map((one) => String(one?.['createdAt']));
      const between = `createdAt[gte]=${first}&createdAt[lte]=${last}&sort=createdAt`;
      for (const more of [0, 1]) {
        for (let attempt = 1; ; attempt += 1) {
          const all = await t.all(caller, list, between);
          const limit = all.length + more;
          // A public service has more than our records.
          if (limit > 100) break;
          const page = t.expect(await t.get(caller, `${list}?${between}&limit=${limit}`), 200);
          const now = await t.all(caller, list, between);
          // A record that another check of the account began in that time may only just have come.
          if (now.length !== all.length && attempt < 5) continue;
          t.same(page.items.length, all.length, 'items of the only page');
          t.same(page.record['nextCursor'], null, 'nextCursor of the only page');
          break;
        }
      }
    });
    check('SP-3.1', `${label}: pages stay right while others write`, async (t) => {
      await staysRight(t, entity);
    });
    check('SP-3.1', `${label}: the page size`, async (t) => {
      const owner = await t.owner();
      const size = defaultPageSize(blueprint);
      for (let count = 0; count <= size; count += 1) {
        await t.create(owner, entity, { fill: 'required' });
      }
      const answer = t.expect(await t.get(owner, list), 200);
      t.same(answer.items.length, size, 'items of a page without limit');
      t.that(typeof answer.record['nextCursor'] === 'string', 'nextCursor is missing');
      t.same(Object.keys(answer.record).toSorted(), ['items', 'nextCursor'], 'the page');
      t.same((await t.get(owner, `${list}?limit=100`)).status, 200, 'the status of limit=100');
      for (const limit of ['0', '101', '-1', 'x', '1.5', '', '1e1', '%201']) {
        refused(t, await t.get(owner, `${list}?limit=${limit}`), 'limit');
      }
    });
    check('SP-3.5', `${label}: cursors are checked`, async (t) => checksCursors(t, entity));
    check('SP-3.6', `${label}: unknown and repeated parameters are refused`, async (t) => {
      const caller = await t.owner();
      const queries = ['nosuch=1', 'limit=1&limit=2', 'sort=nosuch', 'sort=-', 'sort=id', 'sort='];
      for (const query of [
        ...queries,
        'createdAt[like]=x',
        'cursor=',
        'sort=createdAt,createdAt',
      ]) {
        const name = query.split('=')[0] ?? '';
        const answer = await t.get(caller, `${list}?${query}`);
        // `id` is the tie breaker; a service may or may not let it be named.
        if (query === 'sort=id' && answer.status === 200) continue;
        refused(t, answer, name);
      }
      const many = `${'&'.repeat(200)}nosuch=1`;
      t.expect(await t.get(caller, `${list}?${many}`), 400);
      const { path } = await t.create(caller, entity);
      refused(t, await t.get(caller, `${path}?limit=1`), 'limit');
      refused(t, await t.delete(caller, `${path}?force=1`), 'force');
      t.expect(await t.get(caller, path), 200);
    });
  }
};

function refused(t: Tester, answer: Awaited<ReturnType<Tester['get']>>, parameter: string): void {
  t.expect(answer, 400, { type: 'invalid-parameter', error: { parameter } });
}

/** All records, following the cursors of a query that sets its own limit. */
async function follow(t: Tester, entity: Entity, query: string) {
  const { caller } = await listData(t, entity);
  const items = [];
  let cursor: unknown = '';
  for (let page = 0; page < 1000 && typeof cursor === 'string'; page += 1) {
    const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = t.expect(await t.get(caller, `/api/${entity.plural}?${query}${more}`), 200);
    const limit = Number(/limit=(\d+)/.exec(query)?.[1]);
    t.that(answer.items.length <= limit, `a page of ${limit} has ${answer.items.length} items`);
    items.push(...answer.items);
    cursor = answer.record['nextCursor'];
  }
  return items;
}

/** Records that were there all along are listed exactly once, whatever is created and deleted meanwhile. */
async function staysRight(t: Tester, entity: Entity): Promise<void> {
  const data = await listData(t, entity);
  for (const sort of ['createdAt', '-createdAt', 'updatedAt']) {
    const seen: string[] = [];
    let cursor: unknown = '';
    for (let page = 0; page < 200 && typeof cursor === 'string'; page += 1) {
      const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const path = `/api/${entity.plural}?limit=4&sort=${sort}${more}`;
      const answer = t.expect(await t.get(data.caller, path), 200);
      seen.push(...answer.items.map(({ id }) => String(id)));
      cursor = answer.record['nextCursor'];
      if (page >= 4) continue;
      const extra = await t.create(data.caller, entity, { fill: 'required' });
      if (page % 2 === 0) t.expect(await t.delete(data.caller, extra.path), [204, 409]);
    }
    const known = data.records.map(({ id }) => String(id));
    const mine = seen.filter((id) => known.includes(id));
    t.sameMembers(mine, known, `records seen by sort=${sort}`);
  }
}

async function checksCursors(t: Tester, entity: Entity): Promise<void> {
  const { caller } = await listData(t, entity);
  const list = `/api/${entity.plural}`;
  const first = t.expect(await t.get(caller, `${list}?limit=2&sort=createdAt`), 200);
  const cursor = String(first.record['nextCursor']);
  const at = (query: string) => t.get(caller, `${list}?limit=2&${query}`);
  const sent = encodeURIComponent(cursor);
  t.expect(await at(`sort=createdAt&cursor=${sent}`), 200);
  refused(t, await at(`cursor=${sent}`), 'cursor');
  refused(t, await at(`sort=-createdAt&cursor=${sent}`), 'cursor');
  refused(
    t,
    await at(`sort=createdAt&createdAt[gte]=2020-01-01T00:00:00Z&cursor=${sent}`),
    'cursor',
  );
  const middle = Math.floor(cursor.length / 2);
  const flipped = cursor[middle] === 'A' ? 'B' : 'A';
  const damaged = [
    cursor.slice(0, -3),
    `${cursor.slice(0, middle)}${flipped}${cursor.slice(middle + 1)}`,
    'x',
    'eyJ2IjoxfQ',
    Buffer.from('[null,{}]').toString('base64url'),
    'A'.repeat(3000),
  ];
  for (const one of damaged) {
    refused(t, await at(`sort=createdAt&cursor=${encodeURIComponent(one)}`), 'cursor');
  }
}
