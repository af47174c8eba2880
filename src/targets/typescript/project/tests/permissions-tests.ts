import type { Operation } from '#blueprint';
import type { GeneratedFile } from '#files';
import type { JsonRecord } from '#rules';
import { arrow, call, literal, object, print } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';
import { changesOf } from '../../../shared/samples/changes.ts';
import { deletableState } from '../../../shared/samples/deletable-state.ts';
import { holds } from '../../../shared/samples/holds.ts';
import { operations, permissionsFor, reachOf } from '../../../shared/samples/reach.ts';
import type { Reach } from '../../../shared/samples/reach.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { sourceOf } from '../../../shared/text/source-text.ts';
import { jsonCode } from '../text/json-code.ts';
import { awaited, done } from './statements.ts';
import { Suite } from './suite.ts';
import type { TestContext } from './test-context.ts';

/** What a caller who may do it is answered. */
const DONE = { read: 200, create: 201, update: 200, delete: 204 } as const;

/** `test/orders/permissions.test.ts`: what each role may do, and what not. */
export function permissionsTests(sample: Sample, context: TestContext): GeneratedFile | undefined {
  const { service } = context.input;
  const { entity } = sample;
  const restricted = operations.filter(
    (operation) =>
      permissionsFor(service, entity, operation).length > 0 && canTry(sample, operation),
  );
  if (restricted.length === 0 || context.roles.length === 0 || entity.account) return undefined;
  const suite = new Suite(sample, context);
  const change = firstChange(sample);
  attempts(suite, restricted, change);
  grants(suite, restricted, change);
  if (restricted.includes('read')) ownList(suite);
  const nodes = service.permissions.filter((permission) => permission.entity === entity.id);
  return suite.file('permissions', entity, ...nodes);
}

function canTry(sample: Sample, operation: Operation): boolean {
  if (operation === 'create') return sample.room > 1;
  return operation !== 'delete' || deletableState(sample) === sample.states.keys().next().value;
}

/** A function for each operation, which tries it on a record or with a new one. */
function attempts(suite: Suite, restricted: readonly Operation[], change: JsonRecord): void {
  const { sample } = suite;
  const path = suite.pathOf('record');
  const send: Record<Operation, Code> = {
    read: call('caller.get', path),
    create: call('caller.post', literal(sample.path), 'given'),
    update: call('caller.patch', path, jsonCode(change)),
    delete: call('caller.delete', path),
  };
  const properties = restricted.map((operation) => {
    const rest = operation === 'create' ? '_: Saved, given: Values' : 'record: Saved';
    return [operation, arrow(`(caller: Member, ${rest})`, send[operation])] as const;
  });
  suite.use('Member', 'Saved');
  if (restricted.includes('create')) suite.use('Values');
  suite.share(print(object(Object.fromEntries(properties), true), 'const attempts = ', ';'));
}

/** One row for each role and operation. */
function grants(suite: Suite, restricted: readonly Operation[], change: JsonRecord): void {
  const { sample, context } = suite;
  const { service } = context.input;
  const rows = context.roles.flatMap((role) =>
    restricted.map((operation) => {
      const reach = reachOf(service, sample.entity, operation, role);
      const named = permissionsFor(service, sample.entity, operation);
      const node = named.find((permission) => permission.role === role) ?? named[0];
      const status = statusOf(sample, { operation, reach, role, change });
      return { role, operation, status, source: node ? sourceOf(node) : '' };
    }),
  );
  suite.use('test', 'assert', 'join');
  suite.share(print(jsonCode(rows, true), 'const cases = ', ' as const;'));
  const title = `\${role}: \${operation} of ${sample.many} is answered \${status} (\${source})`;
  const given = restricted.includes('create') ? [`    const given = ${suite.newRecord()};`] : [];
  suite.add(
    [
      'for (const { role, operation, status, source } of cases) {',
      `  test(\`${title}\`, async () => {`,
      ...suite.start.map((line) => `    ${line}`),
      '    const caller = await join(owner, role);',
      `    ${awaited('record', suite.created(), 4)}`,
      ...given,
      `    const answer = await attempts[operation](caller, record${given.length > 0 ? ', given' : ''});`,
      '    assert.equal(answer.status, status, JSON.stringify(answer.body));',
      '  });',
      '}',
    ].join('\n'),
  );
}

interface Case {
  readonly operation: Operation;
  readonly reach: Reach;
  readonly role: string;
  readonly change: JsonRecord;
}

/** What a role is answered that tries it with a record of somebody else. */
function statusOf({ entity, record }: Sample, { operation, reach, role, change }: Case): number {
  if (reach === 'none') return 403;
  if (reach === 'own' && operation !== 'create') return 404;
  const attempt = {
    read: undefined,
    create: { on: 'create', record },
    update: { on: 'update', record: { ...record, ...change }, previous: record },
    delete: { on: 'delete', record, previous: record },
  } as const;
  const write = attempt[operation];
  const isFine = write === undefined || holds(entity, { ...write, roles: [role] });
  return isFine ? DONE[operation] : operation === 'delete' ? 409 : 422;
}

/** A role with its own records only. */
function ownList(suite: Suite): void {
  const { sample, context } = suite;
  const { service } = context.input;
  for (const role of context.roles) {
    const reach = (operation: Operation) => reachOf(service, sample.entity, operation, role);
    if (reach('read') !== 'own' || reach('create') === 'none') continue;
    if (!holds(sample.entity, { on: 'create', record: sample.record, roles: [role] })) continue;
    const named = permissionsFor(service, sample.entity, 'read').filter(
      (grant) => grant.role === role,
    );
    const source = named[0] ? sourceOf(named[0]) : '';
    suite.use('assert', 'join');
    suite.test(
      `${role}: sees the ${sample.many} of nobody else${source && ` (${source})`}`,
      `const caller = await join(owner, ${literal(role)});`,
      done(suite.created()),
      awaited('record', suite.created('{}', 'caller')),
      awaited('seen', call('caller.list', suite.path)),
      'assert.deepEqual(seen, [record]);',
      awaited('read', call('caller.get', suite.pathOf('record'))),
      'assert.deepEqual(read.body, record);',
    );
  }
}

/** A change that keeps the rules, whoever makes it. */
function firstChange(sample: Sample): JsonRecord {
  const [first] = Object.entries(changesOf(sample));
  return first ? { [first[0]]: first[1] } : {};
}
