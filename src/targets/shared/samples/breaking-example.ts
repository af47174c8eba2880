import { isEnforceable, jsonName, operandsOf } from '#blueprint';
import type { Entity, Expression, Field, Rule } from '#blueprint';
import { breakingSteps, fieldsRead, freeOfOthers, severalOf } from '#rules';
import type { JsonRecord, Step } from '#rules';
import { exampleSetting } from './create-samples.ts';
import { differences } from './differences.ts';
import type { SampleContext } from './sample-context.ts';
import type { Sample } from './sample.ts';
import { isAlone } from './unique-properties.ts';

/** Records that a test makes to break a rule, at most. */
const MOST = 250;
const SUBJECT = 'subject';

/** How a test breaks a rule that counts other records: in terms of what differs from the samples. */
export interface BreakingExample {
  /** What the record itself has besides its sample. */
  readonly own: JsonRecord;
  /** Whether what follows looks at the record: a row refers to it, or another one has values of it. */
  readonly read: boolean;
  /** The rows that count for the rule and the field by which they refer to its record; none if it counts its own kind. */
  readonly rows: { readonly sample: Sample; readonly by: Field } | undefined;
  /** What each row has that is accepted, besides the reference. */
  readonly accepted: readonly JsonRecord[];
  /** A row (or another record of the kind) that is refused, a change of the record, or the end of the first row. */
  readonly refused:
    | { readonly kind: 'create'; readonly given: JsonRecord; readonly same: readonly string[] }
    | { readonly kind: 'update'; readonly change: JsonRecord }
    | { readonly kind: 'delete' }
    | { readonly kind: 'remove' };
}

/** Undefined where no short way was found. */
export function breakingExample(
  { entity, record, room }: Sample,
  rule: Rule,
  { input, samples }: SampleContext,
): BreakingExample | undefined {
  const { service } = input;
  if (entity.account || !isEnforceable(rule.expression, entity)) return undefined;
  const member = severalOf(service, { ...rule, on: ['update'] })?.members[0];
  const sample = member && samples.get(member.entity.id);
  if (member && (!sample || sample.entity.account)) return undefined;
  const own = freeOfOthers(entity, rule);
  const subject = { ...record, ...own, id: SUBJECT };
  const setting = (one: Entity) => exampleSetting(input, samples, one);
  const steps = breakingSteps({ service, entity, rule, subject, setting, most: MOST });
  if (!steps || [...steps.accepted, steps.refused].some(isTooLong)) return undefined;
  const made = steps.accepted.length + (sample ? 1 : 2);
  // Of what there is room for one of, the rule itself says so: a second one is what breaks it.
  if (made > (sample?.room ?? (isAlone(entity) ? 2 : room))) return undefined;
  const read = member ? fieldsOfRows(rule.expression, member.entity) : fieldsRead(rule.expression);
  const shown = (step: Step, of: Entity) =>
    step.kind === 'create' ? pick(step.record, of, read, member?.by) : {};
  const { refused } = steps;
  const last: BreakingExample['refused'] =
    refused.kind === 'create'
      ? created(shown(refused, refused.entity), member ? {} : record)
      : refused.kind === 'update'
        ? { kind: 'update', change: differences(record, refused.record) }
        : refused.kind === 'remove'
          ? { kind: 'remove' }
          : { kind: 'delete' };
  return {
    own,
    read: member !== undefined || last.kind !== 'create' || last.same.length > 0,
    rows: sample && { sample, by: member.by },
    accepted: steps.accepted.map((step) => shown(step, member?.entity ?? entity)),
    refused: last,
  };
}

/** Rows that must be taken to a state are left to tests from outside. */
const isTooLong = (step: Step) => step.kind === 'create' && step.changes.length > 0;

/** What another record has of its own, and what it has from the first. */
function created(given: JsonRecord, record: JsonRecord) {
  const same = Object.keys(given).filter(
    (name) => name in record && JSON.stringify(given[name]) === JSON.stringify(record[name]),
  );
  const own = Object.entries(given).filter(([name]) => !same.includes(name));
  return { kind: 'create', given: Object.fromEntries(own), same } as const;
}

/** The fields of rows that an expression looks at. */
function fieldsOfRows(expression: Expression, rows: Entity): ReadonlySet<string> {
  if (expression.kind === 'aggregate' && expression.entity === rows.id) {
    return new Set(operandsOf(expression).flatMap((part) => [...fieldsRead(part)]));
  }
  return new Set(operandsOf(expression).flatMap((part) => [...fieldsOfRows(part, rows)]));
}

function pick(
  record: JsonRecord,
  { fields }: Entity,
  names: ReadonlySet<string>,
  except: Field | undefined,
): JsonRecord {
  const shown = fields.filter((field) => names.has(field.name) && field !== except).map(jsonName);
  return Object.fromEntries(shown.map((name) => [name, record[name]]));
}
