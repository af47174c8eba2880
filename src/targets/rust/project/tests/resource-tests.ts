import { countsRows, jsonName, writableFields } from '#blueprint';
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
import type { SampleContext } from '../../../shared/samples/sample-context.ts';
import { cited } from '../../../shared/text/cite.ts';
import { literal } from '../../emit/code.ts';
import { docComment } from '../../emit/doc-comment.ts';
import { functionNames } from '../../entity/check-function.ts';
import { entityNames } from '../../names.ts';
import { enforcedRules } from '../../../shared/rules/enforced-rules.ts';
import { permissionCases } from '../../../shared/samples/permission-cases.ts';
import { severalTest } from './several-test.ts';
import { letJson, line, ownerTest } from './statements.ts';
import { testValue } from './test-value.ts';

/** Cases of one table, at most. */
const MOST = 60;

/** `tests/service/resources/orders.rs`: values, rules, transitions and permissions, with their lines. */
export function resourceTests(sample: Sample, context: SampleContext): GeneratedFile | undefined {
  const { entity } = sample;
  if (entity.account) return undefined;
  const tests = [
    ...refused(sample, context),
    ...rules(sample, context),
    ...transitions(sample, context),
    ...impossible(sample),
    ...permissions(sample, context),
  ];
  if (tests.length === 0) return undefined;
  const body = tests.join('\n');
  const support = ['path_of', 'with_owner'].filter((name) => body.includes(`${name}(`));
  const used = support.length === 1 ? support.join('') : `{${support.join(', ')}}`;
  return generated(
    `tests/service/resources/${entityNames(entity).module}.rs`,
    [
      docComment(
        `${entity.label}: values, rules, transitions and permissions`,
        undefined,
        0,
        '//!',
      ),
      '\n',
      body.includes('json!') ? 'use serde_json::json;\n\n' : '',
      `use crate::support::${used};\n\n`,
      body.includes('NAME') ? `const NAME: &str = ${literal(entity.name)};\n` : '',
      body.includes('PATH') ? `const PATH: &str = ${literal(sample.path)};\n` : '',
      '\n',
      body,
    ].join(''),
    entity,
  );
}

function refused({ entity }: Sample, { input }: SampleContext): readonly string[] {
  const cases = writableFields(entity).flatMap((field) =>
    refusedValues(field).map(({ value, code, inside = '', words: given }) => {
      const title = `${given ?? `${words(field)} ${JSON.stringify(value)}`}${cited(field)}`;
      const name = jsonName(field);
      return [
        title.slice(0, 120),
        name,
        testValue(value, input.service),
        `/${name}${inside}`,
        code,
      ];
    }),
  );
  if (cases.length === 0) return [];
  return [
    ownerTest('refuses_values', 'Values that no field takes', undefined, [
      letJson('cases', cases.slice(0, MOST)),
      line('owner.refuses(PATH, &cases).await;'),
    ]),
  ];
}

function rules(sample: Sample, context: SampleContext): readonly string[] {
  const { entity } = sample;
  const { blueprint, service } = context.input;
  const setting = exampleSetting(context.input, context.samples, entity);
  const callers = callersOf(blueprint, service, entity);
  const own = enforcedRules(entity);
  const names = functionNames(own.map(({ id }) => id));
  return own.flatMap((rule) => {
    const who = readsRoles(rule.expression) ? callers.toReversed() : [['owner']];
    const several = countsRows(rule.expression) ? severalTest(sample, rule, context) : undefined;
    if (several) {
      const name = (names.get(rule.id) ?? '').replace('check_', 'rule_');
      return [ownerTest(name, rule.statement, rule, several)];
    }
    const part = rulePart(entity, fieldsIn(rule.expression));
    const { fails, passes } = plainExamples(part, rule, setting, who);
    const name = (names.get(rule.id) ?? '').replace('check_', 'rule_');
    if (fails === undefined) {
      const why = [line('// No example breaks this rule alone.'), line('drop(owner);')];
      return [ownerTest(name, rule.statement, rule, why)];
    }
    const accepted = passes && sample.room > 1;
    return [
      ownerTest(name, rule.statement, rule, [
        ...attempt(sample, context, rule, fails, true),
        ...(accepted ? attempt(sample, context, rule, passes, false) : []),
      ]),
    ];
  });
}

/** The statements that make one write, and judge its answer. */
function attempt(
  sample: Sample,
  context: SampleContext,
  rule: Rule,
  { operation, roles, before, record }: RuleExample,
  refuses: boolean,
): readonly string[] {
  const { service } = context.input;
  const [role = 'owner'] = roles;
  const caller = role === 'owner' ? 'owner' : 'caller';
  const join = role === 'owner' ? [] : [line(`let caller = owner.join(${literal(role)}).await;`)];
  const status = { create: 201, update: 200, delete: 204 }[operation];
  const refusal = operation === 'delete' ? 409 : 422;
  const judged = refuses
    ? line(`answer.breaks(${refusal}, ${literal(rule.id)});`)
    : line(`answer.is(${status});`);
  if (operation === 'create') {
    const given = testValue(differences(sample.record, record), service);
    return [
      ...join,
      letJson('given', given),
      line(`let answer = ${caller}.create(NAME, &given).await;`),
      judged,
    ];
  }
  const last = before.at(-1) ?? {};
  const own = role !== 'owner' && reachOf(service, sample.entity, operation, role) === 'own';
  const state = sample.entity.lifecycle ? String(last[stateName(sample.entity)]) : '';
  const given = startValues(sample, before);
  const made = given
    ? [
        letJson('given', testValue(given, service)),
        line(`let record = ${own ? caller : 'owner'}.create(NAME, &given).await.is(201).json();`),
      ]
    : [
        line(
          `let record = owner.in_state(NAME, ${literal(state)}, &${own ? caller : 'owner'}).await;`,
        ),
      ];
  const start = [...join, ...made];
  if (operation === 'delete')
    return [
      ...start,
      line(`let answer = ${caller}.delete(&path_of(PATH, &record)).await;`),
      judged,
    ];
  return [
    ...start,
    letJson('change', testValue(differences(last, record), service)),
    line(`let answer = ${caller}.patch(&path_of(PATH, &record), &change).await;`),
    judged,
  ];
}

function transitions(sample: Sample, context: SampleContext): readonly string[] {
  const { lifecycle } = sample.entity;
  if (!lifecycle) return [];
  const names = functionNames(lifecycle.transitions.map(({ id }) => id));
  return lifecycle.transitions.flatMap((transition) => {
    const from = transition.from.find((state) => step(sample, context, transition, state));
    if (from === undefined) return [];
    const change = step(sample, context, transition, from) ?? {};
    const name = (names.get(transition.id) ?? '').replace('check_', 'transition_');
    const words = `${transition.label}: ${from} → ${transition.to}`;
    return [
      ownerTest(name, words, transition, [
        line(`let record = owner.in_state(NAME, ${literal(from)}, &owner).await;`),
        letJson('change', testValue(change, context.input.service)),
        line('let answer = owner.patch(&path_of(PATH, &record), &change).await.is(200);'),
        line(`let state = &answer.json()[${literal(stateName(sample.entity))}];`),
        line(`assert_eq!(state, ${literal(transition.to)});`),
      ]),
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

function impossible({ entity, states, room }: Sample): readonly string[] {
  const { lifecycle } = entity;
  if (!lifecycle) return [];
  const isPossible = (from: string, to: string) =>
    lifecycle.transitions.some((one) => one.from.includes(from) && one.to === to);
  // Each of these states takes a record.
  const starts = [...states.keys()].slice(0, room);
  const steps = starts.flatMap((from) =>
    lifecycle.states
      .map(({ value }) => value)
      .filter((to) => to !== from && !isPossible(from, to))
      .map((to) => [from, to]),
  );
  if (steps.length === 0) return [];
  return [
    ownerTest('knows_no_other_way', 'All other steps are refused', lifecycle, [
      letJson('steps', steps.slice(0, MOST)),
      line(`owner.stays(NAME, ${literal(stateName(entity))}, &steps).await;`),
    ]),
  ];
}

function permissions(sample: Sample, context: SampleContext): readonly string[] {
  const cases = permissionCases(sample, context);
  if (cases.length === 0) return [];
  const rows = cases.map(({ role, operation, status, source, change }) => [
    `${role}: ${operation}${source && ` (${source})`}`.slice(0, 120),
    role,
    operation,
    testValue(change, context.input.service),
    status,
  ]);
  const permits = (name: string, part: typeof rows) =>
    ownerTest(name, 'Who may do what with records of the owner', undefined, [
      letJson('cases', part),
      line('owner.permits(NAME, &cases).await;'),
    ]);
  // Each row makes records: where there is room for few, each has a tenant of its own.
  if (sample.room < Infinity) return rows.map((row, at) => permits(`permits_${at + 1}`, [row]));
  return [permits('permits', rows)];
}
