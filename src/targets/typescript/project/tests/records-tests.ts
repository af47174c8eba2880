import { jsonName, writableFields } from '#blueprint';
import type { Event } from '#blueprint';
import { listFilters } from '#contract';
import type { GeneratedFile } from '#files';
import type { JsonRecord } from '#rules';
import { call, literal, print } from '../../emit/code.ts';
import { changesOf } from '../samples/changes.ts';
import { deletableState } from '../samples/deletable-state.ts';
import { readSymbol } from '../samples/reference-symbol.ts';
import type { Sample } from '../samples/sample.ts';
import { article } from '../text/article.ts';
import { jsonCode } from '../text/json-code.ts';
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
  filter(suite);
  if (context.voice.name === 'owner') tenants(suite);
  events(suite, changes);
  return suite.file('records', sample.entity);
}

function createAndRead(suite: Suite): void {
  const { sample, who } = suite;
  suite.use('assert', 'Saved', 'assertHolds', 'assertConforms');
  suite.test(
    `creates ${article(sample.one)} and reads it back`,
    `const given = ${suite.newRecord()};`,
    `const answer = await ${who}.post(${literal(sample.path)}, given);`,
    'assert.equal(answer.status, 201);',
    'const record = answer.body as Saved;',
    `assert.equal(answer.headers['location'], ${suite.pathOf('record')});`,
    print(call('assertHolds', 'record', 'given', ...secretsOf(sample)), '', ';', 2),
    `assertConforms(${literal(sample.type)}, record);`,
    '',
    `const read = await ${who}.get(${suite.pathOf('record')});`,
    'assert.deepEqual(read.body, record);',
    "assert.equal(read.headers['etag'], answer.headers['etag']);",
  );
}

function replace(suite: Suite, changes: JsonRecord): void {
  const { sample, who } = suite;
  suite.use('assert', 'assertHolds');
  suite.test(
    `replaces ${article(sample.one)} as a whole`,
    `const given = ${suite.newRecord()};`,
    `const record = await ${who}.create(${literal(sample.path)}, given);`,
    print(jsonCode(changes), 'const changes = ', ';', 2),
    'const changed = { ...given, ...changes };',
    `const answer = await ${who}.put(${suite.pathOf('record')}, changed);`,
    'assert.equal(answer.status, 200);',
    print(call('assertHolds', 'answer.body', 'changed', ...secretsOf(sample)), '', ';', 2),
  );
}

function patch(suite: Suite, changes: JsonRecord): void {
  const { sample, who } = suite;
  const change = firstOf(sample, changes);
  if (change === undefined) return;
  suite.use('assert');
  suite.test(
    `changes one property of ${article(sample.one)} and keeps the others`,
    `const record = ${suite.created()};`,
    print(jsonCode(change), 'const change = ', ';', 2),
    `const changed = await ${who}.change(${suite.pathOf('record')}, change);`,
    'assert.deepEqual(changed, { ...record, ...change });',
  );
}

function overwrite(suite: Suite, changes: JsonRecord): void {
  const { sample, who } = suite;
  const change = firstOf(sample, changes);
  if (change === undefined) return;
  suite.use('assertProblem');
  suite.test(
    `refuses to change ${article(sample.one)} that was changed since`,
    `const record = ${suite.created()};`,
    `const path = ${suite.pathOf('record')};`,
    `const seen = String((await ${who}.get(path)).headers['etag']);`,
    print(jsonCode(change), 'const change = ', ';', 2),
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
    `const record = ${suite.inState(state)};`,
    `const path = ${suite.pathOf('record')};`,
    `assert.equal((await ${who}.delete(path)).status, 204);`,
    `assertProblem(await ${who}.get(path), 404, 'not-found');`,
    `assertProblem(await ${who}.delete(path), 404, 'not-found');`,
  );
}

function pages(suite: Suite): void {
  const { sample, who } = suite;
  suite.use('assert');
  suite.test(
    `lists all ${sample.many}, page by page, each once`,
    'const made: string[] = [];',
    `for (let count = 0; count < 3; count += 1) made.push((${suite.created()}).id);`,
    `const records = await ${who}.all('${sample.path}?limit=2');`,
    'const ids = records.map(({ id }) => id);',
    'assert.equal(new Set(ids).size, ids.length);',
    'for (const id of made) assert.ok(ids.includes(id));',
  );
}

/** By the first property that a query can name as it is. */
function filter(suite: Suite): void {
  const { sample, who } = suite;
  const filters = listFilters(sample.entity).filter(({ operator }) => operator === 'eq');
  const names = filters.map(({ parameter }) => parameter);
  const name = names.find((candidate) => {
    const value = sample.record[candidate];
    return (
      ['string', 'number', 'boolean'].includes(typeof value) &&
      readSymbol(value) === undefined &&
      candidate in sample.record
    );
  });
  if (name === undefined) return;
  suite.use('assert');
  suite.test(
    `finds ${sample.many} by ${name}`,
    `const record = ${suite.created()};`,
    `const value = String(record[${literal(name)}]);`,
    `const found = await ${who}.list(\`${sample.path}?${name}=\${encodeURIComponent(value)}\`);`,
    'assert.ok(found.some(({ id }) => id === record.id));',
    `assert.ok(found.every((other) => String(other[${literal(name)}]) === value));`,
  );
}

function tenants(suite: Suite): void {
  const { sample } = suite;
  suite.use('assert', 'register', 'Client', 'assertProblem');
  suite.test(
    `hides ${sample.many} from other tenants and from strangers`,
    `const record = ${suite.created()};`,
    `const path = ${suite.pathOf('record')};`,
    'const other = await register();',
    `assert.deepEqual(await other.list(${literal(sample.path)}), []);`,
    "assertProblem(await other.get(path), 404, 'not-found');",
    `assertProblem(await other.put(path, ${suite.newRecord().replace('(owner', '(other')}), 404, 'not-found');`,
    "assertProblem(await other.patch(path, {}), 404, 'not-found');",
    "assertProblem(await other.delete(path), 404, 'not-found');",
    "assertProblem(await new Client().get(path), 401, 'unauthenticated');",
  );
}

function events(suite: Suite, changes: JsonRecord): void {
  const { sample, who, context } = suite;
  const { service } = context.input;
  const state = deletableState(sample);
  const change = firstOf(sample, changes);
  const of = (on: Event['on']) =>
    (context.events.get(sample.entity.id) ?? [])
      .filter((event) => event.on === on)
      .map((event) => `${service.name}.${event.name}`);
  const isFirst = state === sample.states.keys().next().value;
  const types = [
    ...of('created'),
    ...(change ? of('updated') : []),
    ...(isFirst ? of('deleted') : []),
  ];
  if (types.length === 0) return;
  suite.use('assert');
  suite.test(
    `tells what happens to ${article(sample.one)}`,
    `const record = ${suite.created()};`,
    ...(change
      ? [print(call(`${who}.change`, suite.pathOf('record'), jsonCode(change)), 'await ', ';', 2)]
      : []),
    ...(isFirst ? [`await ${who}.delete(${suite.pathOf('record')});`] : []),
    `const events = await ${who}.all('/events');`,
    'const types = events.filter(({ subject }) => subject === record.id).map(({ type }) => type);',
    print(call('assert.deepEqual', 'types', jsonCode(types)), '', ';', 2),
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
