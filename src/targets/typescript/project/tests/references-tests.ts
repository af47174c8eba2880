import { isReference, jsonName, writableFields } from '#blueprint';
import type { ReferenceField } from '#blueprint';
import type { GeneratedFile } from '#files';
import { literal } from '../../emit/code.ts';
import { deletableState } from '../samples/deletable-state.ts';
import { holds } from '../samples/holds.ts';
import { words } from '../samples/refused-values.ts';
import { symbolOf } from '../samples/reference-symbol.ts';
import type { Sample } from '../samples/sample.ts';
import { article } from '../text/article.ts';
import { cited } from '../text/cite.ts';
import { Suite } from './suite.ts';
import type { TestContext } from './test-context.ts';

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
  const value = (id: string) => (many ? `{ ${name}: [${id}] }` : `{ ${name}: ${id} }`);
  const pointer = literal(many ? `/${name}/0` : `/${name}`);
  suite.use('assertRefused');
  suite.test(
    `refuses ${article(sample.one)} whose ${words(field)} does not exist${cited(field)}`,
    `const given = ${value(literal(NOBODY))};`,
    `const answer = await ${who}.post(${literal(sample.path)}, ${suite.newRecord('given')});`,
    `assertRefused(answer, ${pointer}, 'missing-reference');`,
  );
  if (who !== 'owner' || target.room === 0) return;
  suite.use('register');
  suite.test(
    `refuses ${article(sample.one)} whose ${words(field)} belongs to another tenant`,
    'const other = await register();',
    `const given = ${value(target.entity.account ? 'other.id' : `(${created(suite, target, 'other')}).id`)};`,
    `const answer = await ${who}.post(${literal(sample.path)}, ${suite.newRecord('given')});`,
    `assertRefused(answer, ${pointer}, 'missing-reference');`,
  );
}

function nestedList(suite: Suite, { field, name, many, target, nested }: Relation): void {
  const { sample, who } = suite;
  const id = target.entity.account ? `${who}.id` : 'target.id';
  suite.use('assert');
  suite.test(
    `lists the ${sample.many} of ${article(target.one)}${nested === sample.entity.plural ? '' : ` as ${words(field)}`}`,
    ...(target.entity.account ? [] : [`const target = ${created(suite, target, who)};`]),
    `const record = ${suite.created(`{ ${name}: ${many ? `[${id}]` : id} }`)};`,
    `const records = await ${who}.all(\`${target.path}/\${${id}}/${nested}\`);`,
    target.entity.account
      ? 'assert.ok(records.some((other) => other.id === record.id));'
      : 'assert.deepEqual(records, [record]);',
  );
}

/** What the requirements say happens to a record when another is deleted. */
function removeTarget(suite: Suite, { field, name, many, target }: Relation): void {
  const { sample, who } = suite;
  const state = deletableState(target);
  if (state === undefined || state !== target.states.keys().next().value) return;
  const start = [
    `const target = ${created(suite, target, who)};`,
    `const record = ${suite.created(`{ ${name}: ${many ? '[target.id]' : 'target.id'} }`)};`,
    `const answer = await ${who}.delete(\`${target.path}/\${target.id}\`);`,
  ];
  const { onDelete } = field.type;
  suite.use('assert');
  if (onDelete === 'restrict') {
    suite.use('assertProblem');
    suite.test(
      `keeps ${article(target.one)} that is the ${words(field)} of ${article(sample.one)}${cited(field)}`,
      ...start,
      "assertProblem(answer, 409, 'referenced');",
      `assert.equal((await ${who}.get(${suite.pathOf('record')})).status, 200);`,
    );
  } else if (onDelete === 'cascade') {
    // Rules on delete hold for what is deleted with it, too.
    if (deletableState(sample) !== sample.states.keys().next().value) return;
    suite.use('assertProblem');
    suite.test(
      `deletes ${article(sample.one)} with its ${words(field)}${cited(field)}`,
      ...start,
      'assert.equal(answer.status, 204);',
      `assertProblem(await ${who}.get(${suite.pathOf('record')}), 404, 'not-found');`,
    );
  } else {
    suite.test(
      `takes the ${words(field)} from ${article(sample.one)} when it is deleted${cited(field)}`,
      ...start,
      'assert.equal(answer.status, 204);',
      `const { body } = await ${who}.get(${suite.pathOf('record')});`,
      `assert.deepEqual(body, { ...record, ${name}: ${many ? '[]' : 'null'} });`,
    );
  }
}

function created({ sample, imports }: Suite, target: Sample, who: string): string {
  const module = target === sample ? './samples.ts' : `../${target.folder}/samples.ts`;
  return `await ${imports.value(module, `create${target.type}`)}(${who})`;
}
