import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldKeepingLength, entityName } from './entity-name.ts';
import type { EntityName } from './entity-name.ts';

/** Words of European languages for "for each", folded. */
const each =
  'for (?:each|every|all|any|an?)|about (?:each|every)|(?:para|por|de|sobre) (?:cada|todos? [oa]s?|tod[oa]s? l[oa]s)|(?:pour|de|sur) chaque|(?:per|di|su) (?:ogni|ciascun[oa]?)|(?:fur|zu|von|pro|uber) (?:jede[nmrs]?|alle)|(?:voor|van|over) (?:elke?|iedere?|alle)|(?:для|по|о) кажд(?:ого|ои|ому|ом)|для кожн(?:ого|оi)|dla kazd(?:ego|ej)';
/** Where the name of the thing ends. */
const next =
  'the|we|it|you|they|our|is|are|must|shall|should|will|need|needs|that|el|la|los|las|se|debe|deben|hay|o|a|os|as|deve|devem|le|les|il|on|nous|doit|doivent|sont|lo|si|viene|vengono|devono|werden|wird|sind|ist|muss|mussen|speichert|erfasst|de|het|worden|wordt|slaat|система|системе|хранится|хранятся|нужно|необходимо|указывается|system';
const keeps =
  /(?:^|[^\p{L}])(?:stor|ke(?:ep|pt)|record|h[oe]ld|sav(?:e|ing)|captur|maintain|collect|track|register|know|need|not(?:e|ing)|almacen|guard|registr|conserv|recog|armazen|salv|mant|enregistr|stock|sauvegard|renseign|memorizz|archivi|gespeichert|speicher|erfass|hinterlegt|festgehalten|opgeslagen|bewaar|registre|vastgelegd|bijgehouden|хран|сохран|запис|фиксир|указыва|зберіга|przechow|zapis)/u;
const spaced = new RegExp(
  `(?<!\\p{L})(?:${each})\\s+(?<name>\\p{L}[\\p{L}-]*(?:\\s\\p{L}[\\p{L}-]*){0,2}?)(?=\\s*[,:(]|\\s*$|\\s(?:${next})(?!\\p{L}))`,
  'u',
);
const wideEach =
  /(?:各(?<a>[\p{Script=Han}\p{Script=Katakana}ー]{1,10}?)(?:について|に対して|に|ごとに|には)|(?:^|[、。])(?<b>[\p{Script=Han}\p{Script=Katakana}ー]{1,10}?)(?:ごと|毎)に|(?:각|모든)\s?(?<c>[가-힣]{1,8}?)(?:에 대해|마다|별로|에는|에|의)|(?<d>[가-힣]{1,8}?)(?:마다|별로)|每(?:个|一?(?:位|条|张|本|家|名|辆))(?<e>\p{Script=Han}{1,6}?)(?:都|需|应|要|保存|存储|记录|登记))/u;
const wideKeeps = /保存|保持|記録|登録|管理|저장|기록|관리|보관|등록|存储|记录|登记/u;

/**
 * The thing of which "The system shall store, for each boat" keeps what follows, in every order of the words.
 * @param line a lead-in without its colon
 */
export function keptForEach(line: string, vocabulary: Vocabulary): EntityName | undefined {
  const wide = wideEach.exec(line)?.groups;
  if (wide !== undefined && wideKeeps.test(line)) {
    const name = Object.values(wide).find((found) => found !== undefined);
    return name === undefined ? undefined : entityName(name, vocabulary, true);
  }
  const folded = foldKeepingLength(line);
  const found = keeps.test(folded) ? spaced.exec(folded) : null;
  const name = found?.groups?.['name'];
  if (found === null || name === undefined) return undefined;
  const start = found.index + found[0].length - name.length;
  return entityName(line.slice(start, start + name.length), vocabulary, true);
}
