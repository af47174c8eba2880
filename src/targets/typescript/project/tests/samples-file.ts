import type { GeneratedFile } from '#files';
import type { JsonRecord } from '#rules';
import { call, literal, print } from '../../emit/code.ts';
import { Imports } from '../../emit/imports.ts';
import { differences } from '../../../shared/samples/differences.ts';
import type { Counted, Sample } from '../../../shared/samples/sample.ts';
import { article } from '../../../shared/text/article.ts';
import { jsonCode, Raw } from '../text/json-code.ts';
import { templateText } from '../text/template-text.ts';
import { hasOwnPermissions } from '../../../shared/samples/reach.ts';
import { hasReferences, withReferences } from './reference-code.ts';
import { inStateName, newCall } from './sample-calls.ts';
import { useSupport } from './support-names.ts';
import type { TestContext } from './test-context.ts';
import { testFile } from './test-file.ts';
import { testFolder } from './test-folder.ts';

/** `test/orders/samples.ts`: functions that make records for tests. */
export function samplesFile(sample: Sample, context: TestContext): GeneratedFile {
  const imports = new Imports();
  const blocks = [maker(sample, context, imports)];
  if (!sample.entity.account) blocks.push(creator(sample, context, imports));
  if (sample.states.size > 1) blocks.push(...stateMaker(sample, context, imports));
  return testFile(`test/${testFolder(sample)}/samples.ts`, imports, blocks, sample.entity);
}

function maker(sample: Sample, context: TestContext, imports: Imports): string {
  const { type, one, record, unique } = sample;
  const { voice } = context;
  const isAsync = hasReferences(record);
  const values = useSupport(imports, 'Values');
  const listed = unique.flatMap(({ name, values: few }) => (few ? [[name, few] as const] : []));
  const varied = unique.map(({ name, counted, values: few }): [string, Raw] => [
    name,
    new Raw(counted ? countedCode(counted) : `few.${name}[n % ${few?.length}]`),
  ]);
  const all = {
    ...(withReferences(record, context, imports) as object),
    ...Object.fromEntries(varied),
  };
  const parameters = [
    ...(isAsync ? [`${voice.name}: ${voice.type(imports)}`] : []),
    `given: ${values} = {}`,
  ];
  const result = isAsync ? `Promise<${values}>` : values;
  return [
    ...(unique.length > 0 ? ['let made = 0;', ''] : []),
    `/** What makes ${article(one)}; \`given\` is laid over it. */`,
    ...signature(`${isAsync ? 'async ' : ''}function new${type}`, parameters, result),
    ...(unique.length > 0 ? ['  const n = (made += 1);'] : []),
    ...(listed.length > 0
      ? [
          `  ${print(jsonCode(withReferences(Object.fromEntries(listed), context, imports)), 'const few = ', ';', 2)}`,
        ]
      : []),
    `  return ${Object.keys(all).length === 0 ? '{ ...given }' : withGiven(print(jsonCode(all, true), '', '', 2))};`,
    '}',
  ].join('\n');
}

/** The formatter keeps an object tall that begins on a line of its own. */
function withGiven(record: string): string {
  return record.replace(/\n {2}\}$/, '\n    ...given,\n  }');
}

function creator(sample: Sample, context: TestContext, imports: Imports): string {
  const { type, one, path } = sample;
  const { voice } = context;
  const maker = makerOf(sample, context);
  const values = useSupport(imports, 'Values');
  const parameters = [
    `${voice.name}: ${voice.type(imports)}`,
    `given: ${values} = {}`,
    ...maker.parameter,
  ];
  const result = `Promise<${useSupport(imports, 'Saved')}>`;
  return [
    `/** Creates ${article(one)}${maker.note}. */`,
    ...signature(`async function create${type}`, parameters, result),
    `  ${print(call(`${maker.name}.create`, literal(path), newCall(sample, context, 'given')), 'return ', ';', 2)}`,
    '}',
  ].join('\n');
}

/** Where roles have only their own records, tests need records of other makers. */
function makerOf({ entity }: Sample, { input, voice }: TestContext) {
  return hasOwnPermissions(input.service, entity)
    ? { name: 'maker', parameter: [`maker = ${voice.name}`], note: ' that belongs to `maker`' }
    : { name: voice.name, parameter: [], note: '' };
}

/** The changes that lead to each state, and a function that makes a record in one. */
function stateMaker(sample: Sample, context: TestContext, imports: Imports): readonly string[] {
  const { type, one, path } = sample;
  const { voice } = context;
  const all = stateChanges(sample);
  const isAsync = hasReferences(all);
  const kind = ` satisfies Record<string, readonly ${useSupport(imports, 'Values')}[]>;`;
  const changes = jsonCode(withReferences(all, context, imports), true);
  const ways = isAsync
    ? [
        `async function waysOf(${voice.name}: ${voice.type(imports)}) {`,
        `  ${print(changes, 'return ', kind, 2)}`,
        '}',
      ]
    : [print(changes, 'const ways = ', kind)];
  const maker = makerOf(sample, context);
  const states = isAsync ? 'Awaited<ReturnType<typeof waysOf>>' : 'typeof ways';
  const parameters = [
    `state: keyof ${states}`,
    `${voice.name}: ${voice.type(imports)}`,
    ...maker.parameter,
  ];
  const made = maker.parameter.length > 0 ? `${voice.name}, {}, ${maker.name}` : voice.name;
  return [
    [`/** The changes that take a new ${one} to each state, one after the other. */`, ...ways].join(
      '\n',
    ),
    [
      `/** Creates ${article(one)}${maker.note} and takes it to a state. */`,
      ...signature(
        `async function ${inStateName(sample)}`,
        parameters,
        `Promise<${useSupport(imports, 'Saved')}>`,
      ),
      ...(isAsync ? [`  const ways = await waysOf(${voice.name});`] : []),
      `  let record = await create${type}(${made});`,
      '  for (const change of ways[state]) {',
      `    ${print(call(`${voice.name}.change`, `\`${path}/\${record.id}\``, 'change'), 'record = await ', ';', 4)}`,
      '  }',
      '  return record;',
      '}',
    ].join('\n'),
  ];
}

function stateChanges({ states }: Sample): Readonly<Record<string, readonly JsonRecord[]>> {
  const changes = [...states].map(([state, [first, ...path]]) => {
    const steps = path.map((record, index) => differences(path[index - 1] ?? first, record));
    return [state, steps] as const;
  });
  return Object.fromEntries(changes);
}

function signature(head: string, parameters: readonly string[], result: string): readonly string[] {
  const line = `export ${head}(${parameters.join(', ')}): ${result} {`;
  if (line.length <= 100) return [line];
  return [`export ${head}(`, ...parameters.map((parameter) => `  ${parameter},`), `): ${result} {`];
}

function countedCode(counted: Counted): string {
  if ('from' in counted) return `${counted.from} + n`;
  const { before, after, first } = counted;
  const n = first === undefined ? 'n' : `${first} + n`;
  return `\`${templateText(before)}\${${n}}${templateText(after)}\``;
}
