import { inferType } from '../../declaration/infer-type.ts';
import { readField } from '../../declaration/read-field.ts';
import type { Language } from '../../words/language.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { plainHeading } from '../heading-entity.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Recogniser } from '../reading.ts';

/** A point that sets one attribute and says nothing else but what is done besides, or how many there may be. */
const shapes: Readonly<Partial<Record<Language, RegExp>>> = {
  ko: /^(?<field>\p{L}{2,8}(?: \p{L}{1,4})?) (?:설정|지정|배정)(?: 및 .{1,30})?(?:\s*[(（][^()（）]{1,30}[)）])?$/u,
  ja: /^(?<field>[\p{L}ー]{2,10}?)(?:の|を)?(?:設定|指定)(?:する|・.{1,30})?(?:\s*[(（][^()（）]{1,30}[)）])?$/u,
  zh: /^(?:设置|设定|指定|分配)(?<field>\p{L}{2,6})(?:\s*[(（][^()（）]{1,30}[)）])?$/u,
};

/** Without a type, but an attribute wherever somebody sets it; what is notified is set as well, and none. */
const plain =
  /^(?:담당자|우선 ?순위|카테고리|분류|태그|担当者?|優先度|カテゴリー?|分類|タグ|负责人|处理人|优先级|分类|标签)$/u;

/** "마감일 설정" below "주문 관리": an attribute of orders. */
export const setAttributes: Recogniser = (reading) => {
  const shape = shapes[reading.language];
  if (shape === undefined) return [];
  return reading.document.blocks.flatMap((block): readonly Claim[] => {
    if (block.kind !== 'item' || block.text.length > 60) return [];
    if (!isAboutService(reading.kinds[block.section])) return [];
    const name = shape.exec(plainSentence(block.text))?.groups?.['field'];
    if (name === undefined || !(plain.test(name) || isTyped(name, reading.vocabulary))) return [];
    const owner = plainHeading(block, reading);
    const field = owner === undefined ? undefined : readField(name, reading.vocabulary);
    if (owner === undefined || field === undefined) return [];
    return [
      {
        kind: 'field',
        entity: owner.name,
        name: field.name,
        facts: field.facts,
        declared: false,
        evidence: 'mentioned',
        source: block.span,
        section: block.section,
      },
    ];
  });
};

/** A date, an amount: not a secret, which everybody sets, nor a flag, which is a function switched on. */
function isTyped(name: string, vocabulary: Parameters<typeof inferType>[1]): boolean {
  const kind = inferType(name, vocabulary)?.kind;
  return kind !== undefined && kind !== 'boolean' && kind !== 'string' && kind !== 'list';
}
