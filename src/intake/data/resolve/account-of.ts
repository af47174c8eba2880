import { foldText } from '../../words/fold.ts';
import { wordsOf } from '../../words/stem.ts';
import { isAccountName, isPlainAccount, isSecretName } from './account-names.ts';
import type { DraftEntity } from './draft-entity.ts';

/** The one entity whose records are the people who log in, if the requirements describe one. */
export function accountOf(entities: readonly DraftEntity[]): DraftEntity | undefined {
  const isCalled = (is: (folded: string) => boolean) => (entity: DraftEntity) =>
    entity.group.names.some((name) => is(foldText(wordsOf(name).join(' '))));
  const named = entities.filter(isCalled(isAccountName));
  // Users who have accounts log in, not the accounts.
  const isUser = isCalled((folded) => isAccountName(folded) && !isPlainAccount(folded));
  const withPassword = entities.filter((entity) =>
    entity.fields.some((field) => field.names.some(isSecret)),
  );
  return (
    named.find((entity) => withPassword.includes(entity)) ??
    named.find(isUser) ??
    named[0] ??
    withPassword[0]
  );
}

/** A field that the account keeps by itself. */
export function isSecret(name: string): boolean {
  return isSecretName(foldText(wordsOf(name).join(' ')));
}
