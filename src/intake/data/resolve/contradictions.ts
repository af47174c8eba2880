import type { Diagnostic } from '#diagnostics';
import { intakeDiagnostics } from '../../intake.diagnostics.ts';
import type { DraftType } from '../../declaration/facts.ts';
import type { Claim, FieldClaim } from '../claim.ts';
import type { DraftEntity } from './draft-entity.ts';
import type { EntityGroups } from './entity-groups.ts';

/** Kinds that say the same with more or less precision. */
const alike: readonly (readonly DraftType['kind'][])[] = [
  ['string', 'text', 'email', 'url', 'phone', 'secret', 'uuid', 'enum'],
  ['integer', 'number', 'decimal', 'money'],
  ['date', 'datetime'],
];

/** Where the requirements say two things of one field, or describe what they say is not kept. */
export function contradictionsIn(
  drafts: readonly DraftEntity[],
  claims: readonly Claim[],
  groups: EntityGroups,
): readonly Diagnostic[] {
  return [
    ...drafts.flatMap((draft) =>
      draft.fields.flatMap((field) => [
        ...typesOf(draft, field.claims),
        ...twice(draft, field.claims),
      ]),
    ),
    ...deniedIn(drafts, claims, groups),
  ];
}

function typesOf(draft: DraftEntity, claims: readonly FieldClaim[]): readonly Diagnostic[] {
  const typed = claims.filter(
    (claim) => claim.facts.type !== undefined || claim.facts.values !== undefined,
  );
  const [first] = typed;
  if (first === undefined) return [];
  const other = typed.find((claim) => !agree(first, claim));
  if (other === undefined) return [];
  const params = {
    subject: `${draft.label}.${first.name}`,
    first: wordFor(first),
    second: wordFor(other),
    line: first.source.line,
  };
  return [intakeDiagnostics.create('contradiction', params, other.source)];
}

function agree(left: FieldClaim, right: FieldClaim): boolean {
  const [a, b] = [kindOf(left), kindOf(right)];
  if (a === 'enum' && b === 'enum') return sameValues(left, right);
  return (
    a === b ||
    a === 'reference' ||
    b === 'reference' ||
    a === 'list' ||
    b === 'list' ||
    alike.some((kinds) => kinds.includes(a) && kinds.includes(b))
  );
}

function kindOf({ facts }: FieldClaim): DraftType['kind'] {
  return facts.values !== undefined && facts.type?.kind !== 'boolean'
    ? 'enum'
    : (facts.type?.kind ?? 'string');
}

/** The same values in another case, or a part of them, are no contradiction. */
function sameValues(left: FieldClaim, right: FieldClaim): boolean {
  const [a, b] = [valuesOf(left), valuesOf(right)];
  if (a.size === 0 || b.size === 0) return true;
  return [...a].every((value) => b.has(value)) || [...b].every((value) => a.has(value));
}

function valuesOf({ facts }: FieldClaim): ReadonlySet<string> {
  const values = facts.values ?? (facts.type?.kind === 'enum' ? facts.type.values : []);
  return new Set(values.map(({ value }) => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')));
}

function wordFor(claim: FieldClaim): string {
  const kind = kindOf(claim);
  return kind === 'enum' ? `one of ${[...valuesOf(claim)].join(', ')}` : kind;
}

/** One list that gives the same field in two lines. */
function twice(draft: DraftEntity, claims: readonly FieldClaim[]): readonly Diagnostic[] {
  const seen = new Map<number, FieldClaim>();
  for (const claim of claims) {
    const first = seen.get(claim.section);
    const isSame =
      first !== undefined &&
      first.evidence === 'schema' &&
      claim.evidence === 'schema' &&
      first.source.line !== claim.source.line;
    if (isSame && claim.name === first.name)
      return [
        intakeDiagnostics.create(
          'duplicate',
          { field: `${draft.label}.${claim.name}`, line: first.source.line },
          claim.source,
        ),
      ];
    if (first === undefined) seen.set(claim.section, claim);
  }
  return [];
}

function deniedIn(
  drafts: readonly DraftEntity[],
  claims: readonly Claim[],
  groups: EntityGroups,
): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const claim of claims) {
    if (claim.kind !== 'denial') continue;
    const draft = drafts.find((candidate) => candidate.key === groups.find(claim.name));
    const described = draft?.group.claims.find((entity) => entity.evidence === 'schema');
    if (draft !== undefined && described !== undefined && !found.has(draft.key))
      found.set(
        draft.key,
        intakeDiagnostics.create(
          'denied',
          { entity: draft.label, line: described.source.line },
          claim.source,
        ),
      );
  }
  return [...found.values()];
}
