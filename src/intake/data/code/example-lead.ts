import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import { entityName } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import { objectBefore } from '../object-before.ts';

/** "We store", "and", "Example of a": what goes before the thing that is shown. */
const before =
  /^(?:(?:and|or|then|also|so|here is|this is|und|oder|et|ou|y|e|o|an?|the|each|every|one|our|typical|sample|single|ein|eine|un|une|uma?|una|for example|e\.g\.|(?:an? )?example(?: of)?|beispiel(?: für)?|exemple (?:de|d[’'])|ejemplo de|exemplo de),?:?\s+)+/iu;
/** "look like this", "as JSON": what follows it. */
const after =
  /,?\s+(?:(?:will |must |should |can |might |could )?(?:looks?|have|has|take|takes|are|is|sieht|sehen|ressemblent?|tiene|tienen|tem)\s+)?(?:(?:stored|saved|kept|sent|returned|represented|described|modell?ed|received|written)\s+)?(?:like this|like so|like that|this (?:form|shape|format|structure)|as follows|in this (?:form|shape|format)|as (?:an? )?json(?: object)?|in json|so aus|wie folgt|comme (?:ceci|suit)|así|como sigue|assim|for example|e\.g\.|below)$/iu;
/** What is shown is a message, not a record. */
const message =
  /(?:^|\s)(?:requests?|responses?|respuestas?|respostas?|réponses?|requêtes?|antwort|anfrage|payload|bod(?:y|ies)|headers?|errors?|config\w*|settings|output|input|formats?|schema|results?|json|file|command|token|webhook)(?:\s|$)/iu;

/**
 * What the line before an example in JSON calls it: "We store flags like this:", "An audit entry:".
 * @returns undefined where the line says anything else
 */
export function exampleLead(text: string, vocabulary: Vocabulary): EntityName | undefined {
  const last = (text.trim().split('\n').at(-1) ?? '').trim();
  const line = last.split(/[.!?]\s+(?=\p{Lu})/u).at(-1) ?? last;
  if (!/[:：]$/.test(line) || line.length > 80) return undefined;
  const bare = line.replace(/\s*[:：]$/, '').replace(after, '');
  const said = objectBefore(bare, vocabulary);
  const thing = bare.replace(before, '').replace(/\s+(?:records?|objects?|documents?)$/iu, '');
  if (message.test(bare) || (said === undefined && thing.split(/\s+/).length > 3)) return undefined;
  return said ?? entityName(thing, vocabulary, true);
}
