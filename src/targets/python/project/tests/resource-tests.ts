import { countsRows, isEnforceable, jsonName, writableFields } from '#blueprint';
import type { Rule, Transition } from '#blueprint';
import type { GeneratedFile } from '#files';
import { afterTransition, stateName } from '#rules';
import type { JsonRecord, RuleExample } from '#rules';
import { generated } from '../../../shared/generated.ts';
import { callersOf } from '../../../shared/samples/callers.ts';
import { exampleSetting } from '../../../shared/samples/create-samples.ts';
import { differences } from '../../../shared/samples/differences.ts';
import { plainExamples } from '../../../shared/samples/plain-examples.ts';
import { reachOf } from '../../../shared/samples/reach.ts';
import { refusedValues, words } from '../../../shared/samples/refused-values.ts';
import { fieldsIn, readsRoles } from '../../../shared/samples/rule-fields.ts';
import { rulePart } from '../../../shared/samples/rule-part.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { startValues } from '../../../shared/samples/start-values.ts';
import { cited } from '../../../shared/text/cite.ts';
import type { SampleContext } from '../../../shared/samples/sample-context.ts';
import { call, list, literal, print, tuple } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';
import { docstring } from '../../emit/docstring.ts';
import { entityNames } from '../../names.ts';
import { functionNames } from '../../entity/check-function.ts';
import { jsonCode } from './json-code.ts';
import { permissionCases } from '../../../shared/samples/permission-cases.ts';
import { severalTest } from './several-test.ts';

/** Cases of one table, at most. */
const MOST = 60;

/** `tests/test_orders.py`: values, rules, transitions and permissions, with the lines that ask for them. */
export function resourceTests(sample: Sample, context: SampleContext): GeneratedFile | undefined {
  const { entity } = sample;
  if (entity.account) return undefined;
  const uses = new Set(['Caller']);
  const parts = [
    refused(sample, context, uses),
    ...rules(sample, context, uses),
    ...transitions(sample, context, uses),
    impossible(sample, uses),
    permissions(sample, context, uses),
  ].filter((part) => part !== '');
  const body = parts.join('\n\n');
  const ref = body.includes('Ref(') ? ['Ref'] : [];
  const head = body.includes('pytest.') ? 'import pytest\n\n' : '';
  const names = [...uses, ...ref].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const path = `tests/test_${entityNames(entity).module.replace(/_$/, '')}_resource.py`;
  return generated(
    path,
    [
      docstring(`${entity.label}: values, rules, transitions and permissions`),
      '\n',
      head,
      `from tests.support import ${names.join(', ')}\n\n`,
      `PATH = ${literal(sample.path)}\n\n\n`,
      body,
    ].join(''),
    entity,
  );
}

const rank = (name: string) => (/^[A-Z]/.test(name) ? 0 : 1);

function refused({ entity }: Sample, { input }: SampleContext, uses: Set<string>): string {
  const cases = writableFields(entity).flatMap((field) =>
    refusedValues(field).map(({ value, code, inside = '', words: given }) => {
      const title = `${given ?? `${words(field)} ${JSON.stringify(value)}`}${cited(field)}`;
      const name = jsonName(field);
      const parts = [
        literal(name),
        jsonCode(value, input.service),
        literal(`/${name}${inside}`),
        literal(code),
      ];
      return call('pytest.param', parts, { id: literal(ascii(title)) });
    }),
  );
  if (cases.length === 0) return '';
  uses.add('assert_refused');
  return [
    `${print(list(cases.slice(0, MOST)), 'REFUSED = ')}\n\n\n`,
    '@pytest.mark.parametrize(("name", "value", "pointer", "code"), REFUSED)\n',
    'def test_refuses(owner: Caller, name: str, value: object, pointer: str, code: str) -> None:\n',
    '    assert_refused(owner.post(PATH, {name: value}), pointer, code)\n',
  ].join('');
}

/** Ids of tests hold no line feeds or odd characters. */
const ascii = (text: string) => text.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 120);

function rules(sample: Sample, context: SampleContext, uses: Set<string>): readonly string[] {
  const { entity } = sample;
  const { blueprint, service } = context.input;
  const setting = exampleSetting(context.input, context.samples, entity);
  const callers = callersOf(blueprint, service, entity);
  const names = functionNames(
    entity.rules.map(({ id }) => id),
    'test_rule',
  );
  return entity.rules.map((rule) => {
    const head = [
      `def ${names.get(rule.id)}(owner: Caller) -> None:\n`,
      docstring(rule.statement, rule, 4),
    ];
    const who = readsRoles(rule.expression) ? callers.toReversed() : [['owner']];
    const several = countsRows(rule.expression) ? severalTest(sample, rule, context) : undefined;
    if (several) {
      uses.add('assert_rule');
      if (several.some((statement) => statement.includes('samples()'))) uses.add('samples');
      return [...head, ...several].join('');
    }
    const part = rulePart(entity, fieldsIn(rule.expression));
    const { fails, passes } = plainExamples(part, rule, setting, who);
    if (fails === undefined) {
      const why = isEnforceable(rule.expression, entity)
        ? 'no example breaks this rule alone'
        : 'reads unrelated records: not enforced';
      return [`@pytest.mark.skip(reason=${literal(why)})\n`, ...head].join('');
    }
    uses.add('assert_rule');
    if (fails.operation === 'create' || passes?.operation === 'create') uses.add('samples');
    return [
      ...head,
      ...attempt(sample, context, rule, fails, 'refused'),
      ...(passes && sample.room > 1 ? attempt(sample, context, rule, passes, 'accepted') : []),
    ].join('');
  });
}

/** The statements that make one write, and judge its answer. */
function attempt(
  sample: Sample,
  context: SampleContext,
  rule: Rule,
  { operation, roles, before, record }: RuleExample,
  answer: 'refused' | 'accepted',
): readonly string[] {
  const { service } = context.input;
  const name = literal(sample.entity.name);
  const [role = 'owner'] = roles;
  const caller = role === 'owner' ? 'owner' : 'caller';
  const join = role === 'owner' ? [] : [line(`caller = owner.join(${literal(role)})`)];
  const status = { create: 201, update: 200, delete: 204 }[operation];
  const judged =
    answer === 'refused'
      ? line(`assert_rule(${answer}, ${literal(rule.id)}${operation === 'delete' ? ', 409' : ''})`)
      : line(`assert ${answer}.status_code == ${status}, ${answer}.text`);
  if (operation === 'create') {
    const given = jsonCode(differences(sample.record, record), service);
    const body = call(`samples()[${name}].new`, [given]);
    return [...join, statement(call(`${caller}.post`, ['PATH', body]), `${answer} = `), judged];
  }
  const last = before.at(-1) ?? {};
  const own = role !== 'owner' && reachOf(service, sample.entity, operation, role) === 'own';
  const state = sample.entity.lifecycle ? String(last[stateName(sample.entity)]) : '';
  const given = startValues(sample, before);
  const made = given
    ? call('owner.create', [name, jsonCode(given, service)], { maker: own ? caller : undefined })
    : call('owner.in_state', [name, literal(state)], { maker: own ? caller : undefined });
  const start = [...join, statement(made, 'record = ')];
  const path = `f"{PATH}/{record['id']}"`;
  if (operation === 'delete')
    return [...start, statement(call(`${caller}.delete`, [path]), `${answer} = `), judged];
  const change = jsonCode(differences(last, record), service);
  return [...start, statement(call(`${caller}.patch`, [path, change]), `${answer} = `), judged];
}

function transitions(sample: Sample, context: SampleContext, uses: Set<string>): readonly string[] {
  const { lifecycle } = sample.entity;
  if (!lifecycle) return [];
  const names = functionNames(
    lifecycle.transitions.map(({ id }) => id),
    'test_transition',
  );
  return lifecycle.transitions.flatMap((transition) => {
    const from = transition.from.find((state) => step(sample, context, transition, state));
    if (from === undefined) return [];
    const change = step(sample, context, transition, from) ?? {};
    const name = stateName(sample.entity);
    const made = call('owner.in_state', [literal(sample.entity.name), literal(from)]);
    const sent = call('owner.patch', [
      `f"{PATH}/{record['id']}"`,
      jsonCode(change, context.input.service),
    ]);
    uses.add('Caller');
    return [
      [
        `def ${names.get(transition.id)}(owner: Caller) -> None:\n`,
        docstring(`${transition.label}: ${from} → ${transition.to}`, transition, 4),
        statement(made, 'record = '),
        statement(sent, 'changed = '),
        line('assert changed.status_code == 200, changed.text'),
        line(`assert changed.json()[${literal(name)}] == ${literal(transition.to)}`),
      ].join(''),
    ];
  });
}

/** The change that takes a transition from a state that tests can reach. */
function step(
  sample: Sample,
  context: SampleContext,
  transition: Transition,
  from: string,
): JsonRecord | undefined {
  const before = sample.states.get(from)?.at(-1);
  if (before === undefined) return undefined;
  const setting = exampleSetting(context.input, context.samples, sample.entity);
  const { lifecycle } = sample.entity;
  const part = rulePart(sample.entity, lifecycle ? [lifecycle.field] : []);
  const after = afterTransition(part, transition, before, setting);
  return after && differences(before, after);
}

function impossible({ entity, states }: Sample, uses: Set<string>): string {
  const { lifecycle } = entity;
  if (!lifecycle) return '';
  const isPossible = (from: string, to: string) =>
    lifecycle.transitions.some((step) => step.from.includes(from) && step.to === to);
  const steps = [...states.keys()].flatMap((from) =>
    lifecycle.states
      .map(({ value }) => value)
      .filter((to) => to !== from && !isPossible(from, to))
      .map((to) => tuple([literal(from), literal(to)])),
  );
  if (steps.length === 0) return '';
  uses.add('assert_problem');
  return [
    `${print(list(steps.slice(0, MOST)), 'IMPOSSIBLE = ')}\n\n\n`,
    '@pytest.mark.parametrize(("source", "target"), IMPOSSIBLE)\n',
    'def test_knows_no_other_way(owner: Caller, source: str, target: str) -> None:\n',
    docstring('All other steps are refused', lifecycle, 4),
    line(`record = owner.in_state(${literal(entity.name)}, source)`),
    line(`answer = owner.patch(f"{PATH}/{record['id']}", {${literal(stateName(entity))}: target})`),
    line('assert_problem(answer, 409, "invalid-transition")'),
  ].join('');
}

function permissions(sample: Sample, context: SampleContext, uses: Set<string>): string {
  const cases = permissionCases(sample, context);
  if (cases.length === 0) return '';
  uses.add('samples');
  const rows = cases.map(({ role, operation, status, source, change }): Code =>
    call(
      'pytest.param',
      [literal(role), literal(operation), jsonCode(change, context.input.service), String(status)],
      {
        id: literal(ascii(`${role}: ${operation}${source && ` (${source})`}`)),
      },
    ),
  );
  const name = literal(sample.entity.name);
  return [
    `${print(list(rows), 'PERMISSIONS = ')}\n\n\n`,
    '@pytest.mark.parametrize(("role", "operation", "change", "status"), PERMISSIONS)\n',
    'def test_permits(owner: Caller, role: str, operation: str, change: object, status: int) -> None:\n',
    line('caller = owner.join(role)'),
    line(`record = owner.create(${name})`),
    line(`path = f"{PATH}/{record['id']}"`),
    '    match operation:\n',
    '        case "read":\n            answer = caller.get(path)\n',
    `        case "create":\n            answer = caller.post(PATH, owner.resolved(samples()[${name}].new()))\n`,
    '        case "update":\n            answer = caller.patch(path, change)\n',
    '        case _:\n            answer = caller.delete(path)\n',
    line('assert answer.status_code == status, answer.text'),
  ].join('');
}

const line = (text: string) => `    ${text}\n`;
const statement = (code: Code, prefix: string) => `${print(code, prefix, '', 4)}\n`;
