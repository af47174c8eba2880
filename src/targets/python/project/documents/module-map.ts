import type { Service } from '#blueprint';

const ALL: readonly (readonly [path: string, does: string])[] = [
  ['main.py', 'the application: `python main.py`, or `uvicorn main:app`'],
  ['app/service.py', 'what is particular about this service: its resources, roles and limits'],
  ['app/handlers/', 'what each operation of the contract does: yours'],
  ['app/operations/', 'the operations of the contract: routes and models'],
  ['app/api/', 'checks requests and answers against the contract'],
  ['app/resources/', 'one package for each resource: model, schema, rules, lifecycle, permissions'],
  ['app/application.py', 'puts the application together'],
  ['app/config.py', 'reads and checks the environment'],
  ['app/dependencies.py', 'what endpoints ask FastAPI for: caller, access, surroundings'],
  ['app/records/', 'what every resource does: create, read, list, change, delete, check'],
  ['app/fields/', 'the kinds of values in schemas: how they are read, shown and filtered'],
  ['app/rules/', 'comparisons and calculations that rules use'],
  ['app/auth/', 'accounts, sessions, tokens, members'],
  ['app/events/', 'the outbox, its feed and its delivery'],
  ['app/database/', 'SQLite and PostgreSQL behind SQLAlchemy'],
  ['app/http/', 'bodies, problems, headers, CORS, rate limit'],
  ['app/operation/', 'health, metrics, logs, traces, the page of the API'],
  ['migrations/', 'Alembic migrations'],
  ['tests/', 'the tests: one module for each resource, and those of all'],
];

/** What each part of the code is for, in the order in which to read it. */
export function moduleMap({ access, document }: Service): typeof ALL {
  return ALL.filter(
    ([path]) =>
      !(access === 'public' && path === 'app/auth/') &&
      !(document === undefined && GIVEN.has(path)),
  );
}

/** What only a service has whose contract was given. */
const GIVEN = new Set(['app/handlers/', 'app/operations/', 'app/api/']);
