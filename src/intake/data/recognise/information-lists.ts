import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Block, Item } from '../../document/document.ts';
import type { Language } from '../../words/language.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import { attributeTail } from '../enumerate/attribute-score.ts';
import { headingEntity } from '../heading-entity.ts';
import { isInformation } from '../information.ts';
import { isKnownNoun } from '../known-noun.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { isDataNoun } from '../data-noun.ts';
import { objectsOf } from './managed.ts';

/**
 * Attributes that a section about one thing lists: "Informations personnelles (nom, âge)" below "Gestion des candidats",
 * "Aggiunta dei tavoli (numero, capienza)", and points below "予約登録".
 */
export const informationLists: Recogniser = (reading) => {
  const points = Map.groupBy(
    reading.document.blocks.filter((block): block is Item => block.kind === 'item'),
    (block) => block.parent,
  );
  return reading.document.blocks.flatMap((block) =>
    block.kind === 'item' && isAboutService(reading.kinds[block.section])
      ? [...inBrackets(block, reading), ...below(block, points.get(block.index) ?? [], reading)]
      : [],
  );
};

function inBrackets(block: Item, reading: Reading): readonly Claim[] {
  const text = plainSentence(block.text);
  const found =
    /^(?<before>[^(（:：]{3,60})\s*(?:[(（](?<inside>[^()（）]{5,300})[)）]|[:：]\s*(?<after>.{5,300}))[.。;]?$/u.exec(
      text,
    );
  const before = found?.groups?.['before']?.trim() ?? '';
  const list = found?.groups?.['inside'] ?? found?.groups?.['after'];
  if (list === undefined || ofValues.test(before)) return [];
  const isAll = isInformation(before);
  const name = isAll ? headingEntity(block, reading) : createdIn(before, block, reading);
  return name === undefined
    ? []
    : claimsOf(
        name,
        [{ block, text: list }],
        reading,
        isAll ? 0 : 0.3,
        !isAll && found?.groups?.['inside'] !== undefined,
      );
}

/** 「注文ステータス管理（受付、発送）」: what stands in the bracket are its values. */
const ofValues =
  /(?:状態|ステータス|種別|区分|優先度|状态|类型|优先级|상태|유형|우선순위)(?:の|을|를)?\s?(?:管理|設定|変更|切り?替え?|设置|变更|切换|관리|설정|변경|지정)?$/u;

/** "予約登録" with points below it that are lists of nouns. */
function below(block: Item, points: readonly Item[], reading: Reading): readonly Claim[] {
  if (block.text.length > 40) return [];
  if (points.length === 0) return [];
  const shown = shownIn(block.text, reading);
  const isShown = shown !== undefined;
  const name = isInformation(block.text)
    ? headingEntity(block, reading)
    : (shown ?? createdIn(block.text, block, reading));
  return name === undefined
    ? []
    : claimsOf(
        name,
        points.map((point) => ({ block: point, text: point.text })),
        reading,
        0.5,
        isShown,
        isShown,
      );
}

/** 「大会詳細表示」, 「상품 상세 정보」: what is shown of one of them is what it has. */
export function shownIn(text: string, { language, vocabulary }: Reading): EntityName | undefined {
  const thing = details[language]?.exec(plainSentence(text).trim())?.[1];
  const name = thing === undefined ? undefined : entityName(thing, vocabulary);
  return name !== undefined && isKnownNoun(name.name, vocabulary) ? name : undefined;
}

const details: Readonly<Partial<Record<Language, RegExp>>> = {
  ja: /^(.{2,12}?)の?(?:詳細|基本)(?:情報)?の?(?:表示|閲覧|確認|画面|編集|入力|登録)?$/u,
  ko: /^(.{2,12}?) ?(?:상세|기본)(?: ?정보)?(?: ?(?:조회|보기|확인|화면|표시|페이지|입력))?$/u,
  zh: /^(?:查看|显示|展示|浏览)?(.{2,8}?)的?(?:详情|详细信息|基本信息)(?:页面?|展示|查看|显示)?$/u,
};

/** What a title or point says is made, not only looked at. */
function createdIn(text: string, block: Block, reading: Reading): EntityName | undefined {
  return objectsOf(text, block, reading).find(({ strength }) => strength !== 'mentioned')?.name;
}

/**
 * @param least the share of the nouns that must be known as attributes
 * @param isEntity the list stands right behind the name, which is a record then
 * @param isShown it is said to be shown of it: then the end of a word tells as much as the whole
 */
function claimsOf(
  name: EntityName,
  lists: readonly { readonly block: Item; readonly text: string }[],
  reading: Reading,
  least: number,
  isEntity = false,
  isShown = false,
): readonly Claim[] {
  const { vocabulary } = reading;
  const fields = lists.flatMap(({ block, text }) => {
    const parts = splitList(text, vocabulary).map((part) => readField(part.text, vocabulary));
    const isList = parts.every(
      (field) => field !== undefined && field.name.split(/\s+/).length <= 4,
    );
    return isList ? parts.flatMap((field) => (field === undefined ? [] : [{ field, block }])) : [];
  });
  const known = fields.filter(
    ({ field }) =>
      isDataNoun(field.name, reading) ||
      (/[^\u0020-\u024f]/.test(field.name) && isKnownNoun(field.name, vocabulary)) ||
      (isShown && attributeTail.test(field.name)),
  ).length;
  const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  // Beside several that are known, a word that is not is one more of them.
  const isSure = known > 1 && known * 5 >= fields.length * 3;
  const told =
    isWide.test(name.name) && !isSure
      ? fields.filter(
          ({ field }) => isDataNoun(field.name, reading) || isKnownNoun(field.name, vocabulary),
        )
      : fields;
  if (fields.length < 2 || known === 0 || known < fields.length * least) return [];
  const [first] = told;
  const { span: source, section } = first?.block ?? {};
  const isTold = isEntity && told.length > 2 && source !== undefined && section !== undefined;
  const entity: readonly Claim[] = isTold
    ? [{ kind: 'entity', name: name.name, also: name.also, evidence: 'described', source, section }]
    : [];
  return entity.concat(
    told.map(({ field, block }): Claim => ({
      kind: 'field',
      entity: name.name,
      name: field.name,
      also: field.alias === undefined ? [] : [field.alias],
      facts: field.facts,
      declared: false,
      evidence: 'described',
      source: block.span,
      section: block.section,
    })),
  );
}
