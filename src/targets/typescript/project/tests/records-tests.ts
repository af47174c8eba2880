import { jsonName, writableFields } from '#blueprint';
import type { Event } from '#blueprint';
import type { GeneratedFile } from '#files';
import type { JsonRecord } from '#rules';
import { call, literal } from '../../emit/code.ts';
import { changesOf } from '../../../shared/samples/changes.ts';
import { NOW } from '../../../shared/samples/now.ts';
import { deletableState } from '../../../shared/samples/deletable-state.ts';
import { searches } from '../../../shared/samples/searches.ts';
import type { Search } from '../../../shared/samples/searches.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { article } from '../../../shared/text/article.ts';
import { jsonCode } from '../text/json-code.ts';
import { newCall } from './sample-calls.ts';
import { asserted, awaited, constant, done } from './statements.ts';
import { Suite } from './suite.ts';
import type { TestContext } from './test-context.ts';

/** `test/orders/records.test.ts`: what every resource does. */
export function recordsTests(sample: Sample, context: TestContext): GeneratedFile | undefined {
  const suite = new Suite(sample, context);
  const changes = changesOf(sample);
  createAndRead(suite);
  if (Object.keys(changes).length > 0) {
    replace(suite, changes);
    patch(suite, changes);
    overwrite(suite, changes);
  }
  remove(suite);
  if (sample.room > 2) pages(suite);
  for (const search of searches(sample)) find(suite, search);
  if (context.voice.name === 'owner') tenants(suite);
  events(suite, changes);
  return suite.file('records', sample.entity);
}

function createAndRead(suite: Suite): void {
  const { sample } = suite;
  suite.use('assert', 'Saved', 'assertHolds', 'assertConforms');
  suite.test(
    `creates ${article(sample.one)} and reads it back`,
    `const given = ${suite.newRecord()};`,
    awaited('answer', suite.request('post', suite.path, 'given')),
    'assert.equal(answer.status, 201);',
    'const record = answer.body as Saved;',
    asserted('assert.equal', "answer.headers['location']", suite.pathOf('record')),
    asserted('assertHolds', 'record', 'given', ...secretsOf(sample)),
    asserted('assertConforms', literal(sample.type), 'record'),
    '',
    awaited('read', suite.request('get', suite.pathOf('record'))),
    'assert.deepEqual(read.body, record);',
    "assert.equal(read.headers['etag'], answer.headers['etag']);",
  );
}

function replace(suite: Suite, changes: JsonRecord): void {
  const { sample } = suite;
  suite.use('assert', 'assertHolds');
  suite.test(
    `replaces ${article(sample.one)} as a whole`,
    `const given = ${suite.newRecord()};`,
    awaited('record', suite.request('create', suite.path, 'given')),
    constant('changes', jsonCode(changes)),
    'const changed = { ...given, ...changes };',
    awaited('answer', suite.request('put', suite.pathOf('record'), 'changed')),
    'assert.equal(answer.status, 200);',
    asserted('assertHolds', 'answer.body', 'changed', ...secretsOf(sample)),
  );
}

function patch(suite: Suite, changes: JsonRecord): void {
  const { sample } = suite;
  const change = firstOf(sample, changes);
  if (change === undefined) return;
  suite.use('assert', 'setClock');
  suite.test(
    `changes one property of ${article(sample.one)} and keeps the others`,
    awaited('record', suite.created()),
    constant('change', jsonCode(change)),
    'setClock(1000);',
    awaited('changed', suite.request('change', suite.pathOf('record'), 'change')),
    'setClock(0);',
    `const updatedAt = ${literal(new Date(NOW + 1000).toISOString())};`,
    'assert.deepEqual(changed, { ...record, ...change, updatedAt });',
  );
}

function overwrite(suite: Suite, changes: JsonRecord): void {
  const { sample, who } = suite;
  const change = firstOf(sample, changes);
  if (change === undefined) return;
  suite.use('assertProblem');
  suite.test(
    `refuses to change ${article(sample.one)} that was changed since`,
    awaited('record', suite.created()),
    `const path = ${suite.pathOf('record')};`,
    `const seen = String((await ${who}.get(path)).headers['etag']);`,
    constant('change', jsonCode(change)),
    `await ${who}.change(path, change);`,
    `const answer = await ${who}.patch(path, change, { 'if-match': seen });`,
    "assertProblem(answer, 412, 'precondition-failed');",
  );
}

function remove(suite: Suite): void {
  const { sample, who } = suite;
  const state = deletableState(sample);
  if (state === undefined) return;
  suite.use('assert', 'assertProblem');
  suite.test(
    `deletes ${article(sample.one)} once`,
    awaited('record', suite.inState(state)),
    `const path = ${suite.pathOf('record')};`,
    `assert.equal((await ${who}.delete(path)).status, 204);`,
    `assertProblem(await ${who}.get(path), 404, 'not-found');`,
    `assertProblem(await ${who}.delete(path), 404, 'not-found');`,
  );
}

function pages(suite: Suite): void {
  const { sample, who } = suite;
  suite.use('assert', 'setClock');
  suite.test(
    `lists all ${sample.many}, the newest first, page by page`,
    'const made: string[] = [];',
    'for (let count = 0; count < 3; count += 1) {',
    '  setClock(count + 1);',
    `  ${awaited('{ id }', suite.created(), 4)}`,
    '  made.unshift(id);',
    '}',
    'setClock(0);',
    awaited('records', suite.request('all', literal(`${sample.path}?limit=2`))),
    'const ids = records.map(({ id }) => id);',
    'assert.equal(new Set(ids).size, ids.length);',
    'const ours = ids.filter((id) => made.includes(id));',
    'assert.deepEqual(ours, made);',
    awaited('page', suite.request('list', literal(`${sample.path}?limit=2`))),
    'assert.equal(page.length, 2);',
    ...(who === 'owner' ? lastPage(suite) : []),
  );
}

function tenants(suite: Suite): void {
  const { sample } = suite;
  const given = newCall(sample, suite.context).replace('(owner', '(other');
  suite.newRecord();
  suite.use('assert', 'register', 'Client', 'assertProblem');
  suite.test(
    `hides ${sample.many} from other tenants and from strangers`,
    awaited('record', suite.created()),
    `const path = ${suite.pathOf('record')};`,
    'const other = await register();',
    awaited('others', call('other.list', suite.path)),
    'assert.deepEqual(others, []);',
    `const given = ${given};`,
    "assertProblem(await other.get(path), 404, 'not-found');",
    "assertProblem(await other.put(path, given), 404, 'not-found');",
    "assertProblem(await other.patch(path, {}), 404, 'not-found');",
    "assertProblem(await other.delete(path), 404, 'not-found');",
    "assertProblem(await new Client().get(path), 401, 'unauthenticated');",
  );
}

function events(suite: Suite, changes: JsonRecord): void {
  const { sample, context } = suite;
  const { service } = context.input;
  const change = firstOf(sample, changes);
  const of = (on: Event['on']) =>
    (context.events.get(sample.entity.id) ?? [])
      .filter((event) => event.on === on)
      .map((event) => `${service.name}.${event.name}`);
  const removable = deletableState(sample) === sample.states.keys().next().value;
  const types = [
    ...of('created'),
    ...(change ? of('updated') : []),
    ...(removable ? of('deleted') : []),
  ];
  if (types.length === 0) return;
  suite.use('assert');
  suite.test(
    `tells what happens to ${article(sample.one)}`,
    awaited('record', suite.created()),
    ...(change || removable ? [`const path = ${suite.pathOf('record')};`] : []),
    ...(change ? [done(suite.request('change', 'path', jsonCode(change)))] : []),
    ...(removable ? [done(suite.request('delete', 'path'))] : []),
    awaited('events', suite.request('all', "'/events'")),
    'const types = events.filter(({ subject }) => subject === record.id).map(({ type }) => type);',
    asserted('assert.deepEqual', 'types', jsonCode(types)),
  );
}

/** A page that holds all records is the last one. A tenant of a test has less than a page of them. */
function lastPage(suite: Suite): readonly string[] {
  const url = `\`${suite.sample.path}?limit=\${ids.length}\``;
  return [
    awaited('last', suite.request('get', url)),
    'assert.equal((last.body as { nextCursor: unknown }).nextCursor, null);',
  ];
}

/** Queries of a new record: those that find it, and those that don't. */
function find(suite: Suite, { by, name, finds, misses }: Search): void {
  const { sample } = suite;
  const url = (query: string) => `\`${sample.path}?${query}\``;
  suite.use('assert');
  suite.test(
    `finds ${sample.many} by ${by}`,
    awaited('record', suite.created()),
    `const value = encodeURIComponent(String(record[${literal(name)}]));`,
    awaited('found', suite.request('list', url(finds))),
    'assert.ok(found.some(({ id }) => id === record.id));',
    awaited('others', suite.request('list', url(misses))),
    'assert.ok(!others.some(({ id }) => id === record.id));',
  );
}

function secretsOf({ entity }: Sample): readonly string[] {
  return writableFields(entity)
    .filter(({ secret }) => secret)
    .map((field) => literal(jsonName(field)));
}

/** One change that answers show. */
function firstOf({ entity }: Sample, changes: JsonRecord): JsonRecord | undefined {
  const field = writableFields(entity).find(
    (candidate) => !candidate.secret && jsonName(candidate) in changes,
  );
  return field && { [jsonName(field)]: changes[jsonName(field)] };
}
