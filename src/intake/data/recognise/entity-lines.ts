import { readField } from '../../declaration/read-field.ts';
import { linkTo } from '../../declaration/read-link.ts';
import { withSlashesApart } from '../../declaration/slashed-names.ts';
import { readType } from '../../declaration/read-type.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { foldText } from '../../words/fold.ts';
import type { Claim } from '../claim.ts';
import { isBelievable } from '../believable.ts';
import { entityName, isNoun, isStopNoun } from '../entity-name.ts';
import { isGeneralTitle } from '../is-general-title.ts';
import type { EntityName } from '../entity-name.ts';
import { namedTable } from '../introduced-entity.ts';
import { remarks } from '../remarks.ts';
import { isConstraint, isSqlColumn } from '../sql-column.ts';
import { isTableName } from '../../sections/is-table-name.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { statesTitle } from '../states-title.ts';

/**
 * A line in a data section that begins with an entity: `Employee (number PK, name, photo?)`,
 * `**Order**: number, date, total`, `Order — number, date`, or the bare name in a list of entities.
 */
export const entityLines: Recogniser = (reading) => {
  const claims: Claim[] = [];
  let above: { readonly name: EntityName; readonly list: number } | undefined;
  for (const block of reading.document.blocks) {
    if (block.kind !== 'item' && block.kind !== 'paragraph') continue;
    if (block.kind === 'item' && block.parent >= 0) continue;
    if (isSqlColumn(block.text) || isConstraint(block.text)) continue;
    if (!isBelievable(reading.kinds[block.section])) continue;
    const isCounted = isCountedBelow(block, reading);
    if (!isCounted && (reading.kinds[block.section] !== 'data' || !namesEntities(block, reading)))
      continue;
    const lead = block.kind === 'item' ? reading.document.blocks[block.lead] : undefined;
    if (lead !== undefined && namedTable(lead.text, reading.vocabulary) !== undefined) continue;
    // "new: just entered" below "Status definitions"
    if (block.kind === 'item' && statesTitle(block, reading) !== undefined) continue;
    const below =
      block.kind === 'item' && above?.list === block.list
        ? fieldsBelow(block, above.name, reading)
        : [];
    if (below.length > 0) {
      claims.push(...below);
      continue;
    }
    const bare =
      block.kind === 'item' ? entityName(block.text, reading.vocabulary, true) : undefined;
    above =
      block.kind === 'item' && bare !== undefined && /^\p{Lu}/u.test(block.text)
        ? { name: bare, list: block.list }
        : undefined;
    if (isWrapped(block)) {
      claims.push(...readLine(block.text.replaceAll('\n', ' '), 0, block, reading));
      continue;
    }
    let start = 0;
    for (const line of block.text.split('\n')) {
      claims.push(...readLine(line, start, block, reading));
      start += line.length + 1;
    }
  }
  return claims;
};

/** "The system has seven domain entities:", in whatever section: each point below begins with one in bold. */
function isCountedBelow(block: Block, { document }: Reading): boolean {
  if (block.kind !== 'item' || !/^\s*\S/u.test(block.text)) return false;
  const [mark] = block.marks;
  const lead = document.blocks[block.lead];
  return (
    mark?.kind === 'strong' &&
    mark.start === 0 &&
    lead?.kind === 'paragraph' &&
    counting.test(foldText(lead.text.slice(-80)))
  );
}

const counting =
  /(?:^|\s)(?:(?:data |domain |business |core |main )?(?:entities|objects|tables|record types)|entidades|entites|entitaten|entita|entiteiten)(?: (?:are|include|is|sont|son|sao|sind|zijn))?\s*[:：]\s*$/u;

/** One point over several lines, of which only the first begins with a name in bold. */
function isWrapped({ kind, text, marks }: Block): boolean {
  if (kind !== 'item' || !text.includes('\n')) return false;
  const bold = marks.filter((mark) => mark.kind === 'strong');
  return (
    bold[0]?.start === 0 &&
    /^\s*[:：—–-]/u.test(text.slice(bold[0].end)) &&
    bold.every(({ start }) => start === 0 || text[start - 1] !== '\n')
  );
}

/** In plain text the fields may follow the name as lines in lower case. */
function fieldsBelow(block: Block, entity: EntityName, { vocabulary }: Reading): readonly Claim[] {
  if (!/^[\p{Ll}_]/u.test(block.text)) return [];
  const fields = splitList(block.text, vocabulary).map((part) => readField(part.text, vocabulary));
  if (!fields.every((field) => field !== undefined && field.name.split(' ').length <= 3)) return [];
  return fields.flatMap((field): Claim[] =>
    field === undefined
      ? []
      : [
          {
            kind: 'field',
            entity: entity.name,
            name: field.name,
            also: [],
            facts: field.facts,
            declared: true,
            evidence: 'schema',
            source: block.span,
            section: block.section,
          },
        ],
  );
}

/** The heading is about entities in general; below the heading of one entity a line is one of its fields. */
function namesEntities(block: Block, { document, vocabulary }: Reading): boolean {
  const section = document.sections[block.section];
  if (section === undefined || section.depth === 0) return true;
  return (
    !isTableName(section.title) &&
    isGeneralTitle(section.title, vocabulary) &&
    !remarks.test(foldText(section.title))
  );
}

/** Bare names need a heading or lead-in that says that entities follow. */
function listsEntities(block: Block, { document }: Reading): boolean {
  const lead = document.blocks[block.lead];
  const text = foldText(
    lead !== undefined && lead.kind === 'paragraph' && /[:：]\s*$/.test(lead.text)
      ? lead.text
      : (document.sections[block.section]?.title ?? ''),
  );
  return entityWords.test(text);
}

const entityWords =
  /entit|entidad|entita|\btabl|tabelle?n?\b|tabelas?\b|tabell|\bmodels?\b|modelos|modeles|collections?\b|\bclass|\bobjects?\b|objekte|resources?\b|domain|datenobjekt|エンティティ|テーブル|データ一覧|オブジェクト|管理対象|对象|객체|实体|数据表|엔[티터]티|테이블|сущност|таблиц|объект/u;

/** "Rope – a length of rope. Attributes: code, material": what it is stands before. */
const announced =
  /[.;]\s+(?:(?:its|the|main|key) )?(?:attributes|fields|properties|columns|data|details)\s*[:：]\s*(.{3,})$/iu;

/** "Manages credentials, authentication and access.": a sentence that says what it is for. */
const told = /^\p{Lu}\p{Ll}*(?<!s)s (?!(?:of|and|or)\s)[\p{Ll}`(][^]*\.$/u;

/** Several things with something in brackets behind them: a list of fields and no prose. */
const typed = /^[^()（）]{1,60}[(（][^()（）]+[)）]\s*[,;，；].*[(（][^()（）]+[)）]/u;

/** `orders / order_lines`: two tables. */
const between = /(?<=^[a-z_]{3,40})\s+\/\s+(?=[a-z_]{3,40}$)/;

function readLine(line: string, start: number, block: Block, reading: Reading): readonly Claim[] {
  const { vocabulary, document } = reading;
  const source = spanIn(document, block, start, start + line.length);
  const shape = { source, section: block.section };
  const found =
    /^\s*(.{1,60}?)\s*(?:[(（]([^]*?)[)）]\s*(?:[:：.-].*)?|(?:[:：]|\s[-–—]\s|→)\s*([^]+))?$/u.exec(
      line,
    );
  if (found === null) return [];
  const said = (found[2] ?? found[3])?.replace(/^\(([^()]*)\)$/, '$1');
  // "Attributes: code, name. Related to tasks."
  const given = announced
    .exec(said ?? '')?.[1]
    ?.split(/(?<!\b(?:e\.g|i\.e|etc))\.\s+(?=\p{Lu})/u)[0];
  const rest = given ?? said;
  // "TaskState: enumeration of the states a task can have"
  if (/^(?:an? )?enum(?:eration)?(?![\p{L}])/iu.test(rest ?? '')) return [];
  if (found[2] !== undefined && isDeclaration(found[2], vocabulary)) return [];
  const isBold = block.marks.some(({ kind, start: at }) => kind === 'strong' && at <= start + 1);
  const isListed = block.kind === 'item' && listsEntities(block, reading);
  const names = splitList((found[1] ?? '').replace(between, ', '), vocabulary).map(
    (part) =>
      entityName(part.text, vocabulary, rest !== undefined) ??
      // "Organizations" in a list of entities is one, though not wherever it is mentioned.
      (isListed ? entityName(part.text, vocabulary, true) : undefined) ??
      // "**Table** (number, seats)", in a restaurant; "Document: title (text), pages (integer)".
      (rest !== undefined && (isBold || typed.test(rest)) && /^\p{Lu}\p{Ll}+$/u.test(part.text)
        ? { name: part.text, also: [], announced: true }
        : undefined),
  );
  const [first] = names;
  if (first === undefined || !names.every((name) => name !== undefined)) return [];
  // "**Backup**: every night a copy is made." says something of the database, and declares nothing.
  const isTold = given === undefined && told.test(rest ?? '');
  const fields = rest === undefined || isTold ? [] : fieldsOf(rest, first, shape, reading);
  if (
    /[.。]\s*$/u.test(rest ?? '') &&
    (fields.length < 2 || /(?:다|る|こと)[.。]\s*$/u.test(rest ?? '')) &&
    isStopNoun(foldText(first.name), vocabulary)
  )
    return [];
  const isBare = rest === undefined && isListed && block.text.split('\n').length === 1;
  const label = labelOf(found[2], names, vocabulary);
  const isStrong =
    block.marks.some(
      ({ kind, ...mark }) =>
        kind !== 'emphasis' && mark.start <= start + 1 && mark.end >= start + 2,
    ) || /^[A-Z]\w*$/.test(first.name);
  if (rest !== undefined && fields.length < 2 && !isStrong) return [];
  if (rest === undefined && !isBare) return [];
  if (block.kind === 'paragraph' && fields.length < 2) return [];
  const evidence = fields.length > 1 ? 'schema' : 'listed';
  const claims: Claim[] = names.map((name) => ({
    kind: 'entity',
    name: name.name,
    also: [...name.also, ...label],
    evidence,
    ...shape,
  }));
  return names.length === 1 ? [...claims, ...fields] : claims;
}

/** `Shelf (서가)`, `书架 (shelf)`: one word in another script is the name again. */
function labelOf(
  bracket: string | undefined,
  [first, ...others]: readonly (EntityName | undefined)[],
  vocabulary: Vocabulary,
): readonly string[] {
  if (bracket === undefined || first === undefined || others.length > 0) return [];
  const [own, other] = [first.name, bracket.trim()].map((text) => /^[\x20-\x7e]+$/.test(text));
  return own !== other && isNoun(bracket.trim(), vocabulary, true) ? [bracket.trim()] : [];
}

/** "reported at (datetime, required)": the bracket says what it is, and that it must be there, not what it has. */
function isDeclaration(bracket: string, vocabulary: Vocabulary): boolean {
  const parts = splitList(bracket, vocabulary).map(({ text }) => text);
  const isFlag = (text: string) =>
    (['required', 'optional', 'unique', 'automatic'] as const).some((flag) =>
      vocabulary.isFlag(flag).test(foldText(text).trim()),
    );
  return parts.some(isFlag) && parts.every((part) => isFlag(part) || readType(part, vocabulary));
}

/** "Boat crews: references boats and members". */
const linking =
  /^(?:references|refers to|links(?: to)?|joins|connects)\s+(?=\p{L}[\p{L}_]+(?:,| and )\s*\p{L})/iu;

function fieldsOf(
  text: string,
  entity: EntityName,
  shape: Pick<Claim, 'source' | 'section'>,
  { vocabulary }: Reading,
): readonly Claim[] {
  const linked = linking.exec(text)?.[0].length ?? 0;
  const parts = withSlashesApart(splitList(text.slice(linked), vocabulary));
  const fields = parts.map((part) =>
    linked > 0
      ? linkTo(part.text.replace(/\s*[(（].*$/u, '').trim())
      : readField(part.text, vocabulary),
  );
  const words = (name = '') => name.split(' ').length;
  const short = fields.filter((field) => field !== undefined && words(field.name) <= 3);
  if (parts.length < 2 || short.length < parts.length * 0.5) return [];
  // Beside short names a long one is a name too: "code, name, maximum number of permits".
  return fields.flatMap((field): Claim[] =>
    field === undefined || words(field.name) > 6
      ? []
      : [
          {
            kind: 'field',
            entity: entity.name,
            name: field.name,
            also: field.alias === undefined ? [] : [field.alias],
            facts: field.facts,
            declared: true,
            evidence: 'schema',
            ...shape,
          },
        ],
  );
}
