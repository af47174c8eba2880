import type { Service } from '#blueprint';

const ALL: readonly (readonly [path: string, does: string])[] = [
  ['src/service.rs', 'what is particular about this service: its name, roles and limits'],
  ['src/handlers/', 'what each operation of the contract does: yours'],
  ['src/operations/', 'the operations of the contract, and the code of each'],
  ['src/api/', 'checks requests and answers against the contract'],
  ['src/resources.rs', 'its resources, and the migrations of their tables'],
  ['src/resources/', 'one module for each resource: its fields, operations, rules and lifecycle'],
  ['src/application.rs', 'puts the service together'],
  ['src/config.rs', 'reads and checks the environment'],
  ['src/records/', 'what every resource does: create, read, list, change, delete, check'],
  ['src/fields/', 'the kinds of values: how they are read, kept and filtered'],
  ['src/rules/', 'comparisons and calculations that rules use'],
  ['src/auth/', 'accounts, sessions, tokens, members'],
  ['src/events/', 'the outbox, its feed and its delivery'],
  ['src/database/', 'SQLite and PostgreSQL behind one interface'],
  ['src/http/', 'bodies, problems, headers, CORS, rate limit'],
  ['src/operation/', 'health, metrics, logs, traces, the page of the API'],
  ['src/server.rs', 'listens, and stops when it is told to'],
  ['migrations/', 'SQL for each of the two databases'],
  ['tests/service/', 'the tests: one module for each resource, and those of all'],
];

/** What each part of the code is for, in the order in which to read it. */
export function moduleMap({ access, document }: Service): typeof ALL {
  return ALL.filter(
    ([path]) =>
      !(access === 'public' && path === 'src/auth/') &&
      !(document === undefined && GIVEN.has(path)),
  );
}

/** What only a service has whose contract was given. */
const GIVEN = new Set(['src/handlers/', 'src/operations/', 'src/api/']);
