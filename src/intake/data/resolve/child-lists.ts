import { foldText } from '../../words/fold.ts';
import type { Claim, FieldClaim } from '../claim.ts';
import { namesParts } from '../part-of-thing.ts';
import type { EntityGroups } from './entity-groups.ts';

const listWords =
  /\s*(?:の)?(?:リスト|一覧|目録|列表|목록|리스트)$|^(?:an?\s+)?(?:(?:list|set|collection|series)s? of|lista de|listado de|liste (?:de|des|der|von)|elenco (?:di|dei|delle)|список)\s+|\s+(?:list|lists|liste|lista|items list)$/iu;
const many =
  /0\s*(?:〜|~|-|–|\.\.)\s*(?:n|N|\*|複数|多)|複数|多个|여러|multiple|several|one or more|zero or more|1\.\.\*|0\.\.\*|varios|varias|vários|várias|mehrere|plusieurs|несколько/u;

/**
 * "Ingredients: 0 to n, each has a name and an amount" in the list of a recipe's fields: the rows of the
 * other entity belong to this one. Such a field becomes a relation of the other entity.
 */
export function childLists(
  claims: readonly Claim[],
  groups: EntityGroups,
  chosen: readonly string[],
): readonly Claim[] {
  return claims.map((claim) =>
    claim.kind === 'field' ? (relationOf(claim, claims, groups, chosen) ?? claim) : claim,
  );
}

function relationOf(
  claim: FieldClaim,
  claims: readonly Claim[],
  groups: EntityGroups,
  chosen: readonly string[],
): Claim | undefined {
  const { facts, name } = claim;
  if ((facts.type !== undefined && facts.type.kind !== 'list') || facts.typeWords !== undefined)
    return undefined;
  const bare = name.replace(listWords, '').trim();
  const child = bare === '' ? undefined : groups.find(bare);
  const owner = groups.find(claim.entity);
  if (child === undefined || owner === undefined || child === owner || !chosen.includes(child))
    return undefined;
  const isList =
    bare !== name ||
    namesParts(name) ||
    facts.type?.kind === 'list' ||
    many.test(facts.description ?? '');
  const describedHere = claims.some(
    (other) =>
      other.kind === 'entity' &&
      groups.find(other.name) === child &&
      other.source.line === claim.source.line,
  );
  const describes = foldText(facts.description ?? '') !== '' && describedHere;
  if (!isList || !(describes || hasOwnFields(child, claims, groups))) return undefined;
  return {
    kind: 'relation',
    from: bare,
    to: claim.entity,
    cardinality: 'one',
    required: true,
    source: claim.source,
    section: claim.section,
  };
}

/** Only an entity with fields of its own can hold the key; a mere name stays a list. */
function hasOwnFields(key: string, claims: readonly Claim[], groups: EntityGroups): boolean {
  return claims.some((claim) => claim.kind === 'field' && groups.find(claim.entity) === key);
}
