import { countsRows } from '#blueprint';
import type { Lifecycle, Transition } from '#blueprint';
import type { GeneratedFile } from '#files';
import { afterTransition, brokenGuard, stateName } from '#rules';
import type { JsonRecord } from '#rules';
import { call, literal, object, print } from '../../emit/code.ts';
import { exampleSetting } from '../../../shared/samples/create-samples.ts';
import { differences } from '../../../shared/samples/differences.ts';
import { holds } from '../../../shared/samples/holds.ts';
import { reachOf } from '../../../shared/samples/reach.ts';
import { fieldsIn } from '../../../shared/samples/rule-fields.ts';
import { rulePart } from '../../../shared/samples/rule-part.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { article } from '../../../shared/text/article.ts';
import { cited } from '../../../shared/text/cite.ts';
import { jsonCode } from '../text/json-code.ts';
import { withReferences } from './reference-code.ts';
import { asserted, awaited, constant } from './statements.ts';
import { Suite } from './suite.ts';
import type { TestContext } from './test-context.ts';

/** Steps that are not allowed, tested at most. */
const MOST = 40;

/** `test/orders/states.test.ts`: each transition, who may take it, and that there are no others. */
export function statesTests(sample: Sample, context: TestContext): GeneratedFile | undefined {
  const { lifecycle, account } = sample.entity;
  if (lifecycle === undefined || account) return undefined;
  const suite = new Suite(sample, context);
  firstState(suite, lifecycle);
  for (const transition of lifecycle.transitions) {
    const from = transition.from.find((state) => step(suite, transition, state) !== undefined);
    if (from === undefined) continue;
    taken(suite, transition, from);
    forbidden(suite, transition, from);
    guarded(suite, transition, from);
  }
  otherSteps(suite, lifecycle);
  return suite.file('states', sample.entity, lifecycle);
}

function firstState(suite: Suite, lifecycle: Lifecycle): void {
  const { sample } = suite;
  const name = stateName(sample.entity);
  const other = lifecycle.states.find(({ value }) => value !== lifecycle.initial);
  if (other === undefined) return;
  suite.use('assert', 'assertRefused');
  suite.test(
    `starts ${article(sample.one)} as ${lifecycle.initial}${cited(lifecycle)}`,
    awaited('record', suite.created(object({ [name]: 'null' }))),
    asserted('assert.equal', `record[${literal(name)}]`, literal(lifecycle.initial)),
    constant('given', object({ [name]: literal(other.value) })),
    awaited('answer', suite.request('post', suite.path, suite.newRecord('given'))),
    asserted('assertRefused', 'answer', literal(`/${name}`), "'enum'"),
  );
}

function taken(suite: Suite, transition: Transition, from: string): void {
  const { sample } = suite;
  const name = stateName(sample.entity);
  const change = step(suite, transition, from) ?? {};
  suite.use('assert');
  suite.test(
    `${transition.label}: ${from} → ${transition.to}${cited(transition)}`,
    awaited('record', suite.inState(from)),
    constant('change', changeCode(suite, change)),
    awaited('changed', suite.request('change', suite.pathOf('record'), 'change')),
    asserted('assert.equal', `changed[${literal(name)}]`, literal(transition.to)),
    ...told(suite, transition),
  );
}

/** The event of the transition is the last that happened to the record. */
function told(suite: Suite, transition: Transition): readonly string[] {
  const { sample, context } = suite;
  const event = context.events
    .get(sample.entity.id)
    ?.find((candidate) => candidate.transition === transition.name);
  if (event === undefined) return [];
  const type = literal(`${context.input.service.name}.${event.name}`);
  return [
    awaited('events', suite.request('all', "'/events'")),
    'const types = events.filter(({ subject }) => subject === record.id).map(({ type }) => type);',
    asserted('assert.ok', `types.includes(${type})`),
  ];
}

/** A role that may change the record, but not in this way. */
function forbidden(suite: Suite, transition: Transition, from: string): void {
  const { sample, context } = suite;
  if (transition.roles.length === 0) return;
  const others = context.roles.filter((role) => !transition.roles.includes(role));
  const role = others.find((candidate) => maker(suite, candidate) !== undefined);
  const way = step(suite, transition, from);
  if (role === undefined || way === undefined) return;
  // Another transition to the same state may be open to the role.
  const rival = sample.entity.lifecycle?.transitions.some(
    ({ from: states, to, roles }) =>
      states.includes(from) && to === transition.to && (roles.length === 0 || roles.includes(role)),
  );
  if (rival) return;
  suite.use('join', 'assertProblem');
  suite.test(
    `${transition.label}: not for ${role}${cited(transition)}`,
    `const caller = await join(owner, ${literal(role)});`,
    awaited('record', suite.inState(from, ...(maker(suite, role) ?? []))),
    constant('change', changeCode(suite, way)),
    awaited('answer', call('caller.patch', suite.pathOf('record'), 'change')),
    "assertProblem(answer, 403, 'forbidden');",
  );
}

/** Who must have made a record so that the role may change it; undefined if it can't. */
function maker({ sample, context }: Suite, role: string): readonly string[] | undefined {
  const { service } = context.input;
  const reach = reachOf(service, sample.entity, 'update', role);
  if (reach === 'open' || reach === 'all') return [];
  if (reach === 'none' || reachOf(service, sample.entity, 'create', role) === 'none')
    return undefined;
  return holds(sample.entity, { on: 'create', record: sample.record, roles: [role] })
    ? ['caller']
    : undefined;
}

function guarded(suite: Suite, transition: Transition, from: string): void {
  const { sample, context } = suite;
  const { guard } = transition;
  if (guard === undefined || countsRows(guard)) return;
  const part = rulePart(sample.entity, [...stateField(sample.entity), ...fieldsIn(guard)]);
  const before = recordIn(sample, from);
  const setting = exampleSetting(context.input, context.samples, sample.entity);
  const broken = before && brokenGuard(part, transition, before, setting);
  if (before === undefined || broken === undefined) return;
  suite.use('assertRule');
  suite.test(
    `${transition.label}: not before it is ready${cited(transition)}`,
    awaited('record', suite.inState(from)),
    constant('change', changeCode(suite, differences(before, broken))),
    awaited('answer', suite.request('patch', suite.pathOf('record'), 'change')),
    asserted('assertRule', 'answer', literal(transition.id)),
  );
}

function otherSteps(suite: Suite, lifecycle: Lifecycle): void {
  const { sample } = suite;
  const name = stateName(sample.entity);
  const steps = [...sample.states.keys()].flatMap((from) =>
    lifecycle.states
      .map(({ value }) => value)
      .filter((to) => to !== from && !isPossible(lifecycle, from, to))
      .map((to) => [from, to]),
  );
  if (steps.length === 0) return;
  suite.use('test', 'assertProblem');
  suite.share(print(jsonCode(steps.slice(0, MOST), true), 'const impossible = ', ' as const;'));
  const [first] = sample.states.keys();
  const isOnlyFirst = steps.every(([from]) => from === first);
  const record = isOnlyFirst ? suite.created() : suite.taken('from');
  suite.add(
    [
      `for (const [${isOnlyFirst ? ', to' : 'from, to'}] of impossible) {`,
      `  test(\`knows no way from ${isOnlyFirst ? first : '${from}'} to \${to}\`, async () => {`,
      ...suite.start.map((line) => `    ${line}`),
      `    ${awaited('record', record, 4)}`,
      `    ${awaited('answer', suite.request('patch', suite.pathOf('record'), object({ [name]: 'to' })), 4)}`,
      "    assertProblem(answer, 409, 'invalid-transition');",
      '  });',
      '}',
    ].join('\n'),
  );
}

function isPossible({ transitions }: Lifecycle, from: string, to: string): boolean {
  return transitions.some((transition) => transition.from.includes(from) && transition.to === to);
}

/** The change that takes a transition from a state that tests can reach. */
function step(
  { sample, context }: Suite,
  transition: Transition,
  from: string,
): JsonRecord | undefined {
  const before = recordIn(sample, from);
  if (before === undefined) return undefined;
  const setting = exampleSetting(context.input, context.samples, sample.entity);
  const part = rulePart(sample.entity, stateField(sample.entity));
  const after = afterTransition(part, transition, before, setting);
  return after && differences(before, after);
}

/** The sample in a state; undefined if tests can't take it there. */
function recordIn({ states }: Sample, state: string): JsonRecord | undefined {
  return states.get(state)?.at(-1);
}

function changeCode({ context, imports }: Suite, change: JsonRecord) {
  return jsonCode(withReferences(change, context, imports));
}

function stateField({ lifecycle }: Sample['entity']): readonly string[] {
  return lifecycle ? [lifecycle.field] : [];
}
