import { jsonName } from '#blueprint';
import type { Rule } from '#blueprint';
import { breakingExample } from '../../../shared/samples/breaking-example.ts';
import type { BreakingExample } from '../../../shared/samples/breaking-example.ts';
import type { SampleContext } from '../../../shared/samples/sample-context.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import type { JsonRecord } from '#rules';
import { literal } from '../../emit/code.ts';
import { letJson, line } from './statements.ts';
import { testValue } from './test-value.ts';

/** The statements that break a rule which counts other records; undefined where no short way was found. */
export function severalTest(
  sample: Sample,
  rule: Rule,
  context: SampleContext,
): readonly string[] | undefined {
  const example = breakingExample(sample, rule, context);
  if (!example) return undefined;
  const { accepted, refused, rows } = example;
  const isEnd = refused.kind === 'delete' || refused.kind === 'remove';
  const member = rows ? literal(rows.sample.entity.name) : 'NAME';
  return [
    line('let record = owner.create(NAME, &json!({})).await.is(201).json();'),
    ...(rows
      ? [
          membersOf(accepted.map((given) => testValue(given, context.input.service))),
          line(
            `${refused.kind === 'delete' ? 'let first = ' : ''}owner.members(${member}, ${linkOf(rows)}, &record, &members).await;`,
          ),
        ]
      : []),
    ...attempt(example, context, rows ? member : 'NAME'),
    line(`answer.breaks(${isEnd ? 409 : 422}, ${literal(rule.id)});`),
  ];
}

/** Equal ones are written once. */
function membersOf(all: readonly unknown[]): string {
  const [first] = all;
  const text = JSON.stringify(first);
  const isSame = all.length > 2 && all.every((one) => JSON.stringify(one) === text);
  if (!isSame) return letJson('members', all);
  return letJson('one', first) + line(`let members = json!(vec![one; ${all.length}]);`);
}

/** How members refer to the record. */
function linkOf({ by }: NonNullable<BreakingExample['rows']>): string {
  const isMany = by.type.kind === 'reference' && by.type.cardinality === 'many';
  return `${literal(jsonName(by))}, ${isMany}`;
}

function attempt(
  { rows, refused }: BreakingExample,
  { input }: SampleContext,
  member: string,
): readonly string[] {
  const given = (values: JsonRecord) => testValue(values, input.service);
  switch (refused.kind) {
    case 'create':
      return [
        letJson('given', given(refused.given)),
        letJson('same', refused.same),
        line(
          rows
            ? `let answer = owner.member(${member}, ${linkOf(rows)}, &record, &given, &same).await;`
            : `let answer = owner.alike(${member}, &record, &given, &same).await;`,
        ),
      ];
    case 'update':
      return [
        letJson('change', given(refused.change)),
        line('let answer = owner.patch(&path_of(PATH, &record), &change).await;'),
      ];
    case 'delete':
      return [line(`let answer = owner.remove(${member}, &first).await;`)];
    case 'remove':
      return [line('let answer = owner.delete(&path_of(PATH, &record)).await;')];
  }
}
