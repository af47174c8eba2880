import { jsonName } from '#blueprint';
import type { Rule } from '#blueprint';
import type { JsonRecord } from '#rules';
import { breakingExample } from '../../../shared/samples/breaking-example.ts';
import type { BreakingExample } from '../../../shared/samples/breaking-example.ts';
import { call, literal, print } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';
import { jsonCode, Raw } from '../text/json-code.ts';
import { withReferences } from './reference-code.ts';
import { newCall } from './sample-calls.ts';
import { asserted, awaited, done } from './statements.ts';
import type { Suite } from './suite.ts';
import { testFolder } from './test-folder.ts';

/** The statements that break a rule which counts other records; undefined where no short way was found. */
export function severalTest(suite: Suite, rule: Rule): readonly string[] | undefined {
  const example = breakingExample(suite.sample, rule, suite.context);
  if (!example) return undefined;
  const { accepted, refused } = example;
  suite.use('assertRule');
  const isDelete = refused.kind === 'delete' || refused.kind === 'remove';
  const created = suite.created(...(isEmpty(example.own) ? [] : [jsonCode(example.own)]));
  return [
    example.read ? awaited('record', created) : done(created),
    ...accepted.flatMap((given, index) => row(suite, example, given, index)),
    ...attempt(suite, example),
    asserted('assertRule', 'refused', literal(rule.id), ...(isDelete ? ['409'] : [])),
  ];
}

const isEmpty = (values: object) => Object.keys(values).length === 0;

/** Equal rows are made in a loop; the first has a name where it is deleted later. */
function row(
  suite: Suite,
  { rows, accepted, refused }: BreakingExample,
  given: JsonRecord,
  index: number,
): readonly string[] {
  if (!rows) return [];
  const text = JSON.stringify(given);
  const isSame = accepted.every((other) => JSON.stringify(other) === text);
  const { sample } = rows;
  const create = suite.imports.value(moduleOf(suite, sample), `create${sample.type}`);
  const code = call(create, suite.who, values(suite, rows, given));
  if (!isSame || accepted.length < 3 || refused.kind === 'delete') {
    const isNamed = index === 0 && refused.kind === 'delete';
    return [isNamed ? awaited('first', code) : done(code)];
  }
  if (index > 0) return [];
  return [
    `for (let made = 0; made < ${accepted.length}; made += 1) {`,
    `  ${print(code, 'await ', ';', 4)}`,
    '}',
  ];
}

function attempt(suite: Suite, { rows, refused }: BreakingExample): readonly string[] {
  const request = (method: string, ...args: readonly Code[]) =>
    awaited('refused', call(`${suite.who}.${method}`, ...args));
  switch (refused.kind) {
    case 'create': {
      const { given, same } = refused;
      const sample = rows?.sample ?? suite.sample;
      suite.imports.value(moduleOf(suite, sample), `new${sample.type}`);
      const own = Object.fromEntries(
        same.map((name) => [name, new Raw(`record[${literal(name)}]`)]),
      );
      const body = print(values(suite, rows, { ...own, ...given }), 'const broken = ', ';', 2);
      return [
        body,
        request('post', literal(sample.path), newCall(sample, suite.context, 'broken')),
      ];
    }
    case 'update': {
      const change = jsonCode(withReferences(refused.change, suite.context, suite.imports));
      return [
        print(change, 'const broken = ', ';', 2),
        request('patch', suite.pathOf('record'), 'broken'),
      ];
    }
    case 'delete':
      return [request('delete', `\`${rows?.sample.path}/\${first.id}\``)];
    case 'remove':
      return [request('delete', suite.pathOf('record'))];
  }
}

function values(suite: Suite, rows: BreakingExample['rows'], given: JsonRecord): Code {
  const link = rows && new Raw(isMany(rows) ? '[record.id]' : 'record.id');
  const all = { ...(rows && { [jsonName(rows.by)]: link }), ...given };
  return jsonCode(withReferences(all, suite.context, suite.imports));
}

function isMany({ by }: NonNullable<BreakingExample['rows']>): boolean {
  return by.type.kind === 'reference' && by.type.cardinality === 'many';
}

function moduleOf({ sample }: Suite, other: Suite['sample']): string {
  return other === sample ? './samples.ts' : `../${testFolder(other)}/samples.ts`;
}
