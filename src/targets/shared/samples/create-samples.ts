import {
  allIncomingReferences,
  entityById,
  isReference,
  jsonName,
  writableFields,
} from '#blueprint';
import type { Entity, Field, Incoming, Service } from '#blueprint';
import { namesOf } from '#contract';
import {
  absent,
  accepts,
  exampleRecord,
  rulesOfParents,
  severalOf,
  statePaths,
  wishesOfChildren,
} from '#rules';
import type { ExampleSetting, JsonRecord, StatePath } from '#rules';
import type { TargetInput } from '../../target.ts';

import { NOW } from './now.ts';
import { readSymbol, symbolOf } from './reference-symbol.ts';
import { fieldsIn, ruleFields } from './rule-fields.ts';
import { rulePart } from './rule-part.ts';
import { sampleOrder } from './sample-order.ts';
import type { Sample } from './sample.ts';
import { isAlone, uniqueProperties } from './unique-properties.ts';

/** Samples by entity id; entities of which no record can be made are left out. */
export type Samples = ReadonlyMap<string, Sample>;

/** Works out examples of everything a service keeps: literal values that keep all rules. */
export function createSamples(input: TargetInput): Samples {
  const samples = new Map<string, Sample>();
  const order = sampleOrder(input.service);
  const incoming = allIncomingReferences(input.service);
  const held = heldEntities(input.service);
  for (const entity of [...order.filter(isAccount), ...order.filter(isNoAccount)]) {
    const sample = createSample(input, entity, samples, incoming.get(entity.id) ?? []);
    if (sample) samples.set(entity.id, { ...sample, held: held.has(entity.id) });
  }
  return samples;
}

/** The setting in which examples are made: references name records that have a sample. */
export function exampleSetting(
  { blueprint, service }: TargetInput,
  samples: Samples,
  entity: Entity,
): ExampleSetting {
  const roles = blueprint.system.roles.length;
  return {
    serial: 1,
    now: NOW,
    roles: ['owner'],
    world: {
      entity: (id) => service.entities.find((candidate) => candidate.id === id),
      records: () => [],
      record: (id) => samples.get(id)?.record,
    },
    references({ type }) {
      // Who registers can't refer to anything yet.
      if (entity.account || !samples.has(type.entity)) return [];
      const first = symbolOf(type.entity, 1);
      // Without roles nobody can be added to a tenant: its only account is that of the owner.
      const alone = roles === 0 && entityById(service, type.entity).account;
      return alone ? [first] : [symbolOf(type.entity, 2), first];
    },
  };
}

function createSample(
  input: TargetInput,
  entity: Entity,
  samples: Samples,
  incoming: readonly Incoming[],
): Omit<Sample, 'held'> | undefined {
  const setting = exampleSetting(input, samples, entity);
  const rules = [...entity.rules, ...rulesOfParents(input.service, entity)];
  const whole = { ...entity, rules };
  const wishes = wishesOfChildren(incoming);
  const wished = wishes.flatMap((wish) => [...fieldsIn(wish)]);
  const judged = rulePart(whole, [...ruleFields(whole), ...wished, ...stateField(entity)]);
  const example = exampleRecord(judged, setting, { wishes });
  if (example === undefined) return undefined;
  const rest = exampleRecord({ ...entity, rules: [] }, setting);
  const typical = typicalValues(input, entity);
  const record = { ...rest, ...typical, ...example };
  const paths = statePaths(judged, setting);
  const states = [...paths].map(([state, path]) => [state, withValues(path, record)] as const);
  const unique = uniqueProperties(
    entity,
    record,
    setting,
    (id) => entityById(input.service, id).account,
  );
  return {
    entity,
    type: namesOf(input.contract.names, entity).record,
    one: entity.name.replaceAll('-', ' '),
    many: entity.plural.replaceAll('-', ' '),
    path: `/api/${entity.plural}`,
    record,
    unique,
    room: Math.min(
      isAlone(entity) ? 1 : Infinity,
      ...unique.map(({ values }) => values?.length ?? Infinity),
      ...roomOf(record, samples),
      accountsOf(samples)?.room ?? Infinity,
    ),
    states: new Map(states),
  };
}

/** Those of which a rule of another record can ask for one. */
function heldEntities(service: Service): ReadonlySet<string> {
  const rules = service.entities.flatMap((parent) => parent.rules);
  const asked = rules.map((rule) => severalOf(service, rule)).filter((several) => several?.lenient);
  return new Set(asked.flatMap((several) => several?.members.map(({ entity }) => entity.id) ?? []));
}

const isAccount = ({ account }: Entity) => account;
const isNoAccount = ({ account }: Entity) => !account;

/** Whoever writes has an account, and some have a record with it. */
function accountsOf(samples: Samples): Sample | undefined {
  return samples.values().find(({ entity }) => entity.account);
}

/** A record needs others: there is room for no more of it than of those. */
function roomOf(record: JsonRecord, samples: Samples): readonly number[] {
  const symbols = Object.values(record).flat().map(readSymbol);
  return symbols.map((symbol) => samples.get(symbol?.entity ?? '')?.room ?? Infinity);
}

/** Values as people type them, for all fields that no rule reads; what may be left out of references is. */
function typicalValues({ contract, service }: TargetInput, entity: Entity): JsonRecord {
  const read = ruleFields({
    ...entity,
    rules: [...entity.rules, ...rulesOfParents(service, entity)],
  });
  const { create, replace } = namesOf(contract.names, entity);
  const schema = contract.openapi.components.schemas[entity.account ? replace : create];
  const values: Record<string, unknown> = {};
  for (const field of writableFields(entity)) {
    const name = jsonName(field);
    if (read.has(field.name) || field.name === entity.lifecycle?.field) continue;
    const value = isReference(field)
      ? unreferred(field)
      : schema?.properties?.[name]?.examples?.[0];
    if (value !== undefined && accepts(field, value)) values[name] = value;
  }
  return values;
}

function unreferred(field: Field): unknown {
  const must =
    field.required && field.type.kind === 'reference' && field.type.cardinality === 'one';
  return must ? undefined : absent(field, { now: NOW });
}

function stateField({ lifecycle }: Entity): readonly string[] {
  return lifecycle ? [lifecycle.field] : [];
}

function withValues([first, ...others]: StatePath, values: JsonRecord): StatePath {
  return [{ ...values, ...first }, ...others.map((record) => ({ ...values, ...record }))];
}
