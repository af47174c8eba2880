import { matchText } from '../../words/match-text.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import type { Reading } from '../reading.ts';
import { ruledWords } from './ruled-words.ts';
import { nounFields, weightOf } from '../recognise/noun-fields.ts';
import type { NounField } from '../recognise/noun-fields.ts';
import type { AttributeWords } from './attribute-score.ts';
import type { SaidWords } from './said-words.ts';
import { saidWords } from './said-words.ts';

/** Attributes that a sentence gives to what was spoken of before, or to what it names. */
export interface SaidAttributes {
  readonly fields: readonly NounField[];
  readonly owner: EntityName | undefined;
}

interface Names {
  /** Something that the document speaks of as a kind of record. */
  readonly isNamed: (name: string) => boolean;
  /** What it surely is one. */
  readonly isRecord: (name: string) => boolean;
}

/**
 * "Arrival time is set automatically", "The clerk enters the reason", "Name, phone and address are mandatory": up to
 * six nouns, each surely an attribute.
 */
export function saidAttributes(
  text: string,
  reading: Reading,
  attributes: AttributeWords,
  names: Names,
): SaidAttributes | undefined {
  const words = saidWords[reading.language];
  const bare = text.trim().replace(/\s*[.;]+$/u, '');
  if (words === undefined || bare.length > 240) return undefined;
  const ruled = ruledIn(bare, reading);
  if (ruled !== undefined) return saidOf([ruled], words, reading, attributes, names);
  if (!words.sign.test(bare)) return undefined;
  const shorter = words.lead.map((lead) => bare.replace(lead, '')).filter((text) => text !== bare);
  for (const said of [...shorter, bare]) {
    const found = negated.test(said)
      ? undefined
      : saidOf(listsIn(said, words), words, reading, attributes, names);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "The code must be unique": the subject of a rule that only a value can follow. */
function ruledIn(text: string, { language }: Reading): Said | undefined {
  const rule = ruledWords[language];
  const found = rule === undefined ? null : matchText(rule, text);
  if (found === null || found.index > 60) return undefined;
  const list = text.slice(0, found.index).replace(/\s*[(（][^()（）]*[)）]$/u, '');
  if (/[,:;]/u.test(list)) return undefined;
  // "Único por usuário": within what?
  const isWhole = /^(?:$|[oae]s?(?:$| n[oa] sistema| en el sistema| nel sistema))/iu.test(
    text.slice(found.index + found[0].length),
  );
  return { list, verb: found[0], isUnique: isWhole && /\s[uú]ni(?:c|qu)$/iu.test(found[0]) };
}

interface Said {
  readonly list: string;
  readonly verb: string;
  readonly isUnique?: boolean;
}

function saidOf(
  lists: readonly Said[],
  words: SaidWords,
  reading: Reading,
  attributes: AttributeWords,
  { isNamed, isRecord }: Names,
): SaidAttributes | undefined {
  const fields: NounField[] = [];
  let owner: EntityName | undefined;
  for (const { list, verb, isUnique = false } of lists) {
    const whose = matchText(words.owner, list);
    const named = whose?.groups?.['owner'];
    const of =
      named !== undefined && isNamed(named)
        ? entityName(named, reading.vocabulary, true)
        : undefined;
    const own = of === undefined || whose === null ? list : list.replace(whose[0], '');
    const found = nounFields(own, reading, 1);
    if (found === undefined || found.length > 6) continue;
    const isChosen = words.choosing.test(verb);
    const sure = found.filter((field) =>
      isRecord(field.field.name) ? isChosen : attributes.of([field]).sure === 1,
    );
    if (several.test(own)) continue;
    const isShort = found.every(({ field }) => weightOf(field.name) < 5);
    const isLed =
      sure.length === found.length - 1 &&
      (sure.length > 1 || (sure.length === 1 && found.every(({ text }) => definite.test(text))));
    // "choose a size" is as often what is looked for.
    if (words.looking.test(verb) && sure.length < 3) continue;
    if (!isShort || !(sure.length === found.length || isLed)) continue;
    fields.push(
      ...found.map((one) => {
        const { facts } = one.field;
        const told = {
          ...(isMandatory(verb) ? { required: true } : {}),
          ...(isUnique ? { unique: true } : {}),
        };
        return { ...one, field: { ...one.field, facts: { ...told, ...facts } } };
      }),
    );
    owner ??= of;
  }
  return fields.length === 0 ? undefined : { fields, owner };
}

/** "can have several addresses": records of their own. */
const several =
  /^(?:many|multiple|several|any number of|zero or more|one or more|more than one|mehrere|viele|plusieurs|vari[oa]s|vári[oa]s|much[oa]s|muit[oa]s|diversi|diverse|molt[ei]|più)\s/iu;

/** "The date and the clerk are recorded": both are spoken of as its own. */
const definite = /^(?:the|le|la|l['’]|el|o|a|os|as|il|lo|der|die|das|het|de)\s?\p{L}/iu;

function isMandatory(verb: string): boolean {
  return /mandatory|required|compulsory|pflicht|verpflichtend|erforderlich|obligat|obrigat|obbligat/iu.test(
    verb,
  );
}

const negated =
  /(?:^|\s)(?:not|never|no|cannot|can['’]t|nobody|nicht|kein\p{L}*|nie|niemand|ne|n['’]\p{L}+|pas|jamais|nunca|jamás|não|jamais|non|mai|nessun\p{L}*)(?=\s|$)/iu;

function listsIn(text: string, { active, passive, end }: SaidWords): readonly Said[] {
  const lists: Said[] = [];
  const done = matchText(passive, text);
  if (done !== null && done.index < 120)
    lists.push({
      list: text
        .slice(0, done.index)
        .replace(/^(?:only|all|just|nur|solo|seulement|soltanto|apenas) /iu, '')
        .trim(),
      verb: done[0],
    });
  const verbs = [...text.matchAll(new RegExp(active.source, `${active.flags}g`))].slice(0, 4);
  for (const [index, does] of verbs.entries()) {
    const before = text.slice(0, does.index);
    if (index === 0 && (before.split(' ').length > 10 || /[:：]/u.test(before))) break;
    const after = text.slice(does.index + does[0].length, verbs[index + 1]?.index);
    const stop = matchText(end, ` ${after}`);
    const list = stop === null ? after : after.slice(0, Math.max(0, stop.index - 1));
    lists.push({
      list: list.replace(/[,\s]+(?:and|und|et|y|e)?$/iu, '').trim(),
      verb: does[0],
    });
  }
  return lists.filter(({ list }) => list !== '');
}
