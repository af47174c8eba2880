import type { GeneratedFile } from '#files';
import { literal } from '../../emit/code.ts';
import { changesOf } from '../../../shared/samples/changes.ts';
import { reachOf } from '../../../shared/samples/reach.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { jsonCode } from '../text/json-code.ts';
import { asserted, awaited, constant } from './statements.ts';
import { Suite } from './suite.ts';
import type { TestContext } from './test-context.ts';

/** `test/people/records.test.ts`: the records that accounts have (SP-6.9). */
export function profileTests(sample: Sample, context: TestContext): GeneratedFile | undefined {
  const suite = new Suite(sample, context);
  ownRecord(suite);
  comesAndGoes(suite);
  const [role] = context.roles;
  const { service } = context.input;
  // Where permissions say more, their tests say what follows.
  const isOpen = role !== undefined && reachOf(service, sample.entity, 'update', role) === 'open';
  if (isOpen && sample.room > 1) othersRecords(suite);
  return suite.file('records', sample.entity);
}

function ownRecord(suite: Suite): void {
  const { sample } = suite;
  const [first] = Object.entries(changesOf(sample));
  suite.use('assert', 'Saved', 'assertConforms', 'register', 'assertProblem');
  suite.test(
    `has a ${sample.one} for each account, with its id`,
    `const path = ${suite.pathOf('owner')};`,
    'const answer = await owner.get(path);',
    'const record = answer.body as Saved;',
    'assert.equal(record.id, owner.id);',
    asserted('assertConforms', literal(sample.type), 'record'),
    ...(first
      ? [
          constant('change', jsonCode({ [first[0]]: first[1] })),
          'const changed = await owner.change(path, change);',
          'assert.deepEqual(changed, { ...record, ...change });',
        ]
      : []),
    'const other = await register();',
    "assertProblem(await other.get(path), 404, 'not-found');",
  );
}

function comesAndGoes(suite: Suite): void {
  const { sample } = suite;
  suite.use('assertProblem');
  suite.test(
    `neither creates nor deletes ${sample.many} without their accounts`,
    awaited('created', suite.request('post', suite.path, suite.newRecord())),
    "assertProblem(created, 405, 'method-not-allowed');",
    awaited('deleted', suite.request('delete', suite.pathOf('owner'))),
    "assertProblem(deleted, 405, 'method-not-allowed');",
  );
}

function othersRecords(suite: Suite): void {
  const { sample } = suite;
  suite.use('assert', 'join', 'assertProblem');
  suite.test(
    `lets a member change his own ${sample.one} only, and the owner everybody's`,
    'const member = await join(owner);',
    `const own = ${suite.pathOf('member')};`,
    `const owners = ${suite.pathOf('owner')};`,
    'assert.equal((await member.patch(own, {})).status, 200);',
    'assert.equal((await owner.patch(own, {})).status, 200);',
    "assertProblem(await member.patch(owners, {}), 403, 'forbidden');",
  );
}
