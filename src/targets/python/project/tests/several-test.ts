import { jsonName } from '#blueprint';
import type { Rule } from '#blueprint';
import type { JsonRecord } from '#rules';
import { breakingExample } from '../../../shared/samples/breaking-example.ts';
import type { BreakingExample } from '../../../shared/samples/breaking-example.ts';
import type { SampleContext } from '../../../shared/samples/sample-context.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { call, dict, list, literal, print } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';
import { jsonCode } from './json-code.ts';

/** The statements that break a rule which counts other records; undefined where no short way was found. */
export function severalTest(
  sample: Sample,
  rule: Rule,
  context: SampleContext,
): readonly string[] | undefined {
  const example = breakingExample(sample, rule, context);
  if (!example) return undefined;
  const { accepted, refused, rows } = example;
  const own =
    Object.keys(example.own).length > 0 ? [jsonCode(example.own, context.input.service)] : [];
  const made = call('owner.create', [literal(sample.entity.name), ...own]);
  const isEnd = refused.kind === 'delete' || refused.kind === 'remove';
  const status = isEnd ? ', 409' : '';
  return [
    print(made, example.read ? 'record = ' : '', '\n', 4),
    ...accepted.flatMap((given, index) => row(example, context, given, index)),
    ...attempt(sample, example, context, rows?.sample ?? sample),
    `    assert_rule(refused, ${literal(rule.id)}${status})\n`,
  ];
}

/** Equal rows are made in a loop; the first has a name where it is deleted later. */
function row(
  { rows, accepted, refused }: BreakingExample,
  context: SampleContext,
  given: JsonRecord,
  index: number,
): readonly string[] {
  if (!rows) return [];
  const text = JSON.stringify(given);
  const isSame = accepted.every((other) => JSON.stringify(other) === text);
  const code = call('owner.create', [
    literal(rows.sample.entity.name),
    values(rows, context, given),
  ]);
  if (!isSame || accepted.length < 3 || refused.kind === 'delete') {
    return [print(code, index === 0 && refused.kind === 'delete' ? 'first = ' : '', '\n', 4)];
  }
  if (index > 0) return [];
  return [`    for _ in range(${accepted.length}):\n`, print(code, '', '\n', 8)];
}

function attempt(
  own: Sample,
  { rows, refused }: BreakingExample,
  context: SampleContext,
  sample: Sample,
): readonly string[] {
  const request = (method: string, ...args: readonly Code[]) =>
    print(call(`owner.${method}`, args), 'refused = ', '\n', 4);
  switch (refused.kind) {
    case 'create': {
      const same = Object.fromEntries(
        refused.same.map((name): [string, Code] => [name, `record[${literal(name)}]`]),
      );
      const given = values(rows, context, refused.given, same);
      const record = call(`samples()[${literal(sample.entity.name)}].new`, [given]);
      return [print(record, 'broken = ', '\n', 4), request('post', literal(sample.path), 'broken')];
    }
    case 'update': {
      const change = jsonCode(refused.change, context.input.service);
      return [
        print(change, 'broken = ', '\n', 4),
        request('patch', `f"${own.path}/{record['id']}"`, 'broken'),
      ];
    }
    case 'delete':
      return [request('delete', `f"${sample.path}/{first['id']}"`)];
    case 'remove':
      return [request('delete', `f"${own.path}/{record['id']}"`)];
  }
}

function values(
  rows: BreakingExample['rows'],
  { input }: SampleContext,
  given: JsonRecord,
  same: Readonly<Record<string, Code>> = {},
): Code {
  const id = 'record["id"]';
  const own = Object.entries(given).map(([name, value]): [string, Code] => [
    name,
    jsonCode(value, input.service),
  ]);
  const type = rows?.by.type;
  const isMany = type?.kind === 'reference' && type.cardinality === 'many';
  const link: Readonly<Record<string, Code>> = rows
    ? { [jsonName(rows.by)]: isMany ? list([id]) : id }
    : {};
  return dict({ ...link, ...same, ...Object.fromEntries(own) });
}
