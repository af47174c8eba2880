import type { EnumValue } from '#blueprint';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import { enumName } from './enum-name.ts';
import type { Facts } from './facts.ts';
import { inferType } from './infer-type.ts';
import { isFlags } from './is-flags.ts';
import { readType } from './read-type.ts';
import { readValues } from './read-values.ts';

/** "payment method (money, card)": of what is usually one of a few, a word for a type is a value. */
export function choicesAmongTypes(
  content: string,
  name: string,
  vocabulary: Vocabulary,
): Facts['values'] {
  if (!enumName.test(foldText(name)) && !channels.test(foldText(name))) return undefined;
  const values = readValues(content) ?? [];
  const kinds = values.map(({ value }) => readType(value, vocabulary)?.type?.kind);
  const types = new Set(kinds.filter((kind) => kind !== undefined));
  const others = kinds.filter((kind) => kind === undefined).length;
  const isPlain = values.every(
    ({ value }) => /^[^\d()]+$/.test(value) && !isFlags(value, vocabulary) && !flag.test(value),
  );
  // "type (text, number, date)", "channel (e-mail, letter, upload)": one field has one type.
  const isMixed = /^[(（]/.test(content) && (types.size > 1 || (types.size === 1 && others > 1));
  const isCash = types.size === 1 && types.has('money');
  return isPlain && (isCash || isMixed) ? values : undefined;
}

const channels = /(?:channel|kanal|canal|canale|kanaal|medium|means|wege?)$/;
const flag = /^(?:default|max|min|length|nullable|not null|string|varchar|integer|int|enum|uuid)/i;

/** "(dog, cat or bird)", "(dog, cat, other)": one of a few, where none of them is an attribute itself. */
function isChoice(content: string, values: readonly EnumValue[], vocabulary: Vocabulary): boolean {
  return (
    /\s(?:or|oder|ou|или)\s|,\s*others?\W*$/iu.test(content) &&
    values.every(
      ({ value }) =>
        inferType(value, vocabulary) === undefined &&
        !isFlags(value, vocabulary) &&
        /^\p{L}/u.test(value) &&
        value.split(/\s+/).length <= 3,
    )
  );
}

/** German nouns look like names of records, which `Hund` in a list of values is not. */
function isStatedType(value: string, vocabulary: Vocabulary): boolean {
  const type = readType(value, vocabulary)?.type;
  const isGerman = vocabulary.lexicons[0]?.language === 'de' && type?.kind === 'reference';
  return readType(value, vocabulary) !== undefined && !isGerman;
}

/** "motivo (venda, perda, devolução)": short words in brackets, unless they are the parts of a whole. */
function isForeignChoice(
  content: string,
  values: readonly EnumValue[],
  name: string,
  vocabulary: Vocabulary,
): boolean {
  return (
    vocabulary.lexicons.length > 1 &&
    /^[(（]/u.test(content) &&
    values.length >= 2 &&
    !wholes.test(foldText(name)) &&
    values.every(
      ({ value }) =>
        /^\p{L}[\p{L}-]*(?: \p{L}+){0,2}$/u.test(value) &&
        inferType(value, vocabulary) === undefined &&
        !isFlags(value, vocabulary),
    )
  );
}

/** "(A, B, AB, 0)", "(S, M, L)": short codes. */
function isCodes(content: string, values: readonly EnumValue[]): boolean {
  return (
    /^[(（]/u.test(content) &&
    values.length >= 3 &&
    values.every(({ value }) => /^(?:[A-Z]{1,3}[+-]?|0)$/.test(value)) &&
    values.some(({ value }) => /^[A-Z]{1,2}$/.test(value))
  );
}

/** "material (blood, urine, saliva)": three small words and more for one thing; several things have examples. */
function isSmallWords(
  content: string,
  values: readonly EnumValue[],
  name: string,
  vocabulary: Vocabulary,
): boolean {
  return (
    vocabulary.lexicons.length === 1 &&
    /^[(（][^()]*[)）]$/u.test(content) &&
    values.length >= 3 &&
    !/(?<!s)s$/iu.test(name) &&
    !wholes.test(foldText(name)) &&
    inferType(name, vocabulary) === undefined &&
    values.every(
      ({ value }) =>
        /^\p{Ll}[\p{Ll}-]{2,14}(?: \p{Ll}{2,10})?$/u.test(value) &&
        inferType(value, vocabulary) === undefined &&
        !isFlags(value, vocabulary) &&
        readType(value, vocabulary) === undefined,
    )
  );
}

/** Folded names of what has parts of its own. */
const wholes =
  /^(?:direccion|endereco|indirizzo|adresse|anschrift|address|contacto?|contatto|kontakt\w*|ubicacion|localizacao|nombre|nome|nom|name|datos|dados|dati|daten|информация|адрес\S*|контакт\S*|данные|освіта|образование|education|formation|informaci\S+|informations?|(?:full |billing |shipping |home )?address|contact|person|details?|equipment|furniture|clothing|food)/u;

const status = /(?:^|\s)(?:status|state|stage)$/u;
const example =
  /^[(（]\s*(?:e\.?g\.?|for example|such as),?\s+([^()（）]{5,200}?)(?:,? etc\.?)?\s*[)）]$/iu;

/** "(dropdown: new, used)": what a form offers to choose from. */
const chosenFrom =
  /^\s*[(（]\s*(?:drop-?down(?: list)?|pick ?list|select(?:ion)?|combo(?: ?box)?|radio(?: buttons?)?|lista(?: desplegable| suspensa)?|desplegable|selec(?:ci[oó]n|ç[aã]o)|liste(?: déroulante)?|menu a tendina|auswahl(?:liste|feld)?|keuzelijst|lista rozwijana|(?:выпадающий )?список|выбор|下拉(?:框|列表|菜单|选择)?|单选(?:框)?|选项|プルダウン|ドロップダウン|選択(?:肢|式)?|ラジオ(?:ボタン)?|드롭다운|선택(?:지|박스)?|라디오)\s*[:：]\s*([^()（）]{3,300})[)）]\s*$/iu;

/**
 * The values that are listed behind the name of a field, where the name, the signs between them or their form says
 * that one of them is chosen.
 * @param isBracket they stand in brackets
 */
export function listedValues(
  content: string,
  isBracket: boolean,
  name: string,
  vocabulary: Vocabulary,
): readonly EnumValue[] | undefined {
  const chosen = chosenFrom.exec(content)?.[1];
  if (isBracket && chosen !== undefined) return readValues(chosen);
  // "status (e.g. new, paid, sent)": three examples and more of a state are what it can be.
  const shown = status.test(foldText(name)) ? example.exec(content)?.[1] : undefined;
  const examples = isBracket && shown !== undefined ? readValues(shown) : undefined;
  if (examples !== undefined && examples.length > 2) return examples;
  const listed = readValues(content);
  const isEnum =
    listed !== undefined &&
    (enumName.test(foldText(name)) ||
      /[|/]|^\{.*\}$/.test(content) ||
      (isBracket && isChoice(content, listed, vocabulary)) ||
      isForeignChoice(content, listed, name, vocabulary) ||
      isSmallWords(content, listed, name, vocabulary) ||
      listed.every(({ value }) => /^[A-Z][A-Z0-9_]+$/.test(value)) ||
      isCodes(content, listed));
  return isEnum && !listed.some(({ value }) => isStatedType(value, vocabulary))
    ? listed
    : undefined;
}
