import { buildEntity, buildField, referenceTo } from '#blueprint';
import type { Entity, Field, OpenQuestion } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import type { LineNote } from '../../coverage/line-note.ts';
import type { DataModel, ModelledEntity, ModelledField } from '../../data-model.ts';
import { foldText } from '../../words/fold.ts';
import { identifierOf } from '../../names/identifier.ts';
import type { Claim, KeyClaim, RelationClaim } from '../claim.ts';
import type { Reading } from '../reading.ts';
import { accountOf } from './account-of.ts';
import { childLists } from './child-lists.ts';
import { chooseEntities } from './choose-entities.ts';
import { contradictionsIn } from './contradictions.ts';
import type { DraftEntity } from './draft-entity.ts';
import { draftEntities } from './draft-entities.ts';
import { EntityGroups } from './entity-groups.ts';
import { impliedUsers } from './implied-users.ts';
import { resolveFields } from './resolve-fields.ts';
import type { FieldsContext } from './resolve-fields.ts';
import { uniqueWithin } from './unique-within.ts';
import { withUsableLimits } from './usable-limits.ts';
import { withUsablePattern } from './usable-patterns.ts';
import { withoutInverses } from './without-inverses.ts';
import { withoutRequiredCycles } from './without-required-cycles.ts';

export interface DataResolution {
  readonly model: DataModel;
  /** How the entities were claimed, for the decision whether there is data at all. */
  readonly drafts: readonly DraftEntity[];
  readonly questions: readonly OpenQuestion[];
  readonly notes: readonly LineNote[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Weighs all claims about data and makes one model of them. */
export function resolveData(
  heard: readonly Claim[],
  access: DataModel['access'],
  reading: Reading,
): DataResolution {
  const drafted = draftData(heard, access, reading);
  const isWithout = access === 'accounts' && drafted.account === undefined;
  const users = isWithout && drafted.drafts.length > 0 ? impliedUsers(heard) : undefined;
  return modelOf(
    users === undefined ? drafted : draftData([...heard, users], access, reading),
    access,
    reading,
  );
}

interface Drafted {
  readonly claims: readonly Claim[];
  readonly given: readonly Claim[];
  readonly groups: EntityGroups;
  readonly drafts: readonly DraftEntity[];
  readonly account: DraftEntity | undefined;
}

function draftData(
  heard: readonly Claim[],
  access: DataModel['access'],
  reading: Reading,
): Drafted {
  const given = withoutFields(heard);
  const groups = new EntityGroups(given, reading);
  const chosen = chooseEntities(groups, given, reading);
  const claims = childLists(given, groups, chosen);
  const drafts = draftEntities(chosen, groups, claims, reading);
  const account = access === 'accounts' ? accountOf(drafts) : undefined;
  return { claims, given, groups, drafts, account };
}

function modelOf(
  { claims, given, groups, drafts, account }: Drafted,
  access: DataModel['access'],
  reading: Reading,
): DataResolution {
  const context: FieldsContext = {
    entities: drafts,
    groups,
    enums: claims.filter((claim) => claim.kind === 'enumeration'),
    account,
    reading,
  };
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const relations = Map.groupBy(
    claims.filter((claim) => claim.kind === 'relation'),
    ({ from }) => findLoosely(from, groups),
  );
  const keyClaims = Map.groupBy(
    claims.filter((claim) => claim.kind === 'key'),
    ({ entity }) => groups.find(entity),
  );
  const questions: OpenQuestion[] = [];
  const notes: LineNote[] = [];
  const diagnostics: Diagnostic[] = [];
  diagnostics.push(...contradictionsIn(drafts, given, groups));
  const entities = drafts.map((draft): ModelledEntity => {
    const resolved = resolveFields(draft, context);
    diagnostics.push(...resolved.diagnostics);
    notes.push(
      ...resolved.absorbed.map((span): LineNote => ({
        span,
        status: 'used',
        reason: 'Every record and every account has this.',
      })),
    );
    const found = { questions, diagnostics };
    const usable = resolved.fields.map((field) =>
      withUsableLimits(withUsablePattern(field, found), found),
    );
    questions.push(
      ...usable.flatMap(({ field, isAutomatic }) => (isAutomatic ? whoSets(field) : [])),
    );
    const toOthers = (relations.get(draft.key) ?? []).flatMap((claim) => {
      const target = byKey.get(findLoosely(claim.to, groups) ?? '');
      return target === undefined ? [] : [{ claim, target }];
    });
    const fields = withRelations(draft, usable, toOthers, (target) =>
      linked(draft, target, claims, groups),
    );
    const named = fields.length > 0 || draft === account ? fields : [assumedName(draft)];
    const within = uniqueWithin(
      draft.name,
      draft === account ? named.map(asAccountField) : named,
      (words) => byKey.get(findLoosely(words, groups) ?? '')?.name,
    );
    questions.push(...within.questions);
    const marked = within.fields;
    const stated = keysOf(draft, marked, keyClaims.get(draft.key) ?? [], context);
    const keys = within.keys.filter(({ id }) => stated.every((key) => key.id !== id));
    return {
      entity: entityOf(draft, marked, draft === account, [...stated, ...keys]),
      aliases: draft.group.names,
      fields: marked,
    };
  });
  return {
    model: {
      language: reading.language,
      access,
      entities: withoutRequiredCycles(
        entities.map((entity) => withoutInverses(entity, entities, reading)),
      ),
    },
    drafts,
    questions,
    notes,
    diagnostics,
  };
}

/** "For each lamp we store the maker": what the same sentence gives as a field is no record that is stored. */
function withoutFields(claims: readonly Claim[]): readonly Claim[] {
  const place = ({ source, section }: Claim, name: string) =>
    `${section}/${source.line}:${source.column}/${foldText(name)}`;
  const fields = new Set(
    claims.flatMap((claim) =>
      claim.kind === 'field' && (claim.evidence === 'described' || claim.evidence === 'told')
        ? [place(claim, claim.name)]
        : [],
    ),
  );
  return claims.filter(
    (claim) =>
      claim.kind !== 'entity' ||
      (claim.evidence !== 'kept' && claim.evidence !== 'managed') ||
      !fields.has(place(claim, claim.name)),
  );
}

function entityOf(
  draft: DraftEntity,
  fields: readonly ModelledField[],
  account: boolean,
  keys: Entity['keys'],
): Entity {
  const strong =
    draft.group.evidence.has('schema') ||
    draft.group.evidence.has('listed') ||
    draft.group.evidence.has('described') ||
    draft.group.evidence.has('told');
  return buildEntity({
    name: draft.name,
    plural: draft.plural,
    label: draft.label,
    description:
      draft.group.claims.find((claim) => claim.description !== undefined)?.description ?? '',
    account,
    sources: draft.group.claims.map((claim) => claim.source),
    ...(strong
      ? {}
      : { origin: 'inferred', note: 'The requirements only say what is done with it.' }),
    fields: fields.map(({ field }) => field),
    keys,
  });
}

/** Something that is only named gets a name: an assumption, which people correct where it is wrong. */
function assumedName(draft: DraftEntity): ModelledField {
  const field = buildField(draft.name, {
    name: 'name',
    type: { kind: 'string' },
    required: true,
    origin: 'inferred',
    note: 'No field was stated; a name is assumed.',
    sources: draft.group.claims.slice(0, 1).map((claim) => claim.source),
  });
  return { field, aliases: ['name'] };
}

function withRelations(
  draft: DraftEntity,
  fields: readonly ModelledField[],
  relations: readonly { readonly claim: RelationClaim; readonly target: DraftEntity }[],
  isLinked: (target: DraftEntity) => boolean,
): readonly ModelledField[] {
  const result = [...fields];
  for (const { claim, target } of relations) {
    if (target === draft && claim.cardinality === 'one') continue;
    const known = result.findIndex(
      ({ field }) => field.type.kind === 'reference' && field.type.entity === target.name,
    );
    if (known >= 0) {
      const found = result[known];
      if (found !== undefined)
        result[known] = {
          ...found,
          field: { ...found.field, sources: [...found.field.sources, claim.source] },
        };
    } else if (claim.cardinality === 'one' || !isLinked(target))
      result.push(
        relationField(draft, target, claim, new Set(result.map(({ field }) => field.name))),
      );
  }
  return result;
}

/** "vendedor responsável" is a vendedor. */
function findLoosely(name: string, groups: EntityGroups): string | undefined {
  const words = name.split(/\s+/);
  return (
    groups.find(name) ??
    (words.length > 1
      ? (groups.find(words[0] ?? '') ?? groups.find(words.at(-1) ?? ''))
      : undefined)
  );
}

/** A many-to-many that goes through an entity of its own ("User ↔ Task through TaskAssignment") needs no field. */
function linked(
  left: DraftEntity,
  right: DraftEntity,
  claims: readonly Claim[],
  groups: EntityGroups,
): boolean {
  const pointing = (to: DraftEntity) =>
    new Set(
      claims.flatMap((claim) =>
        claim.kind === 'field' && groups.find(claim.name.replace(/[_ ]?id$/i, '')) === to.key
          ? [groups.find(claim.entity)]
          : [],
      ),
    );
  const toRight = pointing(right);
  return [...pointing(left)].some((key) => key !== undefined && toRight.has(key));
}

function relationField(
  draft: DraftEntity,
  target: DraftEntity,
  claim: RelationClaim,
  used: ReadonlySet<string>,
): ModelledField {
  const wanted = claim.cardinality === 'many' ? target.plural : target.name;
  const name = used.has(wanted) ? `${wanted}-ref` : wanted;
  const required = claim.required === true && claim.cardinality === 'one';
  const type = referenceTo(target.name, {
    cardinality: claim.cardinality,
    onDelete: required ? 'restrict' : 'clear',
  });
  const field = buildField(draft.name, {
    name,
    type,
    required,
    unique: claim.unique === true,
    label: target.label,
    sources: [claim.source],
    ...(claim.assumed === true
      ? { origin: 'inferred', note: 'Only a preposition says that they belong together.' }
      : {}),
  });
  return { field, aliases: [...target.group.names] };
}

function keysOf(
  draft: DraftEntity,
  fields: readonly ModelledField[],
  keys: readonly KeyClaim[],
  { reading }: FieldsContext,
): Entity['keys'] {
  const found = keys.flatMap((claim) => {
    const names = claim.fields.map(
      (written) =>
        fields.find(
          ({ field, aliases }) =>
            aliases.includes(written) ||
            field.name === identifierOf(written, reading.vocabulary).replace(/-id$/, ''),
        )?.field.name,
    );
    const known = names.filter((name) => name !== undefined);
    return known.length === claim.fields.length && known.length > 1
      ? [
          {
            id: `${draft.name}/key/${known.join('-')}`,
            label: known.join(', '),
            origin: 'stated' as const,
            sources: [claim.source],
            fields: known,
          },
        ]
      : [];
  });
  return found.filter((key, index) => found.findIndex((other) => other.id === key.id) === index);
}

/** In the account entity the e-mail address and the role are the account's own. */
function asAccountField({ field, aliases }: ModelledField): ModelledField {
  const isEmail = field.type.kind === 'email';
  if (isEmail)
    return {
      field: { ...field, required: true, unique: true, readOnly: true, account: 'email' },
      aliases,
    };
  if (
    field.type.kind === 'enum' &&
    /^(?:user-)?(?:role|roles|rol|papel|perfil|ruolo|rolle|cargo|type|user-type|tipo)$/.test(
      field.name,
    )
  ) {
    const { default: _, ...rest } = field;
    return { field: { ...rest, required: true, readOnly: true, account: 'role' }, aliases };
  }
  if (field.type.kind === 'reference' && field.required) return { field: relaxed(field), aliases };
  return { field, aliases };
}

function relaxed(field: Field): Field {
  return {
    ...field,
    required: false,
    origin: 'inferred',
    note: 'Registering makes the account before there is anything to refer to, so it is optional.',
  };
}

/** A field that nobody is to give, and that nothing sets. */
function whoSets({ id, label, sources }: Field): OpenQuestion {
  return {
    id: `question/${id.replaceAll('/', '-')}-source`,
    label: `What sets ${label}?`,
    reason: 'It is said to be set or calculated by the system, and how is not enforced here.',
    origin: 'inferred',
    note: 'Whoever writes a record may give it.',
    sources,
  };
}
