import { isReference, jsonName, writableFields } from '#blueprint';
import type { Field, Node } from '#blueprint';
import { literal, object } from '../../emit/code.ts';
import type { GeneratedFile } from '#files';
import { readSymbol } from '../../../shared/samples/reference-symbol.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { words } from '../../../shared/samples/refused-values.ts';
import { listWords } from '../../../shared/text/list-words.ts';
import { cited } from '../../../shared/text/cite.ts';
import { asserted, awaited, constant, done } from './statements.ts';
import { Suite } from './suite.ts';
import type { TestContext } from './test-context.ts';

/** `test/orders/unique.test.ts`: no two records with the same key. */
export function uniqueTests(sample: Sample, context: TestContext): GeneratedFile | undefined {
  const { entity } = sample;
  const suite = new Suite(sample, context);
  if (entity.account) return undefined;
  const writable = writableFields(entity);
  for (const field of writable.filter(({ unique }) => unique)) taken(suite, [field], field);
  for (const key of entity.keys) {
    const fields = writable.filter(({ name }) => key.fields.includes(name));
    if (fields.length === key.fields.length) taken(suite, fields, key);
  }
  return suite.file('unique', entity);
}

/** A record that agrees with another in all properties of the key, and in those alone. */
function taken(suite: Suite, key: readonly Field[], node: Pick<Node, 'sources'>): void {
  const { sample } = suite;
  const names = key.map(jsonName);
  if (names.some((name) => (sample.record[name] ?? null) === null)) return;
  // The second record must differ in all other keys.
  if (sample.room < 2 || otherKeysCollide(sample, names)) return;
  const hasSecret = key.some(({ secret }) => secret);
  const source = hasSecret ? 'given' : 'record';
  const same = object(
    Object.fromEntries(names.map((name) => [name, `${source}[${literal(name)}]`])),
  );
  suite.use('assertTaken');
  suite.test(
    `refuses a second one of ${sample.many} with the same ${listWords(key.map(words))}${cited(node)}`,
    ...(hasSecret
      ? [`const given = ${suite.newRecord()};`, done(suite.request('create', suite.path, 'given'))]
      : [awaited('record', suite.created())]),
    constant('same', same),
    awaited('answer', suite.request('post', suite.path, suite.newRecord('same'))),
    asserted('assertTaken', 'answer', ...names.map((name) => literal(`/${name}`))),
  );
}

/** True if two samples that agree in a key would agree in another one too. */
function otherKeysCollide({ entity, record, unique }: Sample, names: readonly string[]): boolean {
  const differs = (field: Field) => {
    const name = jsonName(field);
    if (names.includes(name)) return false;
    const isNew = isReference(field) && readSymbol(record[name]) !== undefined;
    return isNew || record[name] === null || unique.some((property) => property.name === name);
  };
  const fields = writableFields(entity);
  const keys = [
    ...fields.filter(({ unique: alone }) => alone).map((field) => [field]),
    ...entity.keys.map((key) => fields.filter(({ name }) => key.fields.includes(name))),
  ].filter((key) => !key.every((field) => names.includes(jsonName(field))));
  return keys.some((key) => !key.some(differs));
}
