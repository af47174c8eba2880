import { countsRows, isEnforceable, jsonName } from '#blueprint';
import type { Entity, Rule } from '#blueprint';
import type { GeneratedFile } from '#files';
import { stateName } from '#rules';
import type { JsonRecord, RuleExample } from '#rules';
import { call, literal, print } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';
import { callersOf } from '../../../shared/samples/callers.ts';
import { exampleSetting } from '../../../shared/samples/create-samples.ts';
import { differences } from '../../../shared/samples/differences.ts';
import { readSymbol } from '../../../shared/samples/reference-symbol.ts';
import { plainExamples } from '../../../shared/samples/plain-examples.ts';
import { reachOf } from '../../../shared/samples/reach.ts';
import { fieldsIn, readsRoles, ruleFields } from '../../../shared/samples/rule-fields.ts';
import { rulePart } from '../../../shared/samples/rule-part.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { startValues } from '../../../shared/samples/start-values.ts';
import { cited } from '../../../shared/text/cite.ts';
import { jsonCode } from '../text/json-code.ts';
import { oneLine } from '../../../shared/text/markdown.ts';
import { withReferences } from './reference-code.ts';
import { severalTest } from './several-test.ts';
import { asserted, awaited, constant } from './statements.ts';
import { Suite } from './suite.ts';
import type { TestContext } from './test-context.ts';

/** `test/orders/rules.test.ts`: a write that keeps each rule, and one that breaks it. */
export function rulesTests(sample: Sample, context: TestContext): GeneratedFile | undefined {
  const { entity } = sample;
  const suite = new Suite(sample, context);
  const setting = exampleSetting(context.input, context.samples, entity);
  const callers = callersOf(context.input.blueprint, context.input.service, entity);
  // To the other rules it is all the same who writes.
  const callersFor = ({ expression }: Rule) =>
    readsRoles(expression) ? callers.toReversed() : [['owner']];
  for (const rule of entity.rules) {
    const title = `${oneLine(rule.statement).replace(/\.$/, '')}${cited(rule)}`;
    const several = countsRows(rule.expression) ? severalTest(suite, rule) : undefined;
    if (several) {
      suite.test(title, ...several);
      continue;
    }
    const part = rulePart(entity, fieldsIn(rule.expression));
    const { passes, fails } = plainExamples(part, rule, setting, callersFor(rule));
    if (fails === undefined) {
      suite.use('test');
      const todo = print(call('test.todo', literal(title)), '', ';');
      suite.add(comment(entity, rule) + todo);
      continue;
    }
    suite.test(
      title,
      ...attempt(suite, rule, fails, 'broken'),
      ...(passes && sample.room > 1 ? ['', ...attempt(suite, rule, passes, 'kept')] : []),
    );
  }
  return suite.file('rules', entity, ...entity.rules);
}

function comment(entity: Entity, { expression }: Rule): string {
  if (!isEnforceable(expression, entity)) return '// Reads unrelated records: not enforced.\n';
  return countsRows(expression)
    ? '// No short way was found to break it.\n'
    : '// No example was found that breaks this rule alone.\n';
}

/** The statements that make one write, and judge its answer. */
function attempt(
  suite: Suite,
  rule: Rule,
  example: RuleExample,
  word: 'broken' | 'kept',
): readonly string[] {
  const { sample, who, context } = suite;
  const { operation, roles, before } = example;
  const [role = 'owner'] = roles;
  const caller = role === 'owner' ? who : word === 'broken' ? 'caller' : 'permitted';
  const join = role === 'owner' ? [] : [`const ${caller} = await join(owner, ${literal(role)});`];
  if (join.length > 0) suite.use('join');
  const answer = word === 'broken' ? 'refused' : 'accepted';
  const judged = judge(suite, rule, operation, answer);
  const request = (method: string, ...args: readonly Code[]) =>
    awaited(answer, call(`${caller}.${method}`, ...args));
  if (sample.entity.account) {
    const last = operation === 'create' ? sample.record : (before.at(-1) ?? sample.record);
    const change = constant(word, shown(suite, rule, last, example.record));
    return [change, request('patch', suite.pathOf('owner'), word), judged];
  }
  if (operation === 'create') {
    const given = constant(word, shown(suite, rule, sample.record, example.record));
    return [...join, given, request('post', suite.path, suite.newRecord(word)), judged];
  }
  const last = before.at(-1) ?? {};
  const reach = reachOf(context.input.service, sample.entity, operation, role);
  const maker = role !== 'owner' && reach === 'own' ? [caller] : [];
  const record = word === 'broken' ? 'record' : 'other';
  const given = startValues(sample, before);
  const made = given
    ? suite.created(jsonCode(withReferences(given, context, suite.imports)), ...maker)
    : suite.inState(stateOf(sample, last), ...maker);
  const start = [...join, awaited(record, made)];
  if (operation === 'delete') return [...start, request('delete', suite.pathOf(record)), judged];
  const change = constant(word, shown(suite, rule, last, example.record));
  return [...start, change, request('patch', suite.pathOf(record), word), judged];
}

function judge(
  suite: Suite,
  rule: Rule,
  operation: RuleExample['operation'],
  answer: 'refused' | 'accepted',
): string {
  const isDelete = operation === 'delete';
  if (answer === 'refused') {
    suite.use('assertRule');
    return asserted('assertRule', answer, literal(rule.id), ...(isDelete ? ['409'] : []));
  }
  suite.use('assert');
  const isCreate = operation === 'create' && !suite.sample.entity.account;
  return `assert.equal(accepted.status, ${isDelete ? 204 : isCreate ? 201 : 200});`;
}

/** What a write changes, and whatever else the rule reads. */
function shown(suite: Suite, rule: Rule, before: JsonRecord, after: JsonRecord) {
  const { sample, context, imports } = suite;
  const read = fieldsIn(rule.expression);
  const all = ruleFields(sample.entity);
  // What is unique differs from record to record: a record keeps its own.
  const names = new Set(
    sample.entity.fields
      .filter(({ name, unique }) => read.has(name) && !unique)
      .map((field) => jsonName(field))
      .filter((name) => !sample.unique.some((one) => one.name === name)),
  );
  const changed = differences(before, after);
  const state = stateName(sample.entity);
  const judged = new Set(sample.entity.fields.filter(({ name }) => all.has(name)).map(jsonName));
  const entries = Object.entries(after).filter(([name, value]) =>
    name in changed
      ? judged.has(name) || name === state
      : names.has(name) && name !== state && isPlain(value),
  );
  return jsonCode(withReferences(Object.fromEntries(entries), context, imports));
}

/** References are left to the sample, which makes what they refer to. */
function isPlain(value: unknown): boolean {
  return value !== null && typeof value !== 'object' && readSymbol(value) === undefined;
}

function stateOf({ entity, states }: Sample, record: JsonRecord): string {
  const state = entity.lifecycle ? String(record[stateName(entity)]) : '';
  return states.has(state) ? state : (states.keys().next().value ?? '');
}
