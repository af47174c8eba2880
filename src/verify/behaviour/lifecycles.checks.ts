import type { Entity, Lifecycle, Transition } from '#blueprint';
import { afterTransition, brokenGuard, mayTake, stateName } from '#rules';
import type { JsonRecord } from '#rules';
import type { CheckGroup } from '../checks/check.ts';
import { Untestable } from '../checks/failure.ts';
import { grantOf } from '../checks/grants.ts';
import type { Created } from '../checks/records.ts';
import type { Tester } from '../checks/tester.ts';

/** Every step from every state, by every role: those that exist are taken, all others are refused (SP-10). */
export const lifecycleChecks: CheckGroup = ({ resources, roles }, check) => {
  for (const entity of resources) {
    const { lifecycle, label } = entity;
    if (!lifecycle) continue;
    const more = lifecycle.sources[0] && { source: lifecycle.sources[0] };
    check(
      'SP-10.1',
      `${label}: begins in ${lifecycle.initial}`,
      (t) => begins(t, entity, lifecycle),
      more,
    );
    for (const { value: state } of lifecycle.states) {
      const what = `${label}: from ${state}`;
      check(
        'SP-10.2',
        `${what} only along transitions`,
        (t) => refusesRest(t, entity, state),
        more,
      );
      for (const transition of lifecycle.transitions.filter(({ from }) => from.includes(state))) {
        const to = `${what} to ${transition.to}`;
        const source = transition.sources[0] && { source: transition.sources[0] };
        check(
          'SP-10.2',
          `${to} by ${transition.name}`,
          (t) => takes(t, entity, state, transition),
          source,
        );
        for (const role of roles) {
          const run = (t: Tester) => byRole(t, entity, state, transition, role);
          check('SP-10.3', `${to} by a ${role}`, run, source);
        }
        if (transition.guard) {
          check(
            'SP-10.3',
            `${to} is guarded`,
            (t) => guarded(t, entity, state, transition),
            source,
          );
        }
        check('SP-10.4', `${to}, from two sides`, async (t) => {
          for (let round = 0; round < t.rounds; round += 1)
            await race(t, entity, state, transition);
        });
      }
    }
  }
};

async function begins(t: Tester, entity: Entity, { initial, states }: Lifecycle): Promise<void> {
  const caller = await t.owner();
  const state = stateName(entity);
  const { [state]: _, ...body } = await t.body(caller, entity);
  const created = t.expect(await t.post(caller, t.list(entity), body), 201);
  t.same(created.record[state], initial, 'the state of a new record');
  const stated = { ...(await t.body(caller, entity)), [state]: initial };
  t.same(
    t.expect(await t.post(caller, t.list(entity), stated), 201).record[state],
    initial,
    'state',
  );
  for (const { value } of states.filter((one) => one.value !== initial)) {
    const later = { ...(await t.body(caller, entity)), [state]: value };
    t.expect(await t.post(caller, t.list(entity), later), 422, { error: { pointer: `/${state}` } });
  }
}

async function refusesRest(t: Tester, entity: Entity, state: string): Promise<void> {
  const caller = await t.owner();
  const name = stateName(entity);
  const created = await t.session.records.createIn(t, caller, entity, state);
  const { lifecycle } = entity;
  const next = (lifecycle?.transitions ?? []).filter(({ from }) => from.includes(state));
  const possible = next.map(({ to }) => to);
  for (const { value } of lifecycle?.states ?? []) {
    if (value === state || possible.includes(value)) continue;
    const answer = await t.patch(caller, created.path, { [name]: value });
    t.expect(answer, 409, { type: 'invalid-transition' });
    for (const one of possible)
      t.that(answer.text.includes(one), `${one} is not named: ${answer.text}`);
    const body = { ...created.body, [name]: value };
    t.expect(await t.put(caller, created.path, body), 409, { type: 'invalid-transition' });
  }
  t.same(await t.read(caller, created.path), created.record, 'the record after refused steps');
  const same = t.expect(await t.patch(caller, created.path, { [name]: state }), 200);
  t.same(same.record[name], state, 'the same state again');
  const { [name]: _, ...without } = created.body;
  const kept = t.expect(await t.put(caller, created.path, without), 200);
  t.same(kept.record[name], state, 'the state after a PUT without it');
  t.expect(await t.patch(caller, created.path, { [name]: 'no such state' }), 422);
}

/** A record in a state, and what it is to be after the transition. */
async function ready(
  t: Tester,
  entity: Entity,
  state: string,
  transition: Transition,
  roles: readonly string[] = ['owner'],
): Promise<{ created: Created; next: JsonRecord }> {
  const { service } = t.session.subject;
  const own = roles[0] !== undefined && grantOf(service, entity, 'update', roles) === 'own';
  const owner = await t.owner();
  const canMake = own && grantOf(service, entity, 'create', roles) !== 'none';
  const maker = canMake ? await t.member(String(roles[0])) : owner;
  const created = await t.session.records.createIn(t, maker, entity, state);
  const setting = await t.session.records.setting(t, owner, entity, { roles });
  const next = afterTransition(entity, transition, created.body, setting);
  if (!next) throw new Untestable(`nothing keeps the rules after ${transition.name}`);
  return { created, next };
}

function difference(next: JsonRecord, record: JsonRecord): JsonRecord {
  const changed = Object.entries(next).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(record[name]),
  );
  return Object.fromEntries(changed);
}

async function takes(
  t: Tester,
  entity: Entity,
  state: string,
  transition: Transition,
): Promise<void> {
  const caller = await t.owner();
  for (const method of ['patch', 'put'] as const) {
    const { created, next } = await ready(t, entity, state, transition);
    const body = method === 'put' ? next : difference(next, created.body);
    const answer = t.expect(await t[method](caller, created.path, body), 200);
    t.same(answer.record[stateName(entity)], transition.to, 'the state after the step');
    t.same(await t.read(caller, created.path), answer.record, 'the record read again');
  }
}

async function byRole(
  t: Tester,
  entity: Entity,
  state: string,
  transition: Transition,
  role: string,
): Promise<void> {
  const grant = grantOf(t.session.subject.service, entity, 'update', [role]);
  const may = mayTake(transition, [role]);
  const { created, next } = await ready(t, entity, state, transition, may ? [role] : ['owner']);
  const member = await t.member(role);
  const mine = grant !== 'own' || may;
  if (!mine) {
    // His own record, so that the role and not the record is what stands in his way.
    const { service } = t.session.subject;
    if (grantOf(service, entity, 'create', [role]) === 'none') return;
    const own = await t.session.records.createIn(t, member, entity, state);
    const body = difference(next, own.body);
    t.expect(await t.patch(member, own.path, body), 403, { type: 'forbidden' });
    t.same(await t.read(await t.owner(), own.path), own.record, 'the record after a refused step');
    return;
  }
  const answer = await t.patch(member, created.path, difference(next, created.body));
  t.expect(answer, grant !== 'none' && may ? 200 : 403);
  const after = await t.read(await t.owner(), created.path);
  const expected = answer.status === 200 ? transition.to : state;
  t.same(after[stateName(entity)], expected, 'the state afterwards');
}

async function guarded(
  t: Tester,
  entity: Entity,
  state: string,
  transition: Transition,
): Promise<void> {
  const caller = await t.owner();
  const { records } = t.session;
  const created = await records.createIn(t, caller, entity, state);
  const setting = await records.setting(t, caller, entity, {});
  const next = brokenGuard(entity, transition, created.body, setting);
  if (!next) throw new Untestable(`nothing breaks the guard of ${transition.name} alone`);
  const error = { code: 'rule', rule: transition.id };
  const patch = difference(next, created.body);
  t.expect(await t.patch(caller, created.path, patch), 422, { type: 'validation-failed', error });
  t.expect(await t.put(caller, created.path, next), 422, { error });
  t.same(await t.read(caller, created.path), created.record, 'the record after a refused step');
}

async function race(
  t: Tester,
  entity: Entity,
  state: string,
  transition: Transition,
): Promise<void> {
  const caller = await t.owner();
  const { created, next } = await ready(t, entity, state, transition);
  const body = difference(next, created.body);
  const headers = { 'If-Match': created.etag };
  const take = () => t.patch(caller, created.path, body, headers);
  const answers = await Promise.all([take(), take()]);
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  t.same(statuses, [200, 412], 'two under If-Match');
  const other = entity.lifecycle?.transitions.find(
    (one) => one.from.includes(state) && one.to !== transition.to,
  );
  if (!other) return;
  const again = await ready(t, entity, state, transition);
  const setting = await t.session.records.setting(t, caller, entity, {});
  const elsewhere = afterTransition(entity, other, again.created.body, setting);
  if (!elsewhere) return;
  const { path, body: sent } = again.created;
  const both = await Promise.all([
    t.patch(caller, path, difference(again.next, sent)),
    t.patch(caller, path, difference(elsewhere, sent)),
  ]);
  for (const answer of both) t.expect(answer, [200, 409, 422]);
  t.that(
    both.some(({ status }) => status === 200),
    'neither of two steps was taken',
  );
  const final = (await t.read(caller, path))[stateName(entity)];
  const reached = both.filter(({ status }) => status === 200);
  t.that(
    reached.some((answer) => answer.record[stateName(entity)] === final),
    `the state is ${String(final)}, which nobody was told`,
  );
}
