import { spanIn } from '../../document/span-in.ts';
import type { Block } from '../../document/document.ts';
import type { Language } from '../../words/language.ts';
import { matchText } from '../../words/match-text.ts';
import type { Sentence } from '../../words/sentences.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import { attributeWords } from '../enumerate/attribute-score.ts';
import type { AttributeWords } from '../enumerate/attribute-score.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';
import { describedField, surelyFields } from './described-fields.ts';
import { nounFields } from './noun-fields.ts';

const thing = '\\p{L}[\\p{L}-]{2,24}(?: \\p{L}[\\p{L}-]{1,24}){0,2}?';
const listed =
  '(?:\\s*[(（](?<inside>[^()（）]{5,300}(?:[(（][^()（）]{1,160}[)）][^()（）]{0,200})*)[)）]';

/** "The mechanic adds lines to the card: a description, a quantity" */
const adding: Shape = {
  sign: /\b(?:adds?|enters?|attach(?:es)?|records?)\b.* (?:to|on) /i,
  pattern: new RegExp(
    `\\s(?:adds?|enters?|attach(?:es)?|records?)\\s+(?:(?:one or more|several|any number of|multiple|new)\\s+)?(?<part>\\p{L}{3,20}s)\\s+(?:to|on)\\s+(?:an?|the|each|every|his|her|their)\\s+(?<whole>${thing})${listed}|\\s*(?:[:：]|,? (?:each )?with|,? each having)\\s+(?<fields>.{5,300}))$`,
    'iu',
  ),
};

/** A sentence without such a sign needs no second look: the patterns are long. */
interface Shape {
  readonly sign: RegExp;
  /** With `part`, `whole`, and `inside` or `fields`. */
  readonly pattern: RegExp;
}

// "An order has one or more lines, each with a product and a quantity", "Surveys contain questions (text, order)"
const having: Shape = {
  sign: /\b(?:ha[sv]e?|contains?|consists?|includes?|holds?|made up)\b.*(?:\(|\beach\b)/i,
  pattern: new RegExp(
    `(?:^|[;,:.]\\s+|\\s(?:and|where)\\s)(?:an?\\s|each\\s|every\\s|the\\s|all\\s)?(?<whole>${thing})\\s+(?:(?:can|may|must|should|will)\\s+)?(?:has|have|contains?|consists? of|includes?|holds?|is made up of)\\s+(?:(?<own>[^;:.]{2,160}?),?\\s+and\\s+(?=(?:one or more|several|multiple|many|any number of|zero or more|at least one|a list of)\\s))?(?:(?:one or more|several|multiple|many|any number of|zero or more|at least one|a list of|some|its|their)\\s+)?(?<part>${thing})${listed}|,?\\s+(?:each|where each(?: \\p{L}+)?|each of which|each \\p{L}+)\\s+(?:with|having|has|have|consisting of|containing)\\s+(?<fields>.{5,300}))$`,
    'iu',
  ),
};

// „Eine Bestellung enthält mehrere Positionen mit Artikel und Menge“
const german: Shape = {
  sign: /\b(?:mehrere|viele|mindestens)\b/i,
  pattern: new RegExp(
    `^(?:eine?|jede[rs]?|der|die|das)\\s(?<whole>${thing})\\s+(?:hat|enthält|besteht aus|umfasst)\\s+(?:(?:eine oder mehrere|einen oder mehrere|mehrere|beliebig viele|mindestens eine[n]?)\\s+)(?<part>${thing})${listed}|,?\\s+(?:(?:jeweils|je)\\s+)?mit\\s+(?<fields>.{5,300}))$`,
    'iu',
  ),
};

// « Chaque note contient des lignes : date, montant »
const french: Shape = {
  sign: /contien|comprend|comporte|compose|plusieurs/i,
  pattern: new RegExp(
    `^(?:une?|chaque|la|le|les)\\s(?<whole>${thing})\\s+(?:a|ont|contien(?:t|nent)|comprend|comporte|se compose)\\s+(?:de\\s|des\\s|d['’])?(?:(?:une? ou plusieurs|plusieurs)\\s+)?(?<part>${thing})${listed}|\\s*(?:[:：]|,?\\s+(?:chacune?|chaque \\p{L}+)\\s+(?:avec|ayant|a))\\s+(?<fields>.{5,300}))$`,
    'iu',
  ),
};

// "Un pedido tiene varias líneas, cada una con producto y cantidad", in Portuguese and Italian as well
const romance: Shape = {
  sign: /\bun[ao]? o |\bvari|\bum?a? ou |v[aá]ri[ao]s|pi[uù] |divers/i,
  pattern: new RegExp(
    `^(?:una?|cada|el|la|los|las|uma?|o|a|ogni|il|lo)\\s(?<whole>${thing})\\s+(?:tiene|contiene|incluye|tem|cont[eé]m|possui|inclui|ha|comprende|include)\\s+(?:(?:una o más|uno o más|varias|varios|uma ou mais|um ou mais|várias|vários|una o più|uno o più|più|diverse|diversi)\\s+)(?<part>${thing})${listed}|\\s*(?:[:：]|,?\\s+(?:cada (?:una?|uma?|\\p{L}+)|ciascun[oa]|ognun[oa])\\s+(?:con|com|tiene|tem|ha))\\s+(?<fields>.{5,300}))$`,
    'iu',
  ),
};

/** Sentences that give the parts of a whole their attributes, by language. */
const shapes: Readonly<Partial<Record<Language, readonly Shape[]>>> = {
  en: [having, adding],
  de: [german],
  fr: [french],
  es: [romance],
  pt: [romance],
  it: [romance],
};

/** "The signature and the date are stored with the tour": its attributes stand before it. */
const beside: Shape = {
  sign: /(?:stored|saved|kept|recorded|noted|captured) (?:together )?(?:with|on|against) /i,
  pattern: new RegExp(
    `^(?<fields>.{5,200}?)\\s+(?:is|are|must be|should be|shall be|will be)\\s+(?:also\\s+)?(?:stored|saved|kept|recorded|noted|captured)\\s+(?:together\\s+)?(?:with|on|against)\\s+(?:the|each|every)\\s+(?<whole>${thing})(?:,\\s.*)?$`,
    'iu',
  ),
};

/** Parts of a whole with attributes of their own, and attributes that are kept with a thing. */
export const partLists: Recogniser = (reading) => {
  const attributes = attributeWords(reading, () => false);
  return reading.document.blocks.flatMap((block) =>
    block.kind === 'heading' ||
    block.kind === 'code' ||
    block.kind === 'row' ||
    !isAboutService(reading.kinds[block.section])
      ? []
      : statementsOf(block).flatMap((sentence) =>
          sentence.text.length > 600 ? [] : claimsIn(sentence, block, reading, attributes),
        ),
  );
};

function claimsIn(
  sentence: Sentence,
  block: Block,
  reading: Reading,
  attributes: AttributeWords,
): readonly Claim[] {
  const text = plainSentence(sentence.text).replace(/\s*[.;]+$/u, '');
  const place = {
    source: spanIn(reading.document, block, sentence.start, sentence.end),
    section: block.section,
  };
  for (const shape of shapes[reading.language] ?? []) {
    const groups = groupsIn(text, shape);
    const [part, whole] = [nameOf(groups?.['part'], reading), nameOf(groups?.['whole'], reading)];
    const fields = surelyFields(groups?.['inside'] ?? groups?.['fields'], reading, attributes);
    if (part === undefined || whole === undefined || fields === undefined) continue;
    const own = groups?.['own'] === undefined ? [] : nounFields(groups['own'], reading, 1);
    // "Adds lines to the card" says less of the card than "a card has lines".
    const evidence = shape === adding ? 'mentioned' : 'listed';
    return [
      { kind: 'entity', name: whole.name, also: whole.also, evidence, ...place },
      ...(own ?? []).map((field) => describedField(whole, field, place)),
      { kind: 'entity', name: part.name, also: part.also, evidence: 'described', ...place },
      ...fields.map((field) => describedField(part, field, place)),
      {
        kind: 'relation',
        from: part.name,
        to: whole.name,
        cardinality: 'one',
        required: true,
        ...place,
      },
    ];
  }
  const groups = reading.language === 'en' ? groupsIn(text, beside) : undefined;
  const whole = nameOf(groups?.['whole'], reading);
  const fields = surelyFields(groups?.['fields'], reading, attributes);
  return whole === undefined || fields === undefined
    ? []
    : fields.map((field) => describedField(whole, field, place));
}

function groupsIn(text: string, { sign, pattern }: Shape) {
  return sign.test(text) ? matchText(pattern, text)?.groups : undefined;
}

function nameOf(text: string | undefined, { vocabulary }: Reading): EntityName | undefined {
  return text === undefined ? undefined : entityName(text, vocabulary);
}
