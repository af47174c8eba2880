import { allIncomingReferences, pascalCase, sentenceCase } from '#blueprint';
import type { Entity, Service } from '#blueprint';

/** Every name that the contract of a service gives: each is unique among its kind, ignoring case. */
export interface ContractNames {
  /** By entity id. */
  readonly entities: ReadonlyMap<string, EntityNames>;
  readonly schemas: Readonly<Record<keyof typeof sharedSchemas, string>>;
  readonly operations: Readonly<Record<keyof typeof sharedOperations, string>>;
  readonly tags: Readonly<Record<keyof typeof sharedTags, string>>;
}

/** The names that an entity gives rise to. */
export interface EntityNames {
  /** Component schemas, such as `Order`, `OrderCreate` … */
  readonly record: string;
  readonly create: string;
  readonly replace: string;
  readonly patch: string;
  readonly page: string;
  /** Operation ids, such as `listOrders`. An account entity has no `create` and no `delete`: they stay unused. */
  readonly operations: Readonly<Record<ResourceOperation, string>>;
  /** Operation ids of nested lists, by the path segment of {@link incomingReferences}. */
  readonly nested: ReadonlyMap<string, string>;
  readonly tag: string;
}

export type ResourceOperation = 'list' | 'create' | 'get' | 'replace' | 'update' | 'delete';

const sharedSchemas = {
  problem: 'Problem',
  problemError: 'ProblemError',
  json: 'JsonValue',
  account: 'Account',
  accountPage: 'AccountPage',
  signedIn: 'SignedIn',
  registration: 'Registration',
  credentials: 'Credentials',
  memberCreate: 'MemberCreate',
  memberPatch: 'MemberPatch',
  event: 'CloudEvent',
  eventPage: 'CloudEventPage',
  health: 'Health',
} as const;

const sharedOperations = {
  register: 'register',
  login: 'login',
  logout: 'logout',
  me: 'getMe',
  listMembers: 'listMembers',
  addMember: 'addMember',
  updateMember: 'updateMember',
  removeMember: 'removeMember',
  events: 'listEvents',
  live: 'getLiveness',
  ready: 'getReadiness',
  metrics: 'getMetrics',
  openapi: 'getOpenApi',
  docs: 'getDocs',
} as const;

const sharedTags = { accounts: 'Accounts', events: 'Events', operation: 'Operation' } as const;

/** Allocates all names of a service: entities first, so that the user's words win over ours. */
export function contractNames(service: Service): ContractNames {
  const schemas = new Allocator();
  const operations = new Allocator();
  const tags = new Allocator();
  const records = service.entities.map((entity) => schemas.take(pascalCase(entity.name)));
  const entityTags = service.entities.map((entity) => tags.take(sentenceCase(entity.plural)));
  const resources = service.entities.map((entity) => resourceOperations(entity, operations));
  const incoming = allIncomingReferences(service);
  const entities = service.entities.map((entity, index): [string, EntityNames] => {
    const record = records[index] ?? '';
    const nested = (incoming.get(entity.id) ?? []).map(({ path }): [string, string] => [
      path,
      operations.take(`list${pascalCase(path)}Of${pascalCase(entity.name)}`),
    ]);
    return [
      entity.id,
      {
        record,
        create: schemas.take(`${record}Create`),
        replace: schemas.take(`${record}Replace`),
        patch: schemas.take(`${record}Patch`),
        page: schemas.take(`${record}Page`),
        operations: resources[index] ?? resourceOperations(entity, operations),
        nested: new Map(nested),
        tag: entityTags[index] ?? '',
      },
    ];
  });
  return {
    entities: new Map(entities),
    schemas: schemas.takeAll(sharedSchemas),
    operations: operations.takeAll(sharedOperations),
    tags: tags.takeAll(sharedTags),
  };
}

/** @throws if the entity is not of the service that the names were made for. */
export function namesOf(names: ContractNames, entity: Entity): EntityNames {
  const found = names.entities.get(entity.id);
  if (!found) throw new Error(`The contract has no names for entity ${entity.id}`);
  return found;
}

function resourceOperations(entity: Entity, ids: Allocator): EntityNames['operations'] {
  const one = pascalCase(entity.name);
  return {
    list: ids.take(`list${pascalCase(entity.plural)}`),
    create: ids.take(`create${one}`),
    get: ids.take(`get${one}`),
    replace: ids.take(`replace${one}`),
    update: ids.take(`update${one}`),
    delete: ids.take(`delete${one}`),
  };
}

/** Gives a name that is taken already a number: `OrderPage`, `OrderPage2` … */
class Allocator {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name.toLowerCase()); number += 1) name = wanted + number;
    this.#taken.add(name.toLowerCase());
    return name;
  }

  takeAll<const T extends Readonly<Record<string, string>>>(wanted: T): Record<keyof T, string> {
    const entries = Object.entries(wanted).map(([key, name]) => [key, this.take(name)]);
    return Object.fromEntries(entries) as Record<keyof T, string>;
  }
}
