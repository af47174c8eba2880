import { enumName } from '../../declaration/enum-name.ts';
import { inferType } from '../../declaration/infer-type.ts';
import type { DraftReference } from '../../declaration/facts.ts';
import { numberOf } from '../../names/number.ts';
import type { Reading } from '../reading.ts';
import type { DraftEntity } from './draft-entity.ts';
import type { EntityGroups } from './entity-groups.ts';
import type { FieldGroup } from './field-groups.ts';

/** A field that points to an entity. */
export interface ResolvedReference {
  /** Name of the entity it points to. */
  readonly entity: string;
  readonly cardinality: 'one' | 'many';
  /** Without `-id`: `customer`. */
  readonly name: string;
  readonly note: string | undefined;
}

export type ReferenceResolution =
  | { readonly kind: 'reference'; readonly reference: ResolvedReference }
  /** It was meant as a reference to something that is no entity. */
  | { readonly kind: 'dangling'; readonly to: string }
  | { readonly kind: 'none' };

/** Finds what a field points to: by its type, by an `…Id` name, or by the name of an entity. */
export function resolveReference(
  field: FieldGroup,
  owner: DraftEntity,
  entities: readonly DraftEntity[],
  groups: EntityGroups,
  reading: Reading,
): ReferenceResolution {
  const byName = (name: string) => {
    const key = groups.find(name);
    return key === undefined ? undefined : entities.find((entity) => entity.key === key);
  };
  const { type, unknownType } = field.facts;
  const base = withoutId(field.identifier);
  const called = field.facts.typeWords === undefined ? undefined : byName(field.facts.typeWords);
  if (called !== undefined && type?.kind !== 'reference')
    return {
      kind: 'reference',
      reference: {
        entity: called.name,
        // "one or more tags" are many; "list: List" is one.
        cardinality:
          type?.kind === 'list' && isPlural(field.facts.typeWords ?? '', reading) ? 'many' : 'one',
        name: base,
        note: undefined,
      },
    };
  if (type?.kind === 'reference') {
    const target =
      (type.to === undefined ? undefined : byName(type.to)) ??
      (type.to === undefined || base !== field.identifier
        ? (byName(base) ?? bySuffix(base, entities))
        : undefined) ??
      (type.to === undefined ? people(base, entities) : undefined);
    if (target !== undefined)
      return {
        kind: 'reference',
        reference: {
          entity: target.name,
          cardinality: type.cardinality,
          name: nameOf(field, type, base),
          note: undefined,
        },
      };
    return { kind: 'dangling', to: type.to ?? base };
  }
  if (unknownType !== undefined) {
    const target = byName(unknownType);
    if (target !== undefined)
      return {
        kind: 'reference',
        reference: { entity: target.name, cardinality: 'one', name: base, note: undefined },
      };
  }
  const isKey =
    // `approved_by UUID` is a key as well.
    (base !== field.identifier || (type?.kind === 'uuid' && roles.test(base))) &&
    (type === undefined || ['uuid', 'integer', 'string', 'number'].includes(type.kind));
  if (isKey) {
    const target = byName(base) ?? bySuffix(base, entities) ?? people(base, entities);
    // `BoatId` of a boat is its own, unless that has an `id` besides.
    const isOwn =
      target === owner &&
      byName(base) === owner &&
      !owner.fields.some(({ identifier }) => identifier === 'id');
    if (target !== undefined && !isOwn)
      return {
        kind: 'reference',
        reference: {
          entity: target.name,
          cardinality: 'one',
          name: asWhom(base),
          note: `The name ends in id and there is a ${target.name}.`,
        },
      };
    return { kind: 'none' };
  }
  // "Driver (dropdown)" is chosen from the drivers, where there are any.
  const isChosen = type?.kind === 'enum' && type.values.length === 0;
  if (
    (type !== undefined && !isChosen) ||
    field.facts.values !== undefined ||
    field.facts.maxLength !== undefined
  )
    return { kind: 'none' };
  const clause = field.name.replace(
    /\s+(?:que|that|which|who|qui|die|das|der|che|которые?|которых)\s.*$/iu,
    '',
  );
  const target =
    byName(field.name) ??
    byName(field.identifier) ??
    byName(clause) ??
    headOf(field, owner, entities, reading);
  const inferred = inferType(field.name, reading.vocabulary)?.kind;
  // 在庫数 is how many, beside whatever is called 在庫.
  const isCounted = inferred === 'integer' && /[数數量수량]$/u.test(field.name);
  if (target === undefined || inferred === 'secret' || isCounted) return { kind: 'none' };
  const isMany =
    (target.plural === field.identifier ||
      (clause !== field.name && numberOf(clause, reading.language).singular !== clause)) &&
    target.name !== owner.name;
  return {
    kind: 'reference',
    reference: {
      entity: target.name,
      cardinality: isMany ? 'many' : 'one',
      name: field.identifier,
      note: `There is an entity called ${target.name}.`,
    },
  };
}

/** The owner of a pet is a pet owner, where no other entity ends so; a type of a ticket is no ticket type. */
function headOf(
  field: FieldGroup,
  owner: DraftEntity,
  entities: readonly DraftEntity[],
  { vocabulary }: Reading,
): DraftEntity | undefined {
  const isPlain =
    /^[a-z]{4,}$/.test(field.identifier) &&
    !enumName.test(field.identifier) &&
    inferType(field.name, vocabulary) === undefined &&
    !/^(?:name|number|code|title|address|date|record|entry|note|list|line|detail|plan)s?$/.test(
      field.identifier,
    );
  const ending = isPlain
    ? entities.filter(({ name }) => name.endsWith(`-${field.identifier}`) && name !== owner.name)
    : [];
  return ending.length === 1 ? ending[0] : undefined;
}

function isPlural(words: string, { language }: Reading): boolean {
  return numberOf(words, language).singular !== words;
}

function nameOf(field: FieldGroup, type: DraftReference, base: string): string {
  return type.cardinality === 'many' ? field.identifier.replace(/-ids?$/, '') : base;
}

/** `created-by-id`, `id-cliente`, `cliente-id` → without the part that says "key". */
function withoutId(identifier: string): string {
  const bare = identifier
    .replace(/-(?:id|fk|uuid|ref)$/, '')
    .replace(/^(?:id|fk)-(?:d[aeo]s?-)?/, '');
  return bare === '' ? identifier : bare;
}

/** `sender-account` points to account; the longest entity name that ends it wins. */
function bySuffix(base: string, entities: readonly DraftEntity[]): DraftEntity | undefined {
  const ending = entities
    .filter((entity) => base.endsWith(`-${entity.name}`))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  // `order_id` where there are repair orders and no other orders.
  const longer = entities.filter((entity) => entity.name.endsWith(`-${base}`));
  return ending ?? (longer.length === 1 ? longer[0] : undefined);
}

const roles =
  /^(?:created-by|updated-by|assigned-by|reviewed-by|approved-by|uploaded-by|author|owner|assignee|assigned-to|reviewer|creator|validator|manager|approver|sender|recipient|receiver|reporter|requester|responsible|supervisor|moderator|uploader|organizer|host|inviter|invited-by|submitted-by|completed-by|cancelled-by|closed-by|parent-user)$/;

/** `approved-by-user` → `approved-by`: the rest says what they are to it. */
function asWhom(base: string): string {
  const bare = base.replace(/-user$/u, '');
  return roles.test(bare) ? bare : base;
}

/** `authorId` points to the users where nothing is called author. */
function people(base: string, entities: readonly DraftEntity[]): DraftEntity | undefined {
  return roles.test(base)
    ? entities.find((entity) =>
        /^(?:app-)?(?:user|account|member|usuario|utilisateur|benutzer|utente)$/.test(entity.name),
      )
    : undefined;
}
