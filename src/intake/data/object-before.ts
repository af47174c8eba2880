import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import { entityName } from './entity-name.ts';
import type { EntityName } from './entity-name.ts';

/** "treatments performed during an appointment", "notes on a visit": only the noun is the object. */
const clause =
  /(?:\s+\p{L}+(?:ed|en|ne|de))?\s+(?:during|for|in|on|at|by|from|to|per|within|after|before|against)\s+(?:an?|the|each|every|their|its|his|her)\s.*$/iu;

/** "a shipment record per packed order", "immutable logs for sensitive actions and changes" */
const purpose = /\s+(?:per|for each|for every|for all|for|whenever|when|upon)\s.*$/iu;

/** "households that we support" are households. */
const relative = /,?\s+(?:that|which|who|whom|whose)\s.*$/iu;

/** "create users in the system" creates users. */
const place =
  /\s+(?:in the|into the|en el|en la|no|na|dans le|dans la|dans l['’]|im|ins|nel|nella|in het|w|в|у|до) ?(?:system\p{L}*|sistema|système|application|aplicación|aplicação|aplicativo|applicazione|plataforma|platform|plateforme|piattaforma|base de (?:datos|dados|données)|database|систем\p{L}|приложени\p{L}|базу данных)$/iu;

/** The noun phrase at the end of "The system must allow the user to register products". */
export function objectBefore(text: string, vocabulary: Vocabulary): EntityName | undefined {
  const folded = foldText(text);
  const usable = folded.length === text.length ? folded : text.toLowerCase();
  for (const lexicon of vocabulary.lexicons) {
    const verbs = vocabulary.pattern(
      `verbs/${lexicon.language}`,
      () =>
        new RegExp(
          `(?:^|[^\\p{L}])(?:${lexicon.manage}|${lexicon.managing})(?:\\s+(?:${lexicon.manage}|${lexicon.managing}|and|or|y|e|o|ou|et|und|и|/|,))*\\s+`,
          'gu',
        ),
    );
    const [last, earlier] = [...usable.matchAll(verbs)].slice(-2).toReversed();
    if (last === undefined) continue;
    const object = text
      .slice(last.index + last[0].length)
      .replace(relative, '')
      .replace(place, '')
      .replace(clause, '')
      .replace(/\s+profiles?$/i, '');
    const name =
      entityName(object, vocabulary) ?? entityName(object.replace(purpose, ''), vocabulary);
    if (name !== undefined) return name;
    // "create a shipment record per order": the last one is a noun here.
    if (earlier === undefined || !/\p{L}/u.test(usable[last.index - 1] ?? '')) continue;
    const noun = text.slice(earlier.index + earlier[0].length, last.index + last[0].length);
    const whole = purpose.test(text.slice(last.index + last[0].length - 1))
      ? entityName(noun, vocabulary)
      : undefined;
    if (whole !== undefined) return whole;
  }
  return undefined;
}
