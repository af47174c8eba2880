import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Block, Item } from '../../document/document.ts';
import { foldText } from '../../words/fold.ts';
import type { Language } from '../../words/language.ts';
import { wordsOf } from '../../words/stem.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { attributeWords } from '../enumerate/attribute-score.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading } from '../reading.ts';
import { isAccountName } from '../resolve/account-names.ts';
import { fieldClaim } from './described-fields.ts';
import type { NounField } from './noun-fields.ts';
import { signingUpWords } from './signing-up-words.ts';

/** "Profil anlegen", 「プロフィール編集」, folded: the profile of whoever uses the service, and what is done with it. */
const titles: Readonly<Partial<Record<Language, RegExp>>> = {
  de: /^(?:(?:benutzer|nutzer)?profil(?:daten)?(?: (?:anlegen|bearbeiten|pflegen|erstellen|ausfullen|verwalten))?|(?:bearbeiten|anlegen|erstellen|pflege|bearbeitung) (?:des |eines )?(?:eigenen )?(?:benutzer|nutzer)?profils)$/u,
  pl: /^(?:(?:edycja|tworzenie|uzupelnianie|dane|zarzadzanie) )?profil(?:u|em)?(?: uzytkownika)?$/u,
  tr: /^(?:kullanici )?profil(?:i)?(?: (?:bilgileri|duzenleme|olusturma|yonetimi))?$/u,
  ru: /^(?:(?:сбор|создание|заполнение|редактирование|изменение|настройка|данные|просмотр) )?профил[ья](?: пользователя)?$/u,
  uk: /^(?:(?:збір|створення|заповнення|редагування|зміна|налаштування|дані|перегляд) )?профіл[ью]?(?: користувача)?$/u,
  ja: /^(?:ユーザー?)?プロフィール(?:情報)?の?(?:編集|登録|設定|更新|作成|入力|管理)?(?:機能)?$/u,
  zh: /^(?:(?:编辑|修改|完善|维护|填写|管理))?(?:用户)?个人(?:资料|信息)(?:编辑|修改|管理|维护|设置)?$/u,
  ko: /^(?:사용자 )?프로필(?: ?정보)?(?: ?(?:편집|수정|등록|설정|관리|작성|입력))?$/u,
};

/** "(phone, e-mail)" behind how somebody can be reached: what stands in the bracket is meant. */
const reached =
  /^(?:連絡先|联系方式|연락처|контакт\S*|kontakt\p{L}*|iletisim)\s*[(（]([^()（）]+)[)）]$/iu;

/**
 * What a profile holds, behind a colon or in the points below: attributes of the account.
 * @param heard what was claimed already
 */
export function profiles(reading: Reading, heard: readonly Claim[]): readonly Claim[] {
  const title = titles[reading.language];
  const words = signingUpWords[reading.language];
  if (title === undefined || words === undefined) return [];
  const account =
    heard.find(
      (claim) => claim.kind === 'entity' && isAccountName(foldText(wordsOf(claim.name).join(' '))),
    ) ?? undefined;
  const entity = account?.kind === 'entity' ? account.name : words.account;
  const points = Map.groupBy(
    reading.document.blocks.filter((block): block is Item => block.kind === 'item'),
    ({ parent }) => parent,
  );
  return reading.document.blocks.flatMap((block): readonly Claim[] => {
    if (block.kind !== 'item' && block.kind !== 'paragraph') return [];
    if (!isAboutService(reading.kinds[block.section]) || block.text.length > 400) return [];
    const found = /^([^:：(（]{3,40}?)\s*(?:[:：]\s*(.+)|[(（](.+)[)）])?$/su.exec(
      plainSentence(block.text),
    );
    if (found === null || !title.test(foldText(found[1] ?? ''))) return [];
    const list = found[2] ?? found[3];
    const parts: readonly Part[] =
      list === undefined
        ? (points.get(block.index) ?? []).map((point) => ({ block: point, text: point.text }))
        : [{ block, text: list }];
    return claimsOf(entity, parts, reading);
  });
}

interface Part {
  readonly block: Block;
  readonly text: string;
}

function claimsOf(entity: string, parts: readonly Part[], reading: Reading): readonly Claim[] {
  const { vocabulary } = reading;
  const placed = parts.flatMap(({ block, text }) =>
    splitList(text.replace(/[.。]\s*$/u, ''), vocabulary)
      .flatMap((part) => {
        const inside = reached.exec(part.text.trim())?.[1];
        return inside === undefined ? [part] : splitList(inside, vocabulary);
      })
      .flatMap(({ text: noun, start }) => {
        const field = readField(noun, vocabulary);
        const isShort = field !== undefined && field.name.split(/\s+/).length <= 4;
        const found: NounField | undefined = isShort
          ? { field, start, end: start + noun.length, text: noun }
          : undefined;
        return found === undefined || isDone(found.field.name, reading) ? [] : [{ block, found }];
      }),
  );
  const { sure } = attributeWords(reading, () => false).of(placed.map(({ found }) => found));
  const [first] = placed;
  if (first === undefined || placed.length < 3 || sure < 2 || sure * 2 < placed.length) return [];
  const { span: source, section } = first.block;
  return [
    { kind: 'entity', name: entity, evidence: 'described', source, section },
    ...placed.map(({ block, found: { field } }) =>
      fieldClaim(entity, field, 'described', { source: block.span, section: block.section }),
    ),
  ];
}

/** 「写真アップロード」, "change of the photo": a function, and no attribute. */
function isDone(name: string, { vocabulary }: Reading): boolean {
  return vocabulary
    .pattern('done-with', (words) => {
      const verbs = words((lexicon) => `${lexicon.manage}|${lexicon.managing}`);
      return new RegExp(`^(?:${verbs})(?=\\s)|(?<=.)(?:${verbs}|アップロード|업로드|上传)$`, 'u');
    })
    .test(foldText(name));
}
