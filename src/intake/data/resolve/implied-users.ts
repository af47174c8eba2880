import { foldText } from '../../words/fold.ts';
import { wordsOf } from '../../words/stem.ts';
import type { Claim, EntityClaim } from '../claim.ts';
import { isAccountName } from './account-names.ts';

/**
 * `user_id` in a table, and no table of users: those who log in are meant.
 * @returns the claim that there are users, from the first declared field that refers to them
 */
export function impliedUsers(claims: readonly Claim[]): EntityClaim | undefined {
  const found = claims.find(
    (claim) => claim.kind === 'field' && claim.evidence === 'schema' && refersToUser(claim),
  );
  return found === undefined
    ? undefined
    : {
        kind: 'entity',
        name: 'User',
        evidence: 'listed',
        source: found.source,
        section: found.section,
      };
}

function refersToUser({ name, facts }: Claim & { kind: 'field' }): boolean {
  const { type } = facts;
  if (type?.kind === 'reference' && type.to !== undefined)
    return isAccountName(foldText(wordsOf(type.to).join(' ')));
  return /(?:^| )user id$/.test(foldText(wordsOf(name).join(' ')));
}
