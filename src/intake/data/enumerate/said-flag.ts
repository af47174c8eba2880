import type { Language } from '../../words/language.ts';
import { foldText } from '../../words/fold.ts';
import { matchText } from '../../words/match-text.ts';

/** Something that a thing is or is not: "A van can be set to inactive". */
export interface SaidFlag {
  /** As written; undefined for "it" and the like. */
  readonly owner: string | undefined;
  readonly name: string;
  /** What it is unless somebody changes it: a van is active. */
  readonly default: 'true' | 'false';
  /** The word that was said: where it is a state of the thing already, it is no flag. */
  readonly state: string;
}

interface FlagWords {
  readonly sign: RegExp;
  /** With `state`, `marked`, and mostly `owner`. */
  readonly shapes: readonly RegExp[];
  /** Folded words for the opposite, and the flag they deny. */
  readonly opposite: readonly [RegExp, string];
}

const noun = '(?<owner>\\p{L}[\\p{L}-]{2,25}(?: \\p{L}[\\p{L}-]{2,25})?)';
const mark =
  '["“«„]?(?<marked>\\p{L}[\\p{L} -]{2,28}?)["”»“]?(?=$|[,.;]| (?:when|if|so|by|for|at)\\s)';

const words: Readonly<Partial<Record<Language, FlagWords>>> = {
  en: {
    sign: /inactive|activated|block|hold|paus|disabl|archiv|suspend|lock|service|verif|hidden|mark|flag|range/i,
    shapes: [
      new RegExp(
        `^(?:(?:an?|the|each|every|all) )?${noun} (?:can|may|should|must) (?:(?:also|temporarily|always) )*be (?:(?:set to|made|put|taken|switched to|temporarily) )*(?<state>inactive|deactivated|disabled|blocked|on hold|paused|archived|suspended|locked|out of service|hidden)(?=$|[\\s,.;])`,
        'iu',
      ),
      new RegExp(
        `^(?:(?:an?|the|each|every|all) )?${noun} (?:can|may|should|must) (?:(?:also|always) )*be (?:marked|flagged|ticked)(?: as)? ${mark}`,
        'iu',
      ),
      new RegExp(
        `^(?:\\p{L}+ ){1,3}(?:can|may) (?:mark|flag|tick) (?:an?|the|each) ${noun} as ${mark}`,
        'iu',
      ),
      new RegExp(
        `^(?:\\p{L}+ ){1,3}(?:can|may) put (?:an?|the|each) ${noun} (?<state>on hold|out of service)(?=$|[\\s,.;])`,
        'iu',
      ),
    ],
    opposite: [/^(?:inactive|deactivated|disabled)$/u, 'active'],
  },
  de: {
    sign: /deaktiv|inaktiv|gesperrt|stillgelegt|archiv|pausier|markier|gekennzeichnet/i,
    shapes: [
      new RegExp(
        `^(?:(?:ein|eine|der|die|das|jede[rs]?|alle) )?${noun} (?:kann|können|soll|sollen) (?:(?:auch|vorübergehend|jederzeit) )*(?:auf )?(?<state>inaktiv|deaktiviert|gesperrt|stillgelegt|archiviert|pausiert)(?: gesetzt| gestellt)? werden`,
        'iu',
      ),
      new RegExp(
        `^(?:(?:ein|eine|der|die|das|jede[rs]?|alle) )?${noun} (?:kann|können|soll|sollen) (?:auch )?als ["“„]?(?<marked>\\p{L}[\\p{L} -]{2,28}?)["“”]? (?:markiert|gekennzeichnet) werden`,
        'iu',
      ),
    ],
    opposite: [/^(?:inaktiv|deaktiviert)$/u, 'aktiv'],
  },
  fr: {
    sign: /désactiv|inacti|bloqu|archiv|suspend|pause|masqu|marqu/i,
    shapes: [
      new RegExp(
        `^(?:(?:une?|le|la|les|chaque) |l['’])?${noun} (?:peut|peuvent) (?:aussi )?être (?<state>désactivé|bloqué|archivé|suspendu|masqué)e?s?(?=$|[\\s,.;])`,
        'iu',
      ),
      new RegExp(
        `^(?:(?:une?|le|la|les|chaque) |l['’])?${noun} (?:peut|peuvent) (?:aussi )?être marquée?s? comme ${mark}`,
        'iu',
      ),
    ],
    opposite: [/^desactive$/u, 'actif'],
  },
  es: {
    sign: /desactiv|inactiv|bloque|archiv|suspend|paus|marca|servicio/i,
    shapes: [
      new RegExp(
        `^(?:(?:una?|el|la|los|las|cada) )?${noun} (?:puede|pueden) (?:también )?(?:ser |quedar )?(?<state>fuera de servicio|(?:desactivad|bloquead|archivad|suspendid|pausad)(?=[oa]))[oa]?s?(?=$|[\\s,.;])`,
        'iu',
      ),
      new RegExp(
        `^(?:(?:una?|el|la|los|las|cada) )?${noun}(?: que [\\p{L} ]{3,40}?)? (?:puede marcarse|se marca|se puede marcar) como ${mark}`,
        'iu',
      ),
    ],
    opposite: [/^desactivad$/u, 'activo'],
  },
  pt: {
    sign: /desativ|inativ|bloque|arquiv|suspen|paus|marcad/i,
    shapes: [
      new RegExp(
        `^(?:(?:uma?|o|a|os|as|cada) )?${noun} (?:pode|podem) (?:também )?ser (?<state>desativad|bloquead|arquivad|suspens|pausad)[oa]s?(?=$|[\\s,.;])`,
        'iu',
      ),
      new RegExp(
        `^(?:(?:uma?|o|a|os|as|cada) )?${noun} (?:pode|podem) ser marcad[oa]s? como ${mark}`,
        'iu',
      ),
    ],
    opposite: [/^desativad$/u, 'ativo'],
  },
  it: {
    sign: /disattiv|inattiv|blocca|archivia|sospes|segnat|contrassegn/i,
    shapes: [
      new RegExp(
        `^(?:(?:una?|il|la|lo|i|gli|le|ogni) |(?:un|l)['’])?${noun} (?:può|possono) (?:anche )?essere (?<state>disattivat|bloccat|archiviat|sospes)[oaie](?=$|[\\s,.;])`,
        'iu',
      ),
      new RegExp(
        `^(?:(?:una?|il|la|lo|i|gli|le|ogni) |(?:un|l)['’])?${noun} (?:può|possono) essere (?:contras)?segnat[oaie] come ${mark}`,
        'iu',
      ),
    ],
    opposite: [/^disattivat$/u, 'attivo'],
  },
};

/** A flag that a sentence gives to what it names or to what was spoken of before. */
export function saidFlag(text: string, language: Language): SaidFlag | undefined {
  const known = words[language];
  if (known === undefined || text.length > 240 || !known.sign.test(text)) return undefined;
  for (const shape of known.shapes) {
    const groups = matchText(shape, text)?.groups;
    const state = groups?.['state'] ?? groups?.['marked'];
    if (groups === undefined || state === undefined) continue;
    const written = groups['owner'];
    const owner = written === undefined || pronoun.test(written) ? undefined : written;
    const [opposite, name] = known.opposite;
    if (opposite.test(foldText(state))) return { owner, name, default: 'true', state };
    const not = /^(?:no|not|nicht|non|não) (.+)$/iu.exec(state)?.[1];
    return not === undefined
      ? {
          owner,
          name: `${state}${endings[language] ?? ''}`.replace(cut, ''),
          default: 'false',
          state,
        }
      : { owner, name: not, default: 'true', state };
  }
  return undefined;
}

const pronoun = /^(?:it|they|sie|er|es|il|elle|ils|elles|esso|essa|ele|ela)$/iu;
/** "bloquead" is short for "bloqueado". */
const endings: Readonly<Partial<Record<Language, string>>> = { es: '§o', pt: '§o', it: '§o' };
const cut = /(?<![dts])§o$|§/u;
