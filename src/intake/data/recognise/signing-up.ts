import { inferType } from '../../declaration/infer-type.ts';
import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { foldText } from '../../words/fold.ts';
import { wordsOf } from '../../words/stem.ts';
import type { Sentence } from '../../words/sentences.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { foldKeepingLength } from '../entity-name.ts';
import { isLoginProvider } from '../login-provider.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading } from '../reading.ts';
import { isAccountName, isLoginName, isSecretName } from '../resolve/account-names.ts';
import { statementsOf } from '../statements-of.ts';
import { describedField } from './described-fields.ts';
import { nounFields } from './noun-fields.ts';
import type { NounField } from './noun-fields.ts';
import { signingUpWords } from './signing-up-words.ts';

/**
 * What is given to get an account: "sign up with full name, e-mail and password", "registration: name, phone". These
 * are attributes of the account, unless another record is known that has an e-mail address or a password.
 * @param heard what was claimed already
 */
export function signingUp(reading: Reading, heard: readonly Claim[]): readonly Claim[] {
  const words = signingUpWords[reading.language];
  if (words === undefined) return [];
  const names = heard.flatMap((claim) =>
    claim.kind === 'entity' && isAccount(claim.name) ? [claim.name] : [],
  );
  // Of users and their accounts, the users.
  const named = names.find((name) => !isLoginName(foldText(wordsOf(name).join(' ')))) ?? names[0];
  const account = named ?? words.account;
  const hasOther = heard.some(
    (claim) => claim.kind === 'field' && !isAccount(claim.entity) && isSign(claim.name, reading),
  );
  if (hasOther && named === undefined) return [];
  return reading.document.blocks.flatMap((block) =>
    block.kind === 'heading' ||
    block.kind === 'code' ||
    !isAboutService(reading.kinds[block.section])
      ? []
      : (rowIn(block, reading) ?? statementsOf(block)).flatMap((sentence) =>
          claimsIn(sentence, block, account, reading),
        ),
  );
}

/** "Registration | name/e-mail/password; …": what one cell names, the next one begins to list. */
function rowIn(block: Block, { language, vocabulary }: Reading): readonly Sentence[] | undefined {
  if (block.kind !== 'row') return undefined;
  const title = vocabulary.pattern(
    'signing-up-row',
    () => new RegExp(`^(?:${signingUpWords[language]?.register ?? '(?!)'})$`, 'u'),
  );
  const at = block.cells.findIndex(({ text }) => title.test(foldText(text).trim()));
  const cell = at < 0 ? undefined : block.cells[at + 1];
  const list = cell?.text.split(/[;；。]/u)[0] ?? '';
  if (cell === undefined || !/[/、,，]/u.test(list)) return undefined;
  const text = `${block.cells[at]?.text.trim()}: ${list.replace(/\s*[/／]\s*/gu, ', ')}`;
  return [{ text, start: cell.start, end: cell.start + list.length }];
}

function isAccount(name: string): boolean {
  return isAccountName(foldText(wordsOf(name).join(' ')));
}

function claimsIn(
  sentence: Sentence,
  block: Block,
  account: string,
  reading: Reading,
): readonly Claim[] {
  if (sentence.text.length > 400) return [];
  const list = listIn(plainSentence(sentence.text), reading);
  const fields = list === undefined ? undefined : nounFields(list, reading, 2);
  const own = fields?.filter(({ field }) => !isLoginProvider(field.name));
  if (own === undefined || !own.some(({ field }) => isSign(field.name, reading))) return [];
  const place = {
    source: spanIn(reading.document, block, sentence.start, sentence.end),
    section: block.section,
  };
  const name = { name: account, also: [], announced: true };
  return [
    { kind: 'entity', name: account, evidence: 'described', ...place },
    ...own.map((field: NounField) => describedField(name, field, place)),
  ];
}

/** What only somebody who can be reached, or signs in, has. */
function isSign(name: string, { vocabulary }: Reading): boolean {
  if (isSecretName(foldText(name))) return true;
  const kind = inferType(name, vocabulary)?.kind;
  return kind === 'email' || kind === 'phone';
}

/** The list behind "sign up with", or before "… eingebend", as languages have it. */
function listIn(written: string, { language, vocabulary }: Reading): string | undefined {
  const words = signingUpWords[language];
  if (words === undefined) return undefined;
  // "Registration: name, email → id, token": behind the arrow is what comes back.
  const text = written
    .replace(/[`*]/g, ' ')
    .replace(/\s*(?:→|⇒|=>|->).*$/su, '')
    .replace(/\s*[.;。]+$/u, '');
  const folded = foldKeepingLength(text).toLowerCase();
  const { register, aside = '(?!)', by = '(?!)', given } = words;
  const before = vocabulary.pattern(
    'signing-up',
    () =>
      new RegExp(
        `(?<![\\p{L}])(?:${register})(?: (?:${aside})){0,2}\\s*(?:[:：(（]|,? (?:${by}) )\\s*(?<list>[^:()（）]{5,250})`,
        'u',
      ),
  );
  const found = before.exec(folded);
  if (found?.groups?.['list'] !== undefined) {
    const start = found.index + found[0].length - found.groups['list'].length;
    return text.slice(start, start + found.groups['list'].length);
  }
  if (given === undefined) return undefined;
  const after = vocabulary.pattern(
    'signed-up',
    () =>
      new RegExp(`^(?<list>[^:：。]{5,200}?)\\s*(?:${given})(?=[^。]{0,40}?(?:${register}))`, 'u'),
  );
  const list = after.exec(folded)?.groups?.['list'];
  return list === undefined
    ? undefined
    : text
        .slice(0, list.length)
        .replace(/^(?:用户|사용자는?|ユーザーは?|使用者)?(?:通过|使用|填写|输入|提供|、)?\s*/u, '')
        .replace(/(?<=\p{Script=Hangul})\s*(?:과|와) /gu, ', ');
}
