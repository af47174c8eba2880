import { isReference, jsonName, writableFields } from '#blueprint';
import type { ReferenceField } from '#blueprint';
import type { GeneratedFile } from '#files';
import { array, call, literal, object } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';
import { deletableState } from '../../../shared/samples/deletable-state.ts';
import { holds } from '../../../shared/samples/holds.ts';
import { words } from '../../../shared/samples/refused-values.ts';
import { symbolOf } from '../../../shared/samples/reference-symbol.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { article } from '../../../shared/text/article.ts';
import { cited } from '../../../shared/text/cite.ts';
import { asserted, awaited, constant } from './statements.ts';
import { Suite } from './suite.ts';
import type { TestContext } from './test-context.ts';
import { testFolder } from './test-folder.ts';

const NOBODY = '00000000-0000-7000-8000-000000000000';

/** A reference of a sample to records that tests can make. */
interface Relation {
  readonly field: ReferenceField;
  readonly name: string;
  readonly many: boolean;
  readonly target: Sample;
  /** The path segment of the nested list. */
  readonly nested: string;
}

/** `test/orders/references.test.ts`: what records refer to, and what becomes of them. */
export function referencesTests(sample: Sample, context: TestContext): GeneratedFile | undefined {
  const suite = new Suite(sample, context);
  if (sample.entity.account) return undefined;
  for (const relation of relationsOf(sample, context)) {
    missing(suite, relation);
    if (mayRefer(sample, relation) && relation.target.room === Infinity) {
      nestedList(suite, relation);
      if (!relation.target.entity.account) removeTarget(suite, relation);
    }
  }
  return suite.file('references', sample.entity);
}

function relationsOf({ entity }: Sample, { samples }: TestContext): readonly Relation[] {
  const fields = writableFields(entity).filter(isReference);
  return fields.flatMap((field): Relation[] => {
    const target = samples.get(field.type.entity);
    if (!target) return [];
    const rivals = entity.fields
      .filter(isReference)
      .filter(({ type }) => type.entity === field.type.entity);
    const nested = rivals.length === 1 ? entity.plural : `${entity.plural}-as-${field.name}`;
    const many = field.type.cardinality === 'many';
    return [{ field, name: jsonName(field), many, target, nested }];
  });
}

/** True if a record may refer to what tests make, as far as the rules go. */
function mayRefer({ entity, record }: Sample, { field, name, many, target }: Relation): boolean {
  const id = symbolOf(target.entity.id, 1);
  if (field.unique && target.entity.account) return false;
  return holds(entity, { on: 'create', record: { ...record, [name]: many ? [id] : id } });
}

function missing(suite: Suite, { field, name, many, target }: Relation): void {
  const { sample, who } = suite;
  const value = (id: string) => object({ [name]: many ? array([id]) : id });
  const pointer = literal(many ? `/${name}/0` : `/${name}`);
  const refusal = [
    awaited('answer', suite.request('post', suite.path, suite.newRecord('given'))),
    asserted('assertRefused', 'answer', pointer, "'missing-reference'"),
  ];
  suite.use('assertRefused');
  suite.test(
    `refuses ${article(sample.one)} whose ${words(field)} ${many ? 'do' : 'does'} not exist${cited(field)}`,
    constant('given', value(literal(NOBODY))),
    ...refusal,
    awaited('record', suite.created()),
    awaited('changed', suite.request('patch', suite.pathOf('record'), 'given')),
    asserted('assertRefused', 'changed', pointer, "'missing-reference'"),
  );
  if (many) twice(suite, field, name, target);
  if (who !== 'owner') return;
  const isAccount = target.entity.account;
  suite.use('register');
  suite.test(
    `refuses ${article(sample.one)} whose ${words(field)} ${many ? 'belong' : 'belongs'} to another tenant${cited(field)}`,
    'const other = await register();',
    ...(isAccount ? [] : [awaited('target', created(suite, target, 'other'))]),
    constant('given', value(isAccount ? 'other.id' : 'target.id')),
    ...refusal,
  );
}

/** References to many are a set. */
function twice(suite: Suite, field: ReferenceField, name: string, target: Sample): void {
  const { sample, who } = suite;
  const isAccount = target.entity.account;
  const id = isAccount ? `${who}.id` : 'target.id';
  suite.test(
    `refuses ${article(sample.one)} that names one of its ${words(field)} twice${cited(field)}`,
    ...(isAccount ? [] : [awaited('target', created(suite, target, who))]),
    constant('given', object({ [name]: array([id, id]) })),
    awaited('answer', suite.request('post', suite.path, suite.newRecord('given'))),
    asserted('assertRefused', 'answer', literal(`/${name}/1`), "'duplicate'"),
  );
}

function nestedList(suite: Suite, { field, name, many, target, nested }: Relation): void {
  const { sample, who } = suite;
  const isAccount = target.entity.account;
  const id = isAccount ? `${who}.id` : 'target.id';
  const role = nested === sample.entity.plural ? '' : ` as ${words(field)}`;
  suite.use('assert', 'assertProblem');
  suite.test(
    `lists the ${sample.many} of ${article(target.one)}${role}`,
    ...(isAccount ? [] : [awaited('target', created(suite, target, who))]),
    awaited('record', suite.created(object({ [name]: many ? array([id]) : id }))),
    awaited('records', suite.request('all', `\`${target.path}/\${${id}}/${nested}\``)),
    isAccount
      ? 'assert.ok(records.some((other) => other.id === record.id));'
      : 'assert.deepEqual(records, [record]);',
    awaited('none', suite.request('get', literal(`${target.path}/${NOBODY}/${nested}`))),
    "assertProblem(none, 404, 'not-found');",
  );
}

/** What the requirements say happens to a record when another is deleted. */
function removeTarget(suite: Suite, { field, name, many, target }: Relation): void {
  const { sample, who } = suite;
  if (!isRemovable(target)) return;
  const start = [
    awaited('target', created(suite, target, who)),
    awaited('record', suite.created(object({ [name]: many ? array(['target.id']) : 'target.id' }))),
    awaited('answer', suite.request('delete', `\`${target.path}/\${target.id}\``)),
  ];
  const read = awaited('read', suite.request('get', suite.pathOf('record')));
  suite.use('assert');
  if (field.type.onDelete === 'restrict') {
    suite.use('assertProblem');
    suite.test(
      `keeps ${article(target.one)} that is the ${words(field)} of ${article(sample.one)}${cited(field)}`,
      ...start,
      "assertProblem(answer, 409, 'referenced');",
      read,
      'assert.deepEqual(read.body, record);',
    );
  } else if (field.type.onDelete === 'clear') {
    suite.test(
      `takes the ${words(field)} from ${article(sample.one)} when it is deleted${cited(field)}`,
      ...start,
      'assert.equal(answer.status, 204);',
      read,
      `assert.deepEqual(read.body, { ...record, ${name}: ${many ? '[]' : 'null'} });`,
    );
  } else if (isRemovable(sample)) {
    // Rules on delete hold for what is deleted with it, too.
    suite.use('assertProblem');
    suite.test(
      `deletes ${article(sample.one)} with its ${words(field)}${cited(field)}`,
      ...start,
      'assert.equal(answer.status, 204);',
      read,
      "assertProblem(read, 404, 'not-found');",
    );
  }
}

/** True if a new record can be deleted. */
function isRemovable(sample: Sample): boolean {
  const state = deletableState(sample);
  return state !== undefined && state === sample.states.keys().next().value;
}

function created({ sample, imports }: Suite, target: Sample, who: string): Code {
  const module = target === sample ? './samples.ts' : `../${testFolder(target)}/samples.ts`;
  return call(imports.value(module, `create${target.type}`), who);
}
