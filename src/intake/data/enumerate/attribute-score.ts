import type { FieldReading } from '../../declaration/read-field.ts';
import { foldText } from '../../words/fold.ts';
import type { Reading } from '../reading.ts';
import { isDataNoun } from '../data-noun.ts';
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
    if (isDataNoun(field.name, reading) || known(field.name)) return 1;
    if (isInflected(field.name, reading)) return 1;
    if (reading.language === 'de' && /^\p{Lu}/u.test(field.name) && isCompound(field.name, words))
      return 1;
    if (isNamed(field.name)) return 0.7;
    if (/^\p{L}+ing /iu.test(field.name)) return 0.1;
    if (/^(?:an?|the|its|their) /i.test(text)) return 0.65;
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
