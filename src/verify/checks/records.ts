import { entityById, incomingReferences, isReference, jsonName } from '#blueprint';
import type { Entity, ReferenceField } from '#blueprint';
import {
  evaluate,
  exampleChange,
  exampleRecord,
  freeOfOthers,
  isLenient,
  removablePath,
  severalOf,
  stateName,
  statePaths,
  wishesOfChildren,
  worldOf,
} from '#rules';
import type { ExampleOptions, ExampleSetting, JsonRecord, StatePath, World } from '#rules';
import { ownerOf } from './caller.ts';
import type { Caller } from './caller.ts';
import { Untestable } from './failure.ts';
import { judged } from './judged.ts';
import { needsOwnParent, readsParent, requiredCycle } from './references.ts';
import type { Session } from './session.ts';
import { pathOf } from './subject.ts';
import { errorsOf } from './tester.ts';
import type { Tester } from './tester.ts';

/** A record that a check made. */
export interface Created {
  readonly id: string;
  readonly path: string;
  /** As it was answered, and as it was sent. */
  readonly record: JsonRecord;
  readonly body: JsonRecord;
  readonly etag: string;
}

/** How the body of a create is to be. */
export interface BodyOptions extends ExampleOptions {
  /** Where another number is needed, as for a second record with the same values. */
  readonly serial?: number;
  /** Roles that the rules are to let through, where it is not the caller who will change it. */
  readonly roles?: readonly string[];
}

/** Parents of each entity that checks share, so that a reference has a choice. */
const SHARED = 2;
/** Rows that a record is furnished with, at most. */
const ROWS = 5;

/** Makes valid records, with what they refer to. */
export class Records {
  readonly #session: Session;
  #serial = 0;
  /** What was created, by id: rules may read it. */
  readonly #known = new Map<string, JsonRecord>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** @throws Untestable where no valid record could be found. */
  async body(
    t: Tester,
    caller: Caller,
    entity: Entity,
    options: BodyOptions = {},
  ): Promise<JsonRecord> {
    const setting = await this.setting(t, caller, entity, options);
    const { service } = this.#session.subject;
    const wishes = wishesOfChildren(incomingReferences(service, entity));
    const record = exampleRecord(judged(service, entity), setting, { wishes, ...options });
    if (record === undefined) {
      throw new Untestable(`no ${entity.label} keeps all rules`);
    }
    return record;
  }

  /** Creates a record; takes other values when they are taken, where the caller left the choice. */
  async create(
    t: Tester,
    caller: Caller,
    entity: Entity,
    options: BodyOptions = {},
  ): Promise<Created> {
    for (let attempt = 0; ; attempt += 1) {
      const body = await this.body(t, caller, entity, options);
      const answer = await t.post(caller, pathOf(entity), body);
      const isTaken = errorsOf(answer).some(({ code }) => code === 'duplicate');
      if (answer.status === 409 && isTaken && attempt < 5) continue;
      t.expect(answer, 201);
      const id = String(answer.record['id']);
      const path = `${pathOf(entity)}/${id}`;
      this.#known.set(id, answer.record);
      return { id, path, record: answer.record, body, etag: answer.headers['etag'] ?? '' };
    }
  }

  /** A body that changes a record and keeps the rules. */
  async change(
    t: Tester,
    caller: Caller,
    entity: Entity,
    previous: JsonRecord,
    options: BodyOptions = {},
  ): Promise<JsonRecord> {
    const setting = await this.setting(t, caller, entity, options);
    // A record that a check has just made has no rows.
    const world = { ...this.world, records: () => [] };
    const whole = judged(this.#session.subject.service, entity);
    const record = exampleChange(whole, previous, { ...setting, world }, options);
    if (record === undefined) throw new Untestable(`no ${entity.label} can be changed`);
    return record;
  }

  /** Creates a record as the caller and moves it to a state as the owner. */
  async createIn(t: Tester, caller: Caller, entity: Entity, state: string): Promise<Created> {
    const setting = await this.setting(t, ownerOf(caller), entity, {});
    const path = statePaths(
      judged(this.#session.subject.service, entity),
      setting,
      caller.roles,
    ).get(state);
    if (path === undefined) throw new Untestable(`no ${entity.label} can reach the state ${state}`);
    return this.follow(t, caller, entity, path, true);
  }

  /** Creates a record that no rule keeps from being deleted. */
  async createRemovable(t: Tester, caller: Caller, entity: Entity): Promise<Created> {
    if (!entity.rules.some(({ on }) => on.includes('delete')))
      return this.create(t, caller, entity);
    const setting = await this.setting(t, ownerOf(caller), entity, {});
    const path = removablePath(judged(this.#session.subject.service, entity), setting);
    if (path === undefined) throw new Untestable(`no ${entity.label} can be deleted`);
    return this.follow(t, caller, entity, path);
  }

  /**
   * Creates the first record of a path as the caller and writes the others over it as the owner; with the
   * rows that its states ask for, where it is `furnished`.
   */
  async follow(
    t: Tester,
    caller: Caller,
    entity: Entity,
    path: StatePath,
    furnished = false,
  ): Promise<Created> {
    const [first, ...rest] = path;
    let answer = t.expect(await t.post(caller, pathOf(entity), first), 201);
    const id = String(answer.record['id']);
    const location = `${pathOf(entity)}/${id}`;
    this.#known.set(id, answer.record);
    if (furnished) await this.#furnish(t, ownerOf(caller), entity, answer.record);
    for (const next of rest) {
      answer = t.expect(await t.put(ownerOf(caller), location, next), 200);
      t.same(answer.record[stateName(entity)], next[stateName(entity)], 'the state');
    }
    const body = path.at(-1) ?? first;
    return { id, path: location, record: answer.record, body, etag: answer.headers['etag'] ?? '' };
  }

  /** What was created, for rules that read other records than their own. */
  get world(): World {
    const { entities } = this.#session.subject.service;
    return {
      entity: (id) => entities.find((entity) => entity.id === id),
      records: () => undefined,
      record: (_, id) => this.#known.get(id),
    };
  }

  /** What examples of an entity can be made of: a serial of the check's own, and parents. */
  async setting(
    t: Tester,
    caller: Caller,
    entity: Entity,
    { given = {}, serial, fill, roles = caller.roles }: BodyOptions,
  ): Promise<ExampleSetting> {
    const cycle = requiredCycle(this.#session.subject.service, entity);
    if (cycle) throw new Untestable(`required references form a cycle: ${cycle.join(' → ')}`);
    const ids = new Map<string, readonly string[]>();
    for (const field of entity.fields.filter(isReference)) {
      if (jsonName(field) in given || (fill === 'required' && !field.required)) continue;
      ids.set(field.name, await this.#parents(t, ownerOf(caller), entity, field));
    }
    return {
      serial: serial ?? t.serial(),
      now: Date.now(),
      roles,
      references: (field) => ids.get(field.name) ?? [],
      world: this.world,
    };
  }

  /** Two records of an entity that nobody changes. */
  shared(owner: Caller, entity: Entity): Promise<readonly string[]> {
    return this.#session.once(`shared ${owner.tenantId} ${entity.id}`, async () => {
      this.#serial += SHARED;
      const t = this.#session.tester(this.#serial);
      const ids: string[] = [];
      for (let count = 0; count < SHARED; count += 1) {
        // Only what is required: entities may refer to each other in a circle.
        ids.push((await this.create(t, owner, entity, { fill: 'required' })).id);
      }
      return ids;
    });
  }

  /** A record that can have rows: as their rules want it, if need be in another state. */
  async #obliging(t: Tester, owner: Caller, entity: Entity): Promise<Created> {
    const { service } = this.#session.subject;
    const given = withoutChoice(entity);
    const wishes = wishesOfChildren(incomingReferences(service, entity));
    const scope = { entity, now: Date.now(), roles: owner.roles };
    const grants = (record: JsonRecord) =>
      wishes.every((wish) => evaluate(wish, { ...scope, record, previous: record }) !== false);
    const created = await this.#unlimited(t, owner, entity, given);
    if (!entity.lifecycle || grants(created.record)) return created;
    const setting = await this.setting(t, owner, entity, { given });
    const paths = statePaths(judged(service, entity), setting).values();
    const path = [...paths].find((records) => grants(records.at(-1) ?? {}));
    return path ? this.follow(t, owner, entity, path, true) : created;
  }

  /** A record whose rows may be as many and as large as they like, where it can be made so. */
  async #unlimited(t: Tester, owner: Caller, entity: Entity, given: JsonRecord): Promise<Created> {
    const free = freeOfOthers(entity);
    if (Object.keys(free).length === 0) return this.create(t, owner, entity, { given });
    try {
      return await this.create(t, owner, entity, { given: { ...given, ...free } });
    } catch (error) {
      if (!(error instanceof Untestable)) throw error;
      return this.create(t, owner, entity, { given });
    }
  }

  /** Makes the rows without which the record could not take each of its states. */
  async #furnish(t: Tester, owner: Caller, entity: Entity, record: JsonRecord): Promise<void> {
    const { service } = this.#session.subject;
    const { lifecycle } = entity;
    const guards = lifecycle?.transitions.flatMap(({ guard }) => guard ?? []) ?? [];
    const demands = [...entity.rules.map(({ expression }) => expression), ...guards];
    for (const demand of demands.filter(isLenient)) {
      const member = severalOf(service, { expression: demand, on: ['update'] })?.members[0];
      if (!member) continue;
      const rows: JsonRecord[] = [];
      const isMet = () => {
        const world = worldOf([entity, member.entity], {
          [entity.id]: [record],
          [member.entity.id]: rows,
        });
        const states = lifecycle?.states.map(({ value }) => ({ [stateName(entity)]: value }));
        return (states ?? [{}]).every((state) => {
          const then = { ...record, ...state };
          const scope = {
            entity,
            record: then,
            previous: then,
            now: Date.now(),
            roles: owner.roles,
          };
          return evaluate(demand, { ...scope, world }) !== false;
        });
      };
      while (!isMet()) {
        if (rows.length === ROWS) throw new Untestable(`no ${entity.label} gets the rows it needs`);
        const given = { [jsonName(member.by)]: record['id'] };
        rows.push((await this.create(t, owner, member.entity, { given })).record);
      }
    }
  }

  async #parents(
    t: Tester,
    owner: Caller,
    entity: Entity,
    field: ReferenceField,
  ): Promise<readonly string[]> {
    const target = entityById(this.#session.subject.service, field.type.entity);
    if (target.account) return owner.accountId === '' ? [] : [owner.accountId];
    const { service } = this.#session.subject;
    const isRead = readsParent(judged(this.#session.subject.service, entity), field);
    if (!isRead && !needsOwnParent(service, entity, field)) return this.shared(owner, target);
    const parent = isRead
      ? await this.#obliging(t, owner, target)
      : await this.create(t, owner, target, { fill: 'required' });
    await this.#furnish(t, owner, target, parent.record);
    return [parent.id];
  }
}

/** No references that need not be: entities may refer to each other in a circle. */
function withoutChoice({ fields }: Entity): JsonRecord {
  const free = fields.filter(isReference).filter(({ required }) => !required);
  return Object.fromEntries(
    free.map((field) => [jsonName(field), field.type.cardinality === 'many' ? [] : null]),
  );
}
