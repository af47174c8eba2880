import { readField } from '../../declaration/read-field.ts';
import { spanIn } from '../../document/span-in.ts';
import { statementsOf } from '../statements-of.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import { isKnownNoun } from '../known-noun.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Recogniser } from '../reading.ts';
import { isDataNoun } from '../data-noun.ts';
import { matchText } from '../../words/match-text.ts';

const noun = String.raw`[\p{L}][\p{L}-]{1,24}`;

/** `<field> of <entity>` and `<entity> <field>`, each with the groups `entity` and `field`. */
const shapes: readonly { readonly hint: RegExp; readonly pattern: RegExp }[] = [
  {
    hint: / of /i,
    pattern: new RegExp(
      String.raw`\b(?:the|its|a|an) (?<field>${noun}(?: ${noun})?) of (?:a|an|the|each|every) (?<entity>${noun}(?: ${noun})?)(?=$|[\s.,;:)])`,
      'iu',
    ),
  },
  {
    hint: / (?:must|should|shall|is|has|cannot|can|may) /i,
    pattern: new RegExp(
      String.raw`^(?:the |each |every |an? )?(?<entity>${noun})(?:'s| )\s?(?<field>${noun}) (?:must|should|shall|is|has to|cannot|can be|may)\b`,
      'iu',
    ),
  },
  {
    hint: / (?:del?|d[aoue]|della|di) |d'/i,
    pattern: new RegExp(
      String.raw`(?:^|\s)(?:el|la|los|las|o|a|il|lo|le|la) (?<field>${noun}(?: de ${noun})?) (?:del|de la|de un|de una|de cada|do|da|de um|de uma|della|dell'|di un|di ogni|du|d'un|d'une|de chaque) ?(?<entity>${noun})(?=$|[\s.,;:)])`,
      'iu',
    ),
  },
  {
    hint: /[가-힣](?:은|는|을|를)/u,
    pattern:
      /^(?<entity>[\p{Script=Hangul}]{2,8})\s?(?<field>명|이름|[\p{Script=Hangul}]{2,6}(?: 순서)?)(?:은|는|을|를)(?:\s|$)/u,
  },
  { hint: /の/u, pattern: /^(?<entity>[\p{L}ー]{2,10})の(?<field>[\p{L}ー]{2,8})(?:は|を|が)/u },
  {
    hint: /[必不应可需为由]/u,
    pattern:
      /^(?<entity>[\p{Script=Han}]{2,4})的?(?<field>名称|编号|状态|价格|数量|标题|描述|类型|时间|日期)(?:必须|不能|应|可以|需|为|由)/u,
  },
];

/** Fields that prose mentions with their entity: "The title of a task must not be empty", "카테고리명은 2-50자". */
export const possessives: Recogniser = (reading) => {
  const { document, vocabulary, kinds } = reading;
  const claims: Claim[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'heading' || block.kind === 'code' || !isAboutService(kinds[block.section]))
      continue;
    for (const sentence of statementsOf(block)) {
      if (sentence.text.length > 400) continue;
      for (const { hint, pattern } of shapes) {
        if (!hint.test(sentence.text)) continue;
        const groups = matchText(pattern, plainSentence(sentence.text))?.groups;
        const name =
          groups?.['entity'] === undefined ? undefined : entityName(groups['entity'], vocabulary);
        const written = groups?.['field'] === '명' ? '이름' : (groups?.['field'] ?? '');
        const field = readField(written, vocabulary);
        if (name === undefined || field === undefined || !isDataNoun(field.name, reading)) continue;
        if (/[^\x20-\x7e\u00c0-\u024f]/.test(name.name) && !isKnownNoun(name.name, vocabulary))
          continue;
        claims.push({
          kind: 'field',
          entity: name.name,
          name: field.name,
          facts: {},
          declared: false,
          evidence: 'mentioned',
          source: spanIn(document, block, sentence.start, sentence.end),
          section: block.section,
        });
        break;
      }
    }
  }
  return claims;
};
