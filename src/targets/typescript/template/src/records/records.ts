import type { Caller } from '../caller.ts';
import type { Database, Tx } from '../db/database.ts';
import type { Statement } from '../db/prepared.ts';
import type { Outbox } from '../events/outbox.ts';
import type { Cursors } from './cursor.ts';
import { defineModels } from './model.ts';
import type { Model } from './model.ts';
import { Reader } from './read.ts';
import type { Check, EventTypes, Resource, StoredRecord, Transition } from './resource.ts';
import { Store } from './store.ts';
import type { Row } from './store.ts';

/** What a write happens in. The time is taken once a request. */
export interface Write {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly now: Date;
}

/** A row that was written, and its record as answers show it. */
export interface Written {
  readonly row: Row;
  readonly json: string;
}

type Values = Readonly<Record<string, unknown>>;

/** The stores of all resources, and what they share. */
export class Records {
  readonly service: string;
  readonly database: Database;
  readonly outbox: Outbox;
  readonly cursors: Cursors;
  /** What rules over several records ask the database for. */
  readonly statements = new Map<string, Statement<Values, Values>>();
  readonly #stores: ReadonlyMap<string, Store>;

  constructor(
    service: string,
    database: Database,
    outbox: Outbox,
    cursors: Cursors,
    resources: readonly Resource[],
  ) {
    this.service = service;
    this.database = database;
    this.outbox = outbox;
    this.cursors = cursors;
    const models = defineModels(resources);
    this.#stores = new Map([...models].map(([name, model]) => [name, new Store(database, model)]));
  }

  get stores(): Iterable<Store> {
    return this.#stores.values();
  }

  /** The store of a resource. @throws if there is no such resource: a bug. */
  store(name: string): Store {
    const store = this.#stores.get(name);
    if (!store) throw new Error(`There is no resource ${name}.`);
    return store;
  }

  /** What the rules of a record see of a write. */
  check(
    { tx, caller, now }: Write,
    record: StoredRecord,
    previous: StoredRecord | undefined,
  ): Check {
    return { record, previous, caller, now, read: new Reader(this, { tx, caller, now }) };
  }

  /** Appends the events of a write to the outbox; gives the record as they and answers show it. */
  async publish(
    { tx, caller, now }: Write,
    { resource, secrets }: Model,
    on: keyof Omit<EventTypes, 'transitions'>,
    record: StoredRecord,
    transition?: Transition,
  ): Promise<string> {
    const { name, lifecycle, events = {} } = resource;
    const types = [...(events[on] ?? [`${name}.${on}`])];
    if (transition && lifecycle) {
      const usual = [`${name}.${lifecycle.property}.${transition.name}`];
      types.push(...(events.transitions?.[transition.name] ?? usual));
    }
    const data = toJson(record, secrets);
    for (const type of types) {
      await this.outbox.append(tx, {
        tenant: caller.tenantId,
        type: `${this.service}.${type}`,
        subject: record.id,
        time: now.toISOString(),
        data,
      });
    }
    return data;
  }
}

/** A record as answers and events show it. */
export function toJson(record: StoredRecord, secrets: readonly string[]): string {
  if (secrets.length === 0) return JSON.stringify(record);
  const shown: Record<string, unknown> = { ...record };
  for (const name of secrets) delete shown[name];
  return JSON.stringify(shown);
}
