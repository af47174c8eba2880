import { jsonName } from '#blueprint';
import type { Entity } from '#blueprint';
import { afterTransition, stateName } from '#rules';
import type { JsonRecord } from '#rules';
import { asRecord } from '../checks/answer.ts';
import { nobody } from '../checks/caller.ts';
import type { Caller } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';

const EVENTS = '/events';

/** The feed tells every write once, in order, to those who may know (SP-11.1, 11.2). */
export const eventChecks: CheckGroup = ({ service, resources, isPublic, roles }, check) => {
  // A contract that was given says itself what the service tells.
  if (service.document) return;
  for (const entity of resources) {
    const { label } = entity;
    check('SP-11.1', `${label}: created, updated and deleted`, (t) => tellsWrites(t, entity));
    check('SP-11.1', `${label}: refused writes tell nothing`, (t) => silentWhenRefused(t, entity));
    check('SP-11.1', `${label}: ten at once are all told`, async (t) => {
      for (let round = 0; round < t.rounds; round += 1) await tenAtOnce(t, entity);
    });
    for (const transition of entity.lifecycle?.transitions ?? []) {
      check('SP-11.1', `${label}: ${transition.name} is told`, async (t) => {
        const caller = await feedOwner(t);
        const [from = ''] = transition.from;
        const created = await t.session.records.createIn(t, caller, entity, from);
        const setting = await t.session.records.setting(t, caller, entity, {});
        const next = afterTransition(entity, transition, created.body, setting);
        if (!next) return;
        const cursor = await tail(t, caller);
        t.expect(await t.put(caller, created.path, next), 200);
        const found = await since(t, caller, cursor, created.id);
        const expected = service.events.find(
          (one) => one.entity === entity.id && one.transition === transition.name,
        );
        const event = found.find(({ type }) => type === `${service.name}.${expected?.name}`);
        if (!event)
          t.fail(`no ${expected?.name} among ${found.map(({ type }) => type).join(', ')}`);
        const { [stateName(entity)]: state } = asRecord(event?.['data']);
        t.same(state, transition.to, 'the state that the event tells');
      });
    }
  }
  // Alone: the end of the feed must stay where it is.
  check('SP-11.2', 'a reader can poll', (t) => polls(t, resources[0]), { alone: true });
  check('SP-11.2', 'parameters of the feed are checked', async (t) => {
    const caller = await feedOwner(t);
    for (const query of ['limit=0', 'limit=101', 'nosuch=1', 'cursor=x', 'limit=1&limit=2']) {
      const parameter = query.split('=')[0] ?? '';
      t.expect(await t.get(caller, `${EVENTS}?${query}`), 400, { error: { parameter } });
    }
  });
  if (isPublic) return;
  check('SP-11.2', 'the feed is for the owner, and of his tenant', async (t) => {
    t.expect(await t.get(nobody, EVENTS), 401);
    for (const role of roles) t.expect(await t.get(await t.member(role), EVENTS), 403);
    const [caller, other] = [await feedOwner(t), await t.other()];
    const [entity] = resources;
    if (!entity) return;
    const cursor = await tail(t, caller);
    const { id } = await t.create(other, entity);
    t.same((await since(t, caller, cursor, id)).length, 0, "events of another tenant's record");
    const all = await pages(t, caller, '');
    const tenants = new Set(all.items.map(({ tenantid }) => tenantid));
    t.same([...tenants], [caller.tenantId], 'tenants in the feed');
  });
};

/** An owner whose feed is short. */
function feedOwner(t: Tester): Promise<Caller> {
  const { accounts } = t.session;
  return t.session.once('account of events', () => accounts.register(t, 'owner'));
}

/** All events after a cursor, and the cursor after them. */
async function pages(t: Tester, caller: Caller, from: string) {
  const items: JsonRecord[] = [];
  let cursor = from;
  for (let page = 0; page < 300; page += 1) {
    const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = t.expect(await t.get(caller, `${EVENTS}?limit=100${more}`), 200);
    items.push(...answer.items);
    const next = answer.record['nextCursor'];
    if (typeof next === 'string') cursor = next;
    else t.same(items.length, 0, 'events when there is no cursor');
    if (answer.items.length < 100) break;
  }
  return { items, cursor };
}

async function tail(t: Tester, caller: Caller): Promise<string> {
  return (await pages(t, caller, '')).cursor;
}

/** The events of one record after a cursor. */
async function since(t: Tester, caller: Caller, cursor: string, subject: string) {
  const { items } = await pages(t, caller, cursor);
  return items.filter((event) => event['subject'] === subject);
}

async function tellsWrites(t: Tester, entity: Entity): Promise<void> {
  const { service } = t.session.subject;
  const caller = await feedOwner(t);
  const cursor = await tail(t, caller);
  const created = await t.create(caller, entity);
  const change = await t.change(caller, entity, created);
  const changed = t.expect(await t.put(caller, created.path, change), 200);
  // A rule may keep it from being deleted.
  const removed = t.expect(await t.delete(caller, created.path), [204, 409]);
  const writes = ['created', 'updated', ...(removed.status === 204 ? ['deleted'] : [])];
  const told = await since(t, caller, cursor, created.id);
  const types = writes.map((on) => nameOf(t, entity, on));
  t.same(
    told.map(({ type }) => type),
    types,
    'the types of the events, in order',
  );
  const data = [created.record, changed.record, changed.record].slice(0, writes.length);
  t.same(
    told.map((event) => event['data']),
    data,
    'the data of the events',
  );
  for (const event of told) {
    t.same(event['specversion'], '1.0', 'specversion');
    t.same(event['source'], `/${service.name}`, 'source');
    t.same(event['datacontenttype'], 'application/json', 'datacontenttype');
    t.that(!Number.isNaN(Date.parse(String(event['time']))), `time is ${String(event['time'])}`);
    if (caller.tenantId !== '') t.same(event['tenantid'], caller.tenantId, 'tenantid');
    const secrets = entity.fields.filter(({ secret }) => secret).map(jsonName);
    const shown = secrets.filter((name) => name in (event['data'] as object));
    t.same(shown, [], 'secrets in the data');
  }
  t.same(new Set(told.map(({ id }) => id)).size, told.length, 'different ids of events');
}

function nameOf(t: Tester, entity: Entity, on: string): string {
  const { service } = t.session.subject;
  const event = service.events.find((one) => one.entity === entity.id && one.on === on);
  return `${service.name}.${event?.name}`;
}

async function silentWhenRefused(t: Tester, entity: Entity): Promise<void> {
  const caller = await feedOwner(t);
  const created = await t.create(caller, entity);
  const cursor = await tail(t, caller);
  t.expect(await t.patch(caller, created.path, { noSuchProperty: 1 }), 422);
  t.expect(await t.patch(caller, created.path, {}, { 'If-Match': '"x"' }), 412);
  t.expect(await t.delete(caller, created.path, { 'If-Match': '"x"' }), 412);
  const events = await since(t, caller, cursor, created.id);
  t.same(
    events.map(({ type }) => type),
    [],
    'events of refused writes',
  );
}

/** Who reads while others write misses nothing, and sees nothing twice. */
async function tenAtOnce(t: Tester, entity: Entity): Promise<void> {
  const caller = await feedOwner(t);
  let cursor = await tail(t, caller);
  const bodies: JsonRecord[] = [];
  for (let count = 0; count < 10; count += 1) bodies.push(await t.body(caller, entity));
  const seen: unknown[] = [];
  const read = async () => {
    const page = await pages(t, caller, cursor);
    cursor = page.cursor;
    seen.push(...page.items.filter(({ type }) => type === nameOf(t, entity, 'created')));
  };
  const [answers] = await Promise.all([
    Promise.all(bodies.map((body) => t.post(caller, t.list(entity), body))),
    read().then(read).then(read),
  ]);
  await read();
  const subjects = seen.map((event) => String((event as JsonRecord)['subject']));
  for (const answer of answers) {
    const id = String(t.expect(answer, 201).record['id']);
    t.same(
      subjects.filter((subject) => subject === id).length,
      1,
      `events of ${id} that a reader saw`,
    );
  }
}

async function polls(t: Tester, entity: Entity | undefined): Promise<void> {
  if (!entity) return;
  const caller = await feedOwner(t);
  const { id } = await t.create(caller, entity);
  const cursor = await tail(t, caller);
  t.that(cursor !== '', 'nextCursor is null although there are events');
  const empty = t.expect(
    await t.get(caller, `${EVENTS}?cursor=${encodeURIComponent(cursor)}`),
    200,
  );
  t.same(empty.items, [], 'events after the last one');
  t.that(
    typeof empty.record['nextCursor'] === 'string',
    'nextCursor is null at the end of the feed',
  );
  t.same(Object.keys(empty.record).toSorted(), ['items', 'nextCursor'], 'the page');
  const created = await t.create(caller, entity);
  const events = await since(t, caller, cursor, created.id);
  t.same(events.length, 1, 'new events after the cursor');
  t.same((await since(t, caller, cursor, id)).length, 0, 'old events after the cursor');
}
