import { countsRows, isEnforceable, jsonName } from '#blueprint';
import type { Entity, Rule, Service } from '#blueprint';
import { describe } from '../describe.ts';
import { breakingSteps, freeOfOthers } from '../several/breaking-steps.ts';
import type { Step } from '../several/breaking-steps.ts';
import { worldOf } from '../several/world.ts';
import { exampleRecord } from './example-record.ts';
import type { ExampleSetting, JsonRecord } from './example-setting.ts';
import { fieldsRead } from './expression-parts.ts';
import { ruleExamples } from './rule-examples.ts';
import type { RuleExample } from './rule-examples.ts';

/** A rule of requirements for people: the sentence is `rule.statement`, its lines are `rule.sources`. */
export interface RuleExplanation {
  readonly entity: Entity;
  readonly rule: Rule;
  /** What it was understood to say. */
  readonly expression: string;
  readonly isEnforced: boolean;
  /** A write that keeps the rule and one that breaks it, as far as the rule looks at them; absent where none was found. */
  readonly passes?: string;
  readonly fails?: string;
}

/** Examples are of one day: the same requirements are explained in the same words. */
const NOW = Date.UTC(2026, 0, 15, 12);
/** Rules of a document for which examples are looked for. */
const MOST = 100;
/** Rows of an example. */
const MOST_ROWS = 250;

/** Explains each rule of a service. `roles` are those of the system. */
export function explainRules(
  service: Service,
  roles: readonly string[] = [],
): readonly RuleExplanation[] {
  const setting = settingOf(service);
  let left = MOST;
  return service.entities.flatMap((entity) =>
    entity.rules.map((rule) => {
      left -= 1;
      const examples = left < 0 ? {} : examplesOf({ service, entity, rule, setting, roles });
      return {
        entity,
        rule,
        expression: describe(rule.expression),
        isEnforced: isEnforceable(rule.expression, entity),
        ...examples,
      };
    }),
  );
}

interface Subject {
  readonly service: Service;
  readonly entity: Entity;
  readonly rule: Rule;
  readonly setting: ExampleSetting;
  readonly roles: readonly string[];
}

function examplesOf(subject: Subject): Pick<RuleExplanation, 'passes' | 'fails'> {
  const { entity, rule, setting, roles } = subject;
  if (countsRows(rule.expression)) return ofSeveral(subject);
  const callers = [['owner'], ...roles.map((role) => [role])];
  const { passes, fails } = ruleExamples(entity, rule, setting, callers);
  const read = new Set([...fieldsRead(rule.expression), ...rule.fields]);
  return {
    ...(passes && { passes: exampleText(passes, entity, read) }),
    ...(fails && { fails: exampleText(fails, entity, read) }),
  };
}

/** What is taken, one after the other, and then what is not. */
function ofSeveral({
  service,
  entity,
  rule,
  setting,
}: Subject): Pick<RuleExplanation, 'passes' | 'fails'> {
  const record = exampleRecord(entity, setting);
  if (!record) return {};
  const subject = { ...record, ...freeOfOthers(entity, rule), id: idOf(0) };
  const steps = breakingSteps({
    service,
    entity,
    rule,
    subject,
    setting: () => ({ ...setting, references: () => [idOf(0)] }),
    most: MOST_ROWS,
  });
  if (!steps) return {};
  const texts = steps.accepted.map(stepText);
  const [first = ''] = texts;
  const accepted =
    texts.length > 3 ? `${texts.length} times ${first} or the like` : texts.join(', ');
  return {
    passes: accepted === '' ? `create ${entity.name}` : accepted,
    fails: `${accepted === '' ? '' : 'and then '}${stepText(steps.refused)}`,
  };
}

function stepText(step: Step): string {
  switch (step.kind) {
    case 'create':
      return `create ${step.entity.name} ${short(step.record)}`;
    case 'update':
      return `update ${short(step.record)}`;
    case 'delete':
      return `delete ${step.entity.name}`;
    case 'remove':
      return 'delete it';
  }
}

function exampleText(
  { operation, before, record, roles }: RuleExample,
  entity: Entity,
  read: ReadonlySet<string>,
): string {
  const names = entity.fields.filter(({ name }) => read.has(name)).map(jsonName);
  const shown = (one: JsonRecord) =>
    short(Object.fromEntries(names.filter((name) => name in one).map((name) => [name, one[name]])));
  const former = before.at(-1);
  const from = former && operation === 'update' ? `${shown(former)} → ` : '';
  const by = roles.includes('owner') ? '' : ` by ${roles.join(', ')}`;
  return `${operation} ${from}${shown(record)}${by}`;
}

const LONGEST = 200;

function short(record: JsonRecord): string {
  const text = JSON.stringify(record);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A world with one record of each entity, which references name. */
function settingOf({ entities }: Service): ExampleSetting {
  const ids = new Map(entities.map(({ id }, at) => [id, idOf(at + 1)]));
  const base: ExampleSetting = {
    serial: 1,
    now: NOW,
    roles: ['owner'],
    references: (field) => {
      const id = ids.get(field.type.entity);
      return id === undefined ? [] : [id];
    },
  };
  const records = entities.map((entity) => {
    const record = exampleRecord(entity, base);
    return [entity.id, record ? [{ ...record, id: ids.get(entity.id) }] : []] as const;
  });
  return { ...base, world: worldOf(entities, Object.fromEntries(records)) };
}

function idOf(number: number): string {
  return `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}
