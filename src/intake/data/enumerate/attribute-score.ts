import type { FieldReading } from '../../declaration/read-field.ts';
import { foldText } from '../../words/fold.ts';
import type { Reading } from '../reading.ts';
import { isDataNoun } from '../data-noun.ts';
import { isWide } from '../recognise/noun-fields.ts';
import type { NounField } from '../recognise/noun-fields.ts';
import { sentenceWords } from './words/words-of.ts';

/** How much the parts of a list look like attributes of something. */
export interface AttributeScore {
  /** 0 to 1 for each part. */
  readonly mean: number;
  /** Parts that surely are. */
  readonly sure: number;
}

export interface AttributeWords {
  readonly of: (fields: readonly NounField[]) => AttributeScore;
}

/** @param isNamed something that the document speaks of as a kind of record */
export function attributeWords(
  reading: Reading,
  isNamed: (name: string) => boolean,
): AttributeWords {
  const words = new Set(
    ['en', reading.language].flatMap(
      (language) => sentenceWords[language as 'en']?.attribute.split(/\s+/) ?? [],
    ),
  );
  words.delete('');
  const isHeadFirst = !['en', 'de', 'nl'].includes(reading.language);
  const known = (name: string) => {
    const parts = foldText(name).split(/[\s'-]+/);
    const heads = isHeadFirst ? [parts[0], parts.at(-1)] : [parts.at(-1)];
    return heads.some(
      (part) =>
        part !== undefined &&
        (words.has(part) || (part.length > 3 && words.has(part.replace(/s$/, '')))),
    );
  };
  const scoreOf = ({ field, text }: NounField): number => {
    if (isTold(field)) return 1;
    if (praising.test(field.name)) return 0.1;
    if (asking.test(text)) return 1;
    if (attributeTail.test(field.name)) return 1;
    if (isWide(field.name) && isNamed(field.name)) return 0.7;
    if (isDataNoun(field.name, reading) || known(field.name)) return 1;
    if (isInflected(field.name, reading)) return 1;
    if (reading.language === 'de' && /^\p{Lu}/u.test(field.name) && isCompound(field.name, words))
      return 1;
    if (isNamed(field.name)) return 0.7;
    if (/^\p{L}+ing (?:an?|the|all|any|\p{L}+s(?!\p{L}))/iu.test(field.name)) return 0.1;
    if (
      /^(?:an?|the|its|their|une?|una|uma?|uno|eine?[nr]?|son|sa|ses|seu|sua|su|suo) /iu.test(text)
    )
      return 0.65;
    return field.name.split(/\s+/).length <= 3 ? 0.4 : 0.1;
  };
  return {
    of: (fields) => {
      const scores = fields.map(scoreOf);
      return {
        mean: scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length),
        sure: scores.filter((score) => score >= 0.9).length,
      };
    },
  };
}

/** A question that an attribute answers. */
const asking =
  /^(?:which|when|whether|who|how (?:many|much|long|often)|welche[rsnm]?|bei welche[mrn]|wann|wer|ob|quel(?:le)?s?|qué|cuál|cuándo|quale?|quali|quais|qual|welke?|wanneer)\s/iu;

/** Said of what a service should be like. */
const praising =
  /^(?:accurate|clear|visual|proper|fast|quick|easy|intuitive|responsive|modern|smooth|secure|real-?time|realistic|correct|updated|restful|robust|simple|better|good|improved|appropriate|consistent|seamless|minimal)\s/iu;

function isTold({ facts }: FieldReading): boolean {
  return (
    (facts.type ??
      facts.values ??
      facts.required ??
      facts.unique ??
      facts.default ??
      facts.min ??
      facts.max) !== undefined
  );
}

/** What a Chinese, Japanese or Korean word for an attribute ends in. */
export const attributeTail =
  /(?:名|称|番号|番|号|コード|码|日|日時|日期|时间|時間|時刻|年|月|額|额|金|料金|価格|价|费|費|単価|数|数量|量|者|人|員|员|先|元|種別|種類|类型|类别|类|分类|分類|区分|状態|状态|ステータス|住所|地址|場所|地点|位置|電話|电话|メール|邮箱|备注|備考|メモ|コメント|说明|説明|内容|理由|原因|結果|结果|方法|方式|形式|サイズ|大小|颜色|色|単位|单位|率|温度|重量|体重|身長|画像|写真|图片|照片|評価|评分|等级|级别|定員|期限|期間|开始|结束|開始|終了|目的|項目|项目|规格|品种|品種|性别|性別|年龄|年齢|資料|カナ|ガナ|タイトル|标题|이름|명|번호|코드|일|일시|날짜|시간|시각|금액|가격|료|비|비용|수|수량|인원|정원|자|처|종류|유형|구분|상태|주소|장소|위치|연락처|전화|이메일|비고|메모|내용|설명|사유|결과|방법|방식|크기|색상|단위|율|온도|무게|사진|이미지|평가|점수|등급|기한|기간|목적|항목|제목|요일|성별|나이|강사|담당)$/u;

/** Russian and Ukrainian words in any case. */
function isInflected(name: string, { vocabulary }: Reading): boolean {
  if (!/\p{Script=Cyrillic}/u.test(name)) return false;
  const [first = ''] = name.toLowerCase().split(' ');
  return (
    vocabulary.lemma(name.toLowerCase()) !== undefined || vocabulary.lemma(first) !== undefined
  );
}

/** "Kundennummer" ends in an attribute. */
function isCompound(name: string, words: ReadonlySet<string>): boolean {
  const folded = foldText(name);
  for (let at = 3; at < folded.length - 2; at += 1) if (words.has(folded.slice(at))) return true;
  return false;
}
