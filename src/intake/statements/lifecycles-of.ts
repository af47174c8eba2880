import type { Field, Lifecycle } from '#blueprint';
import { buildField } from '#blueprint';
import type { DataModel, ModelledEntity, ModelledField } from '../data-model.ts';
import type { FieldConstraint } from '../statement-claims.ts';
import { implies, oneOf, previous, unchanged } from './grammar/expressions.ts';
import type { Finding } from './grammar/finding.ts';
import { stateLiterals } from './grammar/membership.ts';
import { stateField } from './grammar/scope.ts';
import { applySentences, asRule, isComplete } from './lifecycle/apply-sentences.ts';
import { assembleLifecycle } from './lifecycle/assemble.ts';
import type { Draft } from './lifecycle/draft.ts';
import { saidOf } from './said.ts';
import type { Said } from './said.ts';

/** The lifecycles that drawings alone make, by entity: what sentences are read with. */
export function drawnLifecycles(
  drafts: readonly Draft[],
  { language }: DataModel,
): ReadonlyMap<string, Lifecycle> {
  return new Map(
    drafts.flatMap((draft) => {
      const lifecycle = assembleLifecycle(draft, language);
      return lifecycle ? [[draft.entity.entity.id, lifecycle] as const] : [];
    }),
  );
}

/** What became of all that is said about states. */
export interface Lifecycles {
  readonly lifecycles: readonly { readonly draft: Draft; readonly lifecycle: Lifecycle }[];
  /** Demands on states that have no lifecycle. */
  readonly rules: readonly Said[];
  readonly constraints: readonly FieldConstraint[];
  /** Sentences that only a lifecycle could give a meaning. */
  readonly unclear: readonly Said[];
}

type AboutStates = Extract<Finding, { kind: 'transition' | 'final' | 'initial' }>;

/** Lifecycles with what sentences say of them; for states without one, the demands one by one. */
export function lifecyclesOf(
  drafts: readonly Draft[],
  sentences: readonly Said[],
  { entities, language }: DataModel,
): Lifecycles {
  const found: { draft: Draft; lifecycle: Lifecycle }[] = [];
  const rest: Said[] = [];
  const constraints: FieldConstraint[] = [];
  const unclear: Said[] = [];
  const about = [
    ...saidOf(sentences, 'transition'),
    ...saidOf(sentences, 'final'),
    ...saidOf(sentences, 'initial'),
  ];
  const byEntity: ReadonlyMap<string, readonly Said<AboutStates>[]> = Map.groupBy(
    about,
    ({ finding }) => finding.entity,
  );
  for (const entity of entities) {
    const said = byEntity.get(entity.entity.id) ?? [];
    const drawn = drafts.find((draft) => draft.entity === entity);
    if (!drawn && said.length === 0) continue;
    const field = drawn ? drawn.field : stateField({ entity, lifecycles: new Map() });
    const draft = applySentences(drawn ?? undrawn(entity, field, said), said);
    const lifecycle = drawn || isComplete(draft) ? assembleLifecycle(draft, language) : undefined;
    if (lifecycle) found.push({ draft, lifecycle });
    else
      for (const one of said) {
        const demand = field && demandOf(one, field);
        if (demand === undefined) unclear.push(one);
        else if ('change' in demand) constraints.push(demand);
        else rest.push(demand);
      }
  }
  return { lifecycles: found, rules: rest, constraints, unclear };
}

function undrawn(
  entity: ModelledEntity,
  field: ModelledField | undefined,
  said: readonly Said[],
): Draft {
  const type = field?.field.type;
  const values = type?.kind === 'enum' ? type.values.map(({ value }) => value) : [];
  return { entity, field, values, steps: [], sources: said.map(({ source }) => source) };
}

/** What one sentence about states asks where no lifecycle is known. */
function demandOf(
  { finding, source, text }: Said<AboutStates>,
  { field }: ModelledField,
): Said | FieldConstraint | undefined {
  const { entity } = finding;
  if (finding.kind === 'initial') {
    const value = { kind: 'value', value: finding.value } as const;
    return { entity, field: field.name, change: { default: value }, sources: [source] };
  }
  const expression =
    finding.kind === 'final'
      ? implies(oneOf(previous(field.name), stateLiterals(finding.values)), unchanged(field))
      : asRule(finding, field.name);
  if (!expression) return undefined;
  const on = finding.kind === 'final' ? (['update'] as const) : (['create', 'update'] as const);
  return { text, source, finding: { kind: 'rule', entity, on, expression, fields: [field.name] } };
}

/** A state field that only the lifecycle names. */
export function newStateField(draft: Draft): readonly { entity: string; field: Field }[] {
  if (draft.field) return [];
  const { id } = draft.entity.entity;
  const [initial] = draft.values;
  const field = buildField(id, {
    name: 'status',
    type: stateType(draft),
    origin: 'inferred',
    note: 'The lifecycle needs a field that holds the state.',
    sources: [...draft.sources],
    ...(initial !== undefined && { default: { kind: 'value', value: draft.initial ?? initial } }),
  });
  return [{ entity: id, field }];
}

/** A field of text that a lifecycle gives its values. */
export function newStates(draft: Draft): readonly FieldConstraint[] {
  const type = draft.field?.field.type;
  if (!draft.field || !type) return [];
  const known = type.kind === 'enum' ? type.values.map(({ value }) => value) : [];
  if (draft.values.every((value) => known.includes(value))) return [];
  return [
    {
      entity: draft.entity.entity.id,
      field: draft.field.field.name,
      change: { type: stateType(draft) },
      sources: draft.sources,
    },
  ];
}

function stateType({ values }: Draft): Field['type'] {
  return { kind: 'enum', values: values.map((value) => ({ value, label: value })) };
}
