import { isReference, jsonName, writableFields } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import type { GeneratedFile } from '#files';
import { absent, fieldExample } from '#rules';
import type { JsonRecord } from '#rules';
import { literal, print } from '../../emit/code.ts';
import { within } from '../../../shared/samples/bounds.ts';
import { holds } from '../../../shared/samples/holds.ts';
import { NOW } from '../../../shared/samples/now.ts';
import { refusedValues, words } from '../../../shared/samples/refused-values.ts';
import type { RefusedValue } from '../../../shared/samples/refused-values.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { cited } from '../../../shared/text/cite.ts';
import { Repeated } from '../../../shared/samples/repeated.ts';
import { jsonCode, Raw } from '../text/json-code.ts';
import { awaited } from './statements.ts';
import { Suite } from './suite.ts';
import type { TestContext } from './test-context.ts';

/** Cases of one file: with more of them there is another file. */
const MOST = 100;

/** `test/orders/fields.test.ts`: which values each property takes, and which not. */
export function fieldsTests(sample: Sample, context: TestContext): readonly GeneratedFile[] {
  const cases = refusedCases(sample);
  const files: GeneratedFile[] = [];
  for (let start = 0; start < cases.length; start += MOST) {
    const suite = new Suite(sample, context);
    if (start === 0) defaults(suite);
    if (start === 0) accepted(suite);
    refused(suite, cases.slice(start, start + MOST));
    const file = suite.file(start === 0 ? 'fields' : `fields-${start / MOST + 1}`, sample.entity);
    if (file) files.push(file);
  }
  return files;
}

/** What a property holds that is not given (SP-1.12). */
function defaults(suite: Suite): void {
  const { sample } = suite;
  const { entity, record } = sample;
  const filled = entity.account ? {} : absentValues(sample);
  const names = Object.keys(filled);
  if (names.length === 0) return;
  const none = Object.fromEntries(names.map((name) => [name, new Raw('undefined')]));
  suite.use('assertHolds');
  suite.share(print(jsonCode(none), 'const none = ', ';'));
  suite.share(print(jsonCode(filled), 'const filled = ', ';'));
  suite.test(
    'fills in what is not given',
    awaited('record', suite.created('none')),
    'assertHolds(record, filled);',
  );
  const next = { ...record, ...filled };
  if (!holds(entity, { on: 'update', record: next, previous: record })) return;
  suite.test(
    'forgets what a replacement leaves out',
    `const given = ${suite.newRecord()};`,
    awaited('record', suite.request('create', suite.path, 'given')),
    'const less = { ...given, ...none };',
    awaited('answer', suite.request('put', suite.pathOf('record'), 'less')),
    'assertHolds(answer.body, filled);',
  );
}

/** What the properties hold that may all be left out at once. */
function absentValues({ entity, record }: Sample): JsonRecord {
  const filled: Record<string, unknown> = {};
  for (const field of writableFields(entity)) {
    const name = jsonName(field);
    const isState = field.name === entity.lifecycle?.field;
    const mustBeGiven = field.required && field.default === undefined;
    if (isState || mustBeGiven || field.secret || record[name] === null) continue;
    const next = { ...record, ...filled, [name]: absent(field, { now: NOW }) };
    if (holds(entity, { on: 'create', record: next })) filled[name] = next[name];
  }
  return filled;
}

function accepted(suite: Suite): void {
  const { sample, who } = suite;
  const { entity, record } = sample;
  const cases = writableFields(entity).flatMap((field) => {
    const name = jsonName(field);
    return acceptedValues(field)
      .filter(({ value }) => isFine(entity, record, { [name]: value }))
      .map((given) => [`${title(field, given)}${cited(field)}`, { [name]: given.value }]);
  });
  if (cases.length === 0) return;
  suite.use('test', 'assertHolds', 'Values');
  suite.share(
    print(jsonCode(cases, true), 'const accepted: [what: string, given: Values][] = ', ';'),
  );
  const secrets = secretsOf(entity);
  const send = entity.account
    ? suite.request('change', suite.pathOf(who), 'given')
    : suite.request('create', suite.path, suite.newRecord('given'));
  suite.add(
    [
      'for (const [what, given] of accepted) {',
      `  test(\`takes ${sample.many} with \${what}\`, async () => {`,
      ...suite.start.map((line) => `    ${line}`),
      `    ${awaited('record', send, 4)}`,
      `    assertHolds(${['record', 'given', ...secrets].join(', ')});`,
      '  });',
      '}',
    ].join('\n'),
  );
}

function refused(suite: Suite, cases: readonly unknown[]): void {
  const { sample, who } = suite;
  suite.use('test', 'assertRefused', 'Refused');
  suite.share(print(jsonCode(cases, true), 'const refused: Refused[] = ', ';'));
  const send = sample.entity.account
    ? suite.request('patch', suite.pathOf(who), 'given')
    : suite.request('post', suite.path, suite.newRecord('given'));
  suite.add(
    [
      'for (const [what, given, pointer, code] of refused) {',
      `  test(\`refuses ${sample.many} with \${what}\`, async () => {`,
      ...suite.start.map((line) => `    ${line}`),
      `    ${awaited('answer', send, 4)}`,
      '    assertRefused(answer, pointer, code);',
      '  });',
      '}',
    ].join('\n'),
  );
}

function refusedCases({ entity }: Sample): readonly unknown[] {
  const writable = new Set(writableFields(entity));
  const cases = entity.fields.flatMap((field) => {
    const name = jsonName(field);
    const values = writable.has(field) ? refusedValues(field) : [readOnly(field)];
    return values.map(({ inside = '', code, ...refused }) => [
      `${title(field, refused)}${cited(field)}`,
      { [name]: refused.value },
      `/${name}${inside}`,
      code,
    ]);
  });
  const taken = new Set(entity.fields.map(jsonName));
  const unknown = ['surprise', 'surprise2'].find((name) => !taken.has(name)) ?? 'surprise3';
  return [
    ...cases,
    ['an id of their own', { id: 1 }, '/id', 'read-only'],
    ['an unknown property', { [unknown]: 1 }, `/${unknown}`, 'unknown-property'],
  ];
}

function readOnly(field: Field): RefusedValue {
  const value = fieldExample(field, { serial: 1, now: NOW, roles: [], references: () => [] });
  return { value, code: 'read-only', words: `a ${words(field)} of their own` };
}

/** What is special about a value, in words. */
function title(
  field: Field,
  { value, words: given }: Pick<RefusedValue, 'value' | 'words'>,
): string {
  if (given !== undefined) return given;
  return `${words(field)} ${JSON.stringify(value)}`;
}

/** The values at the limits of a field. */
function acceptedValues(field: Field): readonly Pick<RefusedValue, 'value' | 'words'>[] {
  if (isReference(field)) return [];
  const lengths = [field.minLength, field.maxLength].filter((length) => length !== undefined);
  const isText = field.type.kind === 'string' || field.type.kind === 'text';
  const texts = isText && field.pattern === undefined ? lengths.filter((length) => length > 0) : [];
  const options = field.type.kind === 'enum' ? field.type.values.map(({ value }) => value) : [];
  return [
    ...[...within(field), ...options.slice(0, 10)].map((value) => ({ value })),
    // A character of two UTF-16 units counts once.
    ...texts.map((length) => ({
      value: new Repeated('🎉', length),
      words: `${words(field)} of ${length} character${length === 1 ? '' : 's'}`,
    })),
  ];
}

function isFine(entity: Entity, record: JsonRecord, change: JsonRecord): boolean {
  const next = { ...record, ...change };
  const state = entity.fields.find(({ name }) => name === entity.lifecycle?.field);
  if (state && jsonName(state) in change) return false;
  return entity.account
    ? holds(entity, { on: 'update', record: next, previous: record })
    : holds(entity, { on: 'create', record: next });
}

function secretsOf(entity: Entity): readonly string[] {
  return writableFields(entity)
    .filter(({ secret }) => secret)
    .map((field) => literal(jsonName(field)));
}
