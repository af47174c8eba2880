import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Sentence } from '../../words/sentences.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName, foldKeepingLength, hasStopHead } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import { attributeWords } from '../enumerate/attribute-score.ts';
import type { AttributeWords } from '../enumerate/attribute-score.ts';
import { looking } from '../looking.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';
import { describedField, surelyFields } from './described-fields.ts';

const verbal = '(?!(?:wird|werden|muss|mussen|soll|sollen|kann|konnen|wordt|worden|moet|kan) )';
const noun = `${verbal}\\p{L}[\\p{L}-]{2,30}(?: (?:de |of |di )?${verbal}\\p{L}[\\p{L}-]{1,30}){0,2}?`;
const and = '(?:\\s*,\\s*|\\s+(?:and|y|e|et|und|en)\\s+)';
const things = `(?<things>${noun}(?:${and}${noun}){0,2}?)`;
const aside = '(?:\\s*\\((?<aside>[^()]{3,200})\\))?';
const each = '\\s+(?:per|for each|por|para cada|par|pour chaque|je|pro)\\s+(?<whole>\\p{L}{3,30})';
const of = '(?:of|de|del|do|da|dos|das|des|du|di|del|dei|della|delle|der|von|van)';

const fieldsOf = ({ including }: Pick<Lexicon, 'including'>) =>
  `\\s+(?:${including})\\s+(?<fields>[^()]{3,200}?)`;

/** "The system must …", or a point that begins with the verb; what people do is read elsewhere. */
const system =
  /^(?:(?:the|el|la|il|lo|le|o|a|das|die|het|de) )?(?:system|sistema|systeme|service|servicio|servico|servizio|dienst|dispositif|application|aplicacion|aplicacao|applicazione|anwendung|applicatie|plataforma|platform|plattform|plateforme|piattaforma|app|software|logiciel)\b/iu;

/** Languages whose verb stands before what is kept, and those in which it ends the sentence. */
const shapes: Readonly<Record<string, (lexicon: Lexicon) => string>> = {
  first: ({ manage, managing, articles, ...lexicon }) =>
    `(?<![\\p{L}-])(?:(?<verb>${manage})|(?:${managing})(?: \\p{L}+)?? ${of})\\s+(?:(?:${articles})\\s+)*${things}${aside}(?:${fieldsOf(lexicon)}|${each})?$`,
  last: ({ manage, managing, ...lexicon }) =>
    `(?:(?:${managing}) ${of} ${things}(?: (?:erlauben|ermoglichen|zulassen|unterstutzen|toestaan))?${aside}|(?:^| )(?:(?:die|alle|neue|de|het|einen?|eine|\\p{L}+en an) )*${things.replaceAll('things', 'kept')}${aside.replaceAll('aside', 'said')}(?:${fieldsOf(lexicon)}|${each})\\s+(?<verb>${manage}))$`,
};

/**
 * What is written down with its attributes, "The system must record income and expenses with category and cost
 * centre", or for each of something else, "monthly fees per resident": records, whatever the heading above is about.
 * @param isNamed something that the document speaks of as a kind of record
 */
export function keptWith(reading: Reading, isNamed: (name: string) => boolean): readonly Claim[] {
  const order = {
    en: 'first',
    es: 'first',
    pt: 'first',
    fr: 'first',
    it: 'first',
    de: 'last',
    nl: 'last',
  }[reading.language as string];
  const [lexicon] = reading.vocabulary.lexicons;
  const shape = order === undefined ? undefined : shapes[order];
  if (shape === undefined || lexicon === undefined) return [];
  const pattern = reading.vocabulary.pattern('kept-with', () => new RegExp(shape(lexicon), 'u'));
  const attributes = attributeWords(reading, () => false);
  return reading.document.blocks.flatMap((block) =>
    block.kind === 'heading' ||
    block.kind === 'code' ||
    !isAboutService(reading.kinds[block.section])
      ? []
      : statementsOf(block).flatMap((sentence) =>
          sentence.text.length > 300
            ? []
            : claimsIn(sentence, block, pattern, isNamed, reading, attributes),
        ),
  );
}

function claimsIn(
  sentence: Sentence,
  block: Block,
  pattern: RegExp,
  isNamed: (name: string) => boolean,
  reading: Reading,
  attributes: AttributeWords,
): readonly Claim[] {
  const text = plainSentence(sentence.text).replace(/\s*[.;]+$/u, '');
  const found = pattern.exec(foldKeepingLength(text).toLowerCase());
  const groups = found?.groups;
  if (found === null || groups === undefined || looking.test(groups['verb'] ?? '')) return [];
  const before = foldKeepingLength(text).slice(0, found.index).trim();
  if (before !== '' && !system.test(before)) return [];
  const written = (part: string | undefined) => {
    const at = part === undefined ? -1 : found.index + found[0].lastIndexOf(part);
    return part === undefined ? undefined : text.slice(at, at + part.length);
  };
  const names = namesIn(written(groups['things'] ?? groups['kept']) ?? '', reading);
  if (names.length === 0) return [];
  const isNounOfKeeping = groups['verb'] === undefined;
  const list = groups['fields'] ?? (isNounOfKeeping ? groups['aside'] : undefined);
  const listed = surelyFields(written(list), reading, attributes);
  const whole =
    groups['whole'] === undefined ? undefined : entityName(groups['whole'], reading.vocabulary);
  const isPer = whole !== undefined && isNamed(whole.name);
  if (listed === undefined && !isPer) return [];
  const place = {
    source: spanIn(reading.document, block, sentence.start, sentence.end),
    section: block.section,
  };
  return names.flatMap((name): readonly Claim[] => [
    { kind: 'entity', name: name.name, also: name.also, evidence: 'described', ...place },
    ...(listed ?? []).map((field) => describedField(name, field, place)),
    ...(isPer
      ? [
          {
            kind: 'relation',
            from: name.name,
            to: whole.name,
            cardinality: 'one',
            required: true,
            ...place,
          } as const,
        ]
      : []),
  ]);
}

/** All of them names of records, or none. */
function namesIn(text: string, { vocabulary, language }: Reading): readonly EntityName[] {
  const isRomance = ['es', 'pt', 'fr', 'it'].includes(language);
  const names = text
    .split(new RegExp(and, 'u'))
    .map((part) => entityName(part, vocabulary))
    .filter((name) => name !== undefined && !hasStopHead(name.name, vocabulary, isRomance));
  const isWhole = names.length === text.split(new RegExp(and, 'u')).length;
  return isWhole ? names.filter((name) => name !== undefined) : [];
}
