import { readValue } from '../../declaration/read-values.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { matchText } from '../../words/match-text.ts';
import type { Sentence } from '../../words/sentences.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading } from '../reading.ts';

/** States that a sentence tells, of what it names or of what was spoken of before. */
export interface ToldStates {
  readonly owner: EntityName | undefined;
  readonly values: readonly string[];
  /** Only that they are marked says so: it takes several of them. */
  readonly marked: boolean;
}

const noun = '(?<owner>\\p{L}[\\p{L}-]{2,30}(?: (?:de |d[eu]l? )?\\p{L}[\\p{L}-]{2,30})?)';
const article =
  "(?:an?|each|every|the|un[ea]?|uno|chaque|la|le|el|los?|cada|tod[oa]|uma?|o|ogni|il|eine?|jede[rs]?|der|die|das|een|elke?|l['’]) ?";

/** "A parcel is", "Une demande est", "Ein Antrag wird": somebody is in a state, or comes into one. */
const being = new RegExp(
  `^(?:(?:${article} ?)?${noun}|it|they|elle|il|ella|él|ela|ele|essa|esso|sie|er|es)\\s(?:(?:is|are|becomes?|starts?(?: out)? as|begins? as|goes|moves?|can be|may be|est|devient|peut être|ist|wird|geht|kann|es|está|nace|pasa|puede estar|é|está|nasce|fica|passa|pode estar|è|diventa|viene|può essere|is|wordt)(?=\\s|$))`,
  'iu',
);
/** Somebody puts it into a state. */
const putting =
  /(?:^|\s)(?:marks?|sets?|moves?|puts?|turns?|becomes?|goes|diventa|passa|devient|passe|pasa|wird|geht|setzt|markiert|marca|marque)(?=\s)|(?:it is|it['’]s) ["“«]/iu;
/** What stands in quotes there is on a screen. */
const shown =
  /(?<![-\p{L}])(?:button|screen|page|tab\b|menu|link|label|message|titled?|called|says|shows?|schaltfläche|knopf|bouton|botón|botão|pulsante|column|field)/iu;

const quoted = /["“”«»„「『]\s?([^"“”«»„「」『』]{3,30}?)\s?["“”«»「」』]/gu;

/** @param sentence a part of `block.text` */
export function toldStates(
  sentence: Sentence,
  block: Block,
  { vocabulary }: Reading,
): ToldStates | undefined {
  const text = plainSentence(sentence.text).replace(/\s*[.;]+$/u, '');
  if (text.length > 400 || shown.test(text)) return undefined;
  const subject = matchText(being, text);
  const name = subject?.groups?.['owner'];
  const owner = name === undefined ? undefined : entityName(name, vocabulary, true);
  const listed = subject === null ? undefined : listedIn(text.slice(subject[0].length), vocabulary);
  if (listed !== undefined && name !== undefined) return { owner, values: listed, marked: false };
  const labelled = matchText(flow, text)?.groups;
  const flowing =
    labelled === undefined ? undefined : valuesOf(labelled['values'] ?? '', vocabulary);
  if (labelled !== undefined && flowing !== undefined && flowing.length > 2)
    return {
      owner:
        labelled['owner'] === undefined
          ? undefined
          : entityName(labelled['owner'], vocabulary, true),
      values: flowing,
      marked: false,
    };
  if (subject === null && !putting.test(text)) return undefined;
  const values = markedIn(sentence, block);
  return values.length === 0 ? undefined : { owner, values, marked: true };
}

/** "How a job moves: received, ready", "Ablauf: neu → geprüft" */
const flow = new RegExp(
  `^(?:how (?:an? |the )?${noun} (?:moves|flows|progresses|goes)|(?:life ?cycle|flow|ablauf|flujo|fluxo|flusso|cycle de vie|déroulement|verloop))\\s*:\\s(?<values>.{8,200})$`,
  'iu',
);

/** "présent, vendu ou mort": three words at least, and nothing else. */
function listedIn(text: string, vocabulary: Reading['vocabulary']): readonly string[] | undefined {
  const list = text
    .replace(/^\s*(?:either|soit|entweder|o bien|ou|always|toujours|immer|siempre|sempre)\s/iu, '')
    .trim();
  if (!/,/u.test(list) || !/\s(?:or|ou|oder|o|of)\s/iu.test(list)) return undefined;
  const values = valuesOf(list.replace(/\s(?:or|ou|oder|o|of)\s/giu, ', '), vocabulary);
  return values !== undefined &&
    values.length > 2 &&
    values.every((value) => /^\p{Ll}+$/u.test(value))
    ? values
    : undefined;
}

function valuesOf(text: string, vocabulary: Reading['vocabulary']): readonly string[] | undefined {
  const parts = splitList(
    text.replace(/\s*(?:→|->|=>)\s*|\s(?:or|ou|oder|o)\s/giu, ', '),
    vocabulary,
  );
  const values = parts.map(({ text: part }) => readValue(part)?.value);
  const isShort = values.every(
    (value) => value !== undefined && value.length < 30 && value.split(' ').length < 4,
  );
  return isShort ? [...new Set(values.filter((value) => value !== undefined))] : undefined;
}

/** What is in italics, in code or in quotes, in lower case. */
function markedIn({ text, start, end }: Sentence, block: Block): readonly string[] {
  const marked = block.marks
    .filter((mark) => mark.kind !== 'deleted' && mark.start >= start && mark.end <= end)
    .map((mark) => block.text.slice(mark.start, mark.end));
  const inQuotes = [...text.matchAll(quoted)].map((found) => found[1] ?? '');
  return [...new Set([...marked, ...inQuotes].map((value) => value.trim()))].filter(
    (value) =>
      /^\p{Ll}[\p{L} _-]{2,28}$/u.test(value) &&
      value.split(' ').length < 4 &&
      !/_(?:id|at|on|by)$|^(?:true|false|null)$/u.test(value),
  );
}
