import type { Service } from '#blueprint';

/** What each part of the code is for, in the order in which to read it. */
export const moduleMap: readonly (readonly [path: string, does: string])[] = [
  ['src/main.ts', 'starts the service'],
  ['src/service.ts', 'what is particular about this service: its resources, roles and limits'],
  ['src/handlers/', 'what each operation of the contract does: yours'],
  ['src/operations/', 'the operations of the contract: routes and types'],
  ['src/api/', 'checks requests and answers against the contract'],
  ['src/resources/', 'one folder for each resource: fields, rules, lifecycle, permissions'],
  ['src/app.ts', 'puts the HTTP side together'],
  ['src/config.ts', 'reads and checks the environment'],
  ['src/records/', 'what every resource does: create, read, list, change, delete, check'],
  ['src/fields/', 'the kinds of fields, their checks and their form in the database'],
  ['src/rules/', 'comparisons and calculations that rules use'],
  ['src/auth/', 'accounts, sessions, tokens, members'],
  ['src/events/', 'the outbox, its feed and its delivery'],
  ['src/db/', 'SQLite and PostgreSQL behind one interface, migrations'],
  ['src/http/', 'bodies, problems, headers, CORS, rate limit'],
  ['src/operation/', 'health, metrics, logs, traces, the page of the API'],
  ['migrations/', 'numbered SQL files, for each of the two databases'],
  ['test/', 'one folder for each resource, and `support/`'],
];

/** Has a service this part? */
export function isThere(path: string, { access, document }: Service): boolean {
  if (path === 'src/auth/') return access === 'accounts';
  const isApi = ['src/handlers/', 'src/operations/', 'src/api/'].includes(path);
  return isApi ? document !== undefined : true;
}
