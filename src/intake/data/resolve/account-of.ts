import { foldText } from '../../words/fold.ts';
import { wordsOf } from '../../words/stem.ts';
import { isAccountName, isLoginName, isSecretName } from './account-names.ts';
import type { DraftEntity } from './draft-entity.ts';

/** The one entity whose records are the people who log in, if the requirements describe one. */
export function accountOf(entities: readonly DraftEntity[]): DraftEntity | undefined {
  const named = entities.filter((entity) => spokenNames(entity).some(isAccountName));
  const withPassword = entities.filter((entity) =>
    entity.fields.some((field) => field.names.some(isSecret)),
  );
  return (
    named.find((entity) => withPassword.includes(entity)) ??
    // Beside users the accounts are those of a bank.
    named.find((entity) => !spokenNames(entity).every(isLoginName)) ??
    named[0] ??
    withPassword[0]
  );
}

function spokenNames({ group }: DraftEntity): readonly string[] {
  return group.names.map((name) => foldText(wordsOf(name).join(' ')));
}

/** A field that the account keeps by itself. */
export function isSecret(name: string): boolean {
  return isSecretName(foldText(wordsOf(name).join(' ')));
}
