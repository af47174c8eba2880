import { buildField, referenceTo } from '#blueprint';
import type { DefaultValue, Field, FieldType } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import { intakeDiagnostics } from '../../intake.diagnostics.ts';
import type { ModelledField } from '../../data-model.ts';
import type { EnumClaim } from '../claim.ts';
import type { Reading } from '../reading.ts';
import { identifierOf } from '../../names/identifier.ts';
import { isSecret } from './account-of.ts';
import type { DraftEntity } from './draft-entity.ts';
import type { EntityGroups } from './entity-groups.ts';
import type { FieldGroup } from './field-groups.ts';
import { finalType } from './final-type.ts';
import { resolveReference } from './resolve-references.ts';
import { isSystemField } from './system-fields.ts';

export interface FieldsContext {
  readonly entities: readonly DraftEntity[];
  readonly groups: EntityGroups;
  readonly enums: readonly EnumClaim[];
  readonly account: DraftEntity | undefined;
  readonly reading: Reading;
}

export interface ResolvedFields {
  readonly fields: readonly ModelledField[];
  /** Places of fields that every record or account has anyway. */
  readonly absorbed: Field['sources'];
  readonly diagnostics: readonly Diagnostic[];
}

/** The fields of one entity with their final types. */
export function resolveFields(owner: DraftEntity, context: FieldsContext): ResolvedFields {
  const fields: ModelledField[] = [];
  const absorbed: Field['sources'][number][] = [];
  const diagnostics: Diagnostic[] = [];
  const used = new Set<string>();
  const own = marksOf(owner.fields);
  // What one entity shows of the author's convention holds for those that mark nothing.
  const marks =
    own === 'none' &&
    owner.group.evidence.has('schema') &&
    everyMark(context.entities) === 'optional'
      ? 'optional'
      : own;
  for (const group of owner.fields) {
    const isAccount = owner === context.account;
    if (
      group.names.some(isSystemField) ||
      (group.facts.key === true && isSystemKey(group)) ||
      isOwnKey(group, owner, context.groups) ||
      (isAccount && group.names.some(isSecret))
    ) {
      absorbed.push(...group.claims.map((claim) => claim.source));
      continue;
    }
    const found = resolveField(owner, group, marks, context, diagnostics);
    if (found === undefined) {
      absorbed.push(...group.claims.map((claim) => claim.source));
      continue;
    }
    const twin =
      found.type.kind === 'reference'
        ? fields.findIndex(
            ({ field }) => field.name === found.name && field.type.kind === 'reference',
          )
        : -1;
    if (twin >= 0) {
      // `author User` and `authorId String` are one relation.
      const known = fields[twin];
      if (known !== undefined)
        fields[twin] = {
          field: {
            ...known.field,
            required: known.field.required || found.required,
            sources: [...known.field.sources, ...found.sources],
          },
          aliases: [...known.aliases, ...group.names],
        };
      continue;
    }
    const name = free(found.name, used);
    used.add(name);
    const field = { ...found, name, id: `${owner.name}/${name}` };
    const { readOnly, automatic, uniqueWithin } = group.facts;
    fields.push({
      field,
      ...(uniqueWithin !== undefined && { uniqueWithin }),
      ...(field.default === undefined &&
        (automatic === true
          ? { isAutomatic: true as const }
          : readOnly === true && { isFixed: true as const })),
      aliases: [...new Set([...group.names, group.identifier.replaceAll('-', ' ')])],
    });
  }
  return { fields, absorbed, diagnostics };
}

type Marks = 'required' | 'optional' | 'none';

/** Where some fields are marked optional the others are required, and the other way round. */
function marksOf(fields: readonly FieldGroup[]): Marks {
  if (fields.some((field) => field.facts.required === true)) return 'required';
  return fields.some((field) => field.facts.required === false) ? 'optional' : 'none';
}

function everyMark(entities: readonly DraftEntity[]): Marks {
  return marksOf(entities.flatMap((entity) => entity.fields));
}

function isSystemKey(group: FieldGroup): boolean {
  return (
    /^(?:pk|cuid|uuid|id|codigo|.*-id|id-.*)$/.test(group.identifier) &&
    group.facts.type?.kind !== 'reference'
  );
}

/** `ProjectId` of a project that has no other id, where nothing says what else it is: the id that every record has. */
function isOwnKey(
  { identifier, facts }: FieldGroup,
  owner: DraftEntity,
  groups: EntityGroups,
): boolean {
  const { type, pattern, minLength, maxLength } = facts;
  return (
    identifier.endsWith('-id') &&
    // `category_id` of a category beside its `id` is that of another one.
    !owner.fields.some((field) => field.identifier === 'id') &&
    groups.find(identifier.slice(0, -3).replaceAll('-', ' ')) === owner.key &&
    (type === undefined || type.kind === 'uuid' || type.kind === 'integer') &&
    pattern === undefined &&
    minLength === undefined &&
    maxLength === undefined
  );
}

function resolveField(
  owner: DraftEntity,
  group: FieldGroup,
  marks: Marks,
  context: FieldsContext,
  diagnostics: Diagnostic[],
): Field | undefined {
  const { facts, claims } = group;
  const called =
    facts.typeWords ??
    facts.unknownType ??
    (facts.type?.kind === 'reference' ? facts.type.to : undefined) ??
    group.identifier;
  const named = context.enums.find(
    (claim) => sameName(claim.name, called) || sameName(claim.name, `${owner.name} ${group.name}`),
  );
  const values = named?.values;
  const sources = [...claims, ...(named === undefined ? [] : [named])].map(({ source }) => source);
  const [first] = sources;
  const formerly =
    facts.formerly === undefined ? '' : identifierOf(facts.formerly, context.reading.vocabulary);
  const common = {
    label: facts.label ?? group.name,
    sources,
    ...flags(group, marks, owner === context.account),
    ...(/^[a-z]/.test(formerly) && { formerly }),
  };
  const resolution =
    values !== undefined
      ? ({ kind: 'none' } as const)
      : resolveReference(group, owner, context.entities, context.groups, context.reading);
  if (resolution.kind === 'reference') {
    const { reference } = resolution;
    const onDelete = facts.onDelete ?? (common.required ? 'restrict' : 'clear');
    const type = referenceTo(reference.entity, {
      cardinality: reference.cardinality,
      onDelete: reference.cardinality === 'many' ? 'clear' : onDelete,
    });
    return buildField(owner.name, {
      name: reference.name,
      type,
      ...common,
      ...inferred(reference.note),
      required: common.required && reference.cardinality === 'one',
    });
  }
  if (resolution.kind === 'dangling' && first !== undefined)
    diagnostics.push(
      intakeDiagnostics.create(
        'dangling-reference',
        { field: group.name, to: resolution.to },
        first,
      ),
    );
  if (facts.unknownType !== undefined && values === undefined && first !== undefined)
    diagnostics.push(
      intakeDiagnostics.create(
        'unknown-type',
        { type: facts.unknownType, field: group.name },
        first,
      ),
    );
  const { type: stated, ...untyped } = facts;
  const choice = finalType(
    group.name,
    values === undefined || stated?.kind !== 'reference' ? facts : untyped,
    values,
    context.reading,
  );
  const secret =
    choice.type.kind === 'secret' || (facts.secret === true && choice.type.kind === 'string');
  const type: FieldType = choice.type.kind === 'secret' ? { kind: 'string' } : choice.type;
  const limits = limitsOf(facts, type);
  const given = defaultOf(facts.default, type);
  return buildField(owner.name, {
    name: group.identifier,
    type,
    ...common,
    ...inferred(choice.note),
    ...limits,
    ...(secret ? { secret: true } : {}),
    ...(given === undefined ? {} : { default: given, readOnly: facts.readOnly === true }),
  });
}

function flags(
  group: FieldGroup,
  marks: Marks,
  isAccount: boolean,
): { required: boolean; unique: boolean; readOnly: boolean } {
  const { facts } = group;
  const automatic = facts.automatic === true && facts.default === undefined;
  const assumed =
    marks === 'optional'
      ? group.declared || titles.test(group.identifier)
      : marks === 'none' && !isAccount && titles.test(group.identifier);
  return {
    required: facts.required ?? (facts.key === true || (assumed && !automatic)),
    unique: facts.unique === true || facts.key === true,
    readOnly: false,
  };
}

const titles =
  /^(?:name|title|full-name|nombre|nome|nom|titulo|titre|titolo|titel|bezeichnung|first-name|last-name|label)$/;

function inferred(
  note: string | undefined,
): { origin: 'inferred'; note: string } | { origin: 'stated' } {
  return note === undefined ? { origin: 'stated' } : { origin: 'inferred', note };
}

function limitsOf(facts: FieldGroup['facts'], type: FieldType): Partial<Field> {
  const limits: {
    min?: Field['min'] & {};
    max?: Field['max'] & {};
    minLength?: number;
    maxLength?: number;
    pattern?: string;
  } = {};
  if (['integer', 'number', 'decimal', 'money'].includes(type.kind)) {
    if (facts.min !== undefined) limits.min = facts.min;
    if (facts.max !== undefined) limits.max = facts.max;
  }
  if (type.kind === 'list') {
    const [least, most] = [wholeNumber(facts.min), wholeNumber(facts.max)];
    if (least !== undefined) limits.minLength = least;
    if (most !== undefined && most <= 1000) limits.maxLength = most;
  }
  if (['string', 'text', 'url', 'phone', 'email'].includes(type.kind)) {
    // "string, max 80": of text, a limit without a unit is one of characters.
    const least = facts.minLength ?? wholeNumber(facts.min);
    const most = facts.maxLength ?? wholeNumber(facts.max);
    if (least !== undefined && least <= 10_000) limits.minLength = least;
    if (most !== undefined && most >= 1) limits.maxLength = most;
    if (facts.pattern !== undefined) limits.pattern = facts.pattern;
  }
  return limits;
}

function wholeNumber(bound: FieldGroup['facts']['min']): number | undefined {
  return bound !== undefined && !bound.exclusive && /^[1-9]\d{0,5}$/.test(bound.value)
    ? Number(bound.value)
    : undefined;
}

function defaultOf(text: string | undefined, type: FieldType): DefaultValue | undefined {
  if (text === undefined) return undefined;
  const now =
    /^(?:now|current_timestamp|getdate|sysdate|today|current_date|datetime\.now|timezone\.now|date\.now|auto_now_add|utcnow)(?:\(\))?$/i.test(
      text,
    );
  switch (type.kind) {
    case 'enum': {
      const value = type.values.find(
        (option) =>
          option.value.toLowerCase() === text.toLowerCase() ||
          option.label.toLowerCase() === text.toLowerCase(),
      );
      return value === undefined ? undefined : { kind: 'value', value: value.value };
    }
    case 'boolean':
      return /^(?:true|1|yes|sim|si|ja|oui)$/i.test(text)
        ? { kind: 'value', value: true }
        : /^(?:false|0|no|nao|nein|non)$/i.test(text)
          ? { kind: 'value', value: false }
          : undefined;
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? { kind: 'value', value: Number(text) } : undefined;
    case 'number':
      return /^-?\d{1,15}(?:\.\d+)?$/.test(text)
        ? { kind: 'value', value: Number(text) }
        : undefined;
    case 'decimal':
    case 'money': {
      const scale = type.kind === 'money' ? 2 : type.scale;
      return /^-?\d{1,12}(?:\.\d+)?$/.test(text) && (text.split('.')[1]?.length ?? 0) <= scale
        ? { kind: 'value', value: Number(text).toFixed(scale) }
        : undefined;
    }
    case 'date':
      return now ? { kind: 'today' } : undefined;
    case 'datetime':
      return now ? { kind: 'now' } : undefined;
    case 'string':
    case 'text':
      return text.endsWith('()') || text.trim() === '' ? undefined : { kind: 'value', value: text };
    default:
      return undefined;
  }
}

function sameName(left: string, right: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain(left) === plain(right);
}

function free(name: string, used: ReadonlySet<string>): string {
  const base = /^[a-z]/.test(name) ? name : 'field';
  if (!used.has(base)) return base;
  let count = 2;
  while (used.has(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}
