import type { Sentence } from '../words/sentences.ts';
import { entityName } from './entity-name.ts';
import { plainSentence } from './plain-sentence.ts';
import type { Reading } from './reading.ts';

const pronoun =
  /^(?:it|el|él|ella|ele|ela|il|elle|esso|essa|es|sie|er|он|она|оно|він|вона|воно|hij|zij|het) (?=\p{Ll})/iu;

/** "Elle a une date" speaks of the lesson that the sentence before spoke of. */
export function withSubject(sentence: Sentence, subject: string): Sentence {
  return pronoun.test(sentence.text)
    ? { ...sentence, text: sentence.text.replace(pronoun, `${subject} `) }
    : sentence;
}

/** The noun that a sentence begins with: "Une leçon concerne un élève". */
export function subjectIn(text: string, { vocabulary }: Reading): string | undefined {
  const found =
    /^(?<subject>(?:an?|each|every|the|un|una|une|um|uma|el|la|le|los|las|o|a|il|lo|cada|chaque|ogni|der|die|das|eine?|jede[rs]?|кажд\S+|кожн\S+|een|de|elke?) (?<noun>\p{L}[\p{L}-]{2,30})) \p{Ll}/iu.exec(
      plainSentence(text),
    )?.groups;
  return found !== undefined && entityName(found['noun'] ?? '', vocabulary) !== undefined
    ? found['subject']
    : undefined;
}
