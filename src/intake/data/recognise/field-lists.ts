import { readField } from '../../declaration/read-field.ts';
import { withoutExample } from '../../declaration/without-example.ts';
import type { FieldReading } from '../../declaration/read-field.ts';
import { linkTo, readLink } from '../../declaration/read-link.ts';
import { readType } from '../../declaration/read-type.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Part } from '../../declaration/split-list.ts';
import type { Block, Item } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { foldText } from '../../words/fold.ts';
import { isBelievable, isBeside } from '../believable.ts';
import type { Claim, EntityClaim, FieldClaim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import { declaredName } from '../certain-name.ts';
import type { EntityName } from '../entity-name.ts';
import { areKindsOf } from '../kinds-of-thing.ts';
import { columnsInCode, introducedEntity, tableCalled, tableInCode } from '../introduced-entity.ts';
import { ownAccount } from '../own-account.ts';
import { isPartOfStory } from '../part-of-story.ts';
import { partOfThing } from '../part-of-thing.ts';
import { associatedFields, isBesideFields } from './beside-fields.ts';
import { keysIn } from './keys-in.ts';
import { objectBefore } from '../object-before.ts';
import { isPlaceTitle } from '../place-title.ts';
import { remarks } from '../remarks.ts';
import { tableAbove } from '../table-above.ts';
import { isTemplate } from '../template-lines.ts';
import { isConstraint } from '../sql-column.ts';
import { isTitled } from '../titled-list.ts';
import { withoutNumber } from '../../words/without-number.ts';
import type { SectionKind } from '../../sections/section-kind.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { statesTitle } from '../states-title.ts';

/**
 * A list of fields below what names their entity: a heading ("Order", "Order attributes"), a lead-in
 * ("Each order has:") or the list item above.
 */
export const fieldLists: Recogniser = (reading) => {
  const claims: Claim[] = [];
  for (const all of listsOf(reading.document.blocks)) {
    const items = all.filter((item) => !isBesideFields(item) && !isConstraint(item.text));
    const [first] = items;
    if (
      first === undefined ||
      !isBelievable(reading.kinds[first.section]) ||
      reading.kinds[first.section] === 'ui' ||
      statesTitle(first, reading) !== undefined
    )
      continue;
    const owner = ownerOf(first, items, reading);
    if (owner === undefined) continue;
    if (items.every((item) => isRecord(item, reading.vocabulary))) continue;
    const fields = items.map((item) => fieldsOfItem(item, reading));
    if (isTemplate(items.map((item) => item.text)) || areEntities(items)) continue;
    if (
      areKindsOf(
        owner.name.name,
        items.map(({ text }) => text),
      )
    )
      continue;
    if (
      !isFieldList(fields, isBeside(reading.kinds[first.section]) ? 'weak' : owner.strength, items)
    )
      continue;
    // Below "Usability", "several languages (English, Dutch)" is a demand; a type would tell a field.
    const isTyped = fields.flat().some(({ reading: { facts } }) => facts.type !== undefined);
    if (isBeside(reading.kinds[first.section]) && !isTyped) continue;
    const isAlone = items.length === 1 && owner.strength === 'weak';
    if (isAlone && !plainKinds.has(reading.kinds[first.section] ?? 'unknown')) continue;
    const heading = reading.document.sections[first.section]?.block ?? -1;
    const place = reading.document.blocks[owner.block >= 0 ? owner.block : heading] ?? first;
    const evidence =
      owner.strength === 'weak' || isBeside(reading.kinds[first.section]) ? 'described' : 'schema';
    // One field is less than a description has, but it is declared with its type.
    const isSole = evidence === 'described' && isOneField(fields.flat());
    claims.push(entityClaim(owner.name, isSole ? 'listed' : evidence, place));
    for (const item of all) claims.push(...keysIn(item, owner.name.name));
    claims.push(...fields.flat().map((field) => fieldClaim(owner.name.name, evidence, field)));
    for (const item of all)
      if (isBesideFields(item))
        claims.push(...associatedFields(item, owner.name.name, reading.document));
  }
  return claims;
};

/** "User: id, email, role" or "**users** — id, email" below "Data" is an entity, and so are its neighbours. */
function areEntities(items: readonly Item[]): boolean {
  const lines = items.filter(
    (item) =>
      /^\p{Lu}[\p{L}_ ]{1,30}(?:\s?\([^()]{1,60}\))?[:：](?:$|\s[^,]+,[^,]+,)/u.test(item.text) ||
      (item.marks[0]?.start === 0 && columns.test(item.text)),
  );
  return items.length > 1 && lines.length >= items.length * 0.6;
}

/** "Order (number, total, status)": of what stands in the brackets more is a noun than says of what kind it is. */
function isRecord({ text }: Item, vocabulary: Reading['vocabulary']): boolean {
  const inside = /^\p{Lu}[\p{L} _-]{1,40}\(([^()]{5,300})\)\.?$/u.exec(text)?.[1];
  const parts = inside === undefined ? [] : splitList(inside, vocabulary);
  const said = parts.filter(
    (part) => isRemark(part.text, vocabulary) || readType(part.text, vocabulary) !== undefined,
  );
  return parts.length > 2 && said.length * 2 < parts.length;
}

/** A name, and behind it names of columns, one of which can't be a word: `boats — name, owner_email`. */
const columns =
  /^[\p{L}_]{2,40}(?:[:：]|\s[-–—])\s(?=[^]*(?:\p{Ll}_\p{Ll}|\p{Ll}\p{Lu}))[^,. ]+(?: [^,. ]+){0,2},(?: [^,. ]+){1,3}(?:,|$)/u;

type Strength = 'announced' | 'data' | 'weak';

interface Owner {
  readonly name: EntityName;
  readonly strength: Strength;
  readonly block: number;
}

interface PlacedField {
  readonly reading: FieldReading;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly span: FieldClaim['source'];
}

function ownerOf(item: Item, items: readonly Item[], reading: Reading): Owner | undefined {
  const { document, vocabulary, kinds } = reading;
  const lead = document.blocks[item.lead];
  const parent = document.blocks[item.parent];
  const isData = kinds[item.section] === 'data';
  const above = lead ?? parent;
  if (above !== undefined) {
    const table =
      tableInCode(above, vocabulary) ??
      columnsInCode(above, items, vocabulary) ??
      tableCalled(above, items, vocabulary);
    if (table !== undefined) return { name: table, strength: 'announced', block: above.index };
    const introduced = introducedEntity(above.text, vocabulary);
    if (introduced?.name !== undefined) {
      const name = partOfThing(introduced.name, item, reading) ?? introduced.name;
      return { name, strength: 'announced', block: above.index };
    }
    if (introduced === undefined && above.kind === 'item') {
      const name = entityName(above.text, vocabulary, true);
      return name === undefined || !isData
        ? undefined
        : { name, strength: 'data', block: above.index };
    }
    if (
      introduced === undefined &&
      !(isData && above.kind === 'heading' && isTitled(above.text, items)) &&
      /[:：]\s*$/.test(above.text.trim())
    )
      return undefined;
    const heading = headingName(item, reading);
    if (introduced !== undefined && heading !== undefined)
      return { ...heading, name: ownAccount(heading.name), strength: 'announced' };
    // "The following fields are required:" below "Add a plant".
    const title = document.sections[item.section]?.title ?? '';
    const object =
      introduced === undefined ? undefined : objectBefore(withoutNumber(title), vocabulary);
    if (object !== undefined) return { name: object, strength: 'announced', block: above.index };
  }
  const heading = headingName(item, reading);
  if (heading === undefined) return undefined;
  return {
    ...heading,
    strength: heading.name.announced && heading.fields ? 'announced' : isData ? 'data' : 'weak',
  };
}

function headingName(item: Item, reading: Reading): (Owner & { fields: boolean }) | undefined {
  const { document, vocabulary } = reading;
  let section = document.sections[item.section];
  let fields = false;
  while (section !== undefined && section.depth > 0) {
    if (remarks.test(foldText(section.title)) || isPartOfStory(section.title)) return undefined;
    const name = declaredName(section, reading, false);
    const introduced = introducedEntity(section.title, vocabulary);
    fields ||= introduced !== undefined;
    if (name !== undefined)
      return isPlaceTitle(name.name) && !fields
        ? undefined
        : { name, strength: 'weak', block: section.block, fields };
    // "Attributes" below "Order": the heading above names it.
    if (introduced === undefined) return undefined;
    const table = tableAbove(section, reading);
    if (table !== undefined) return { name: table, strength: 'weak', block: section.block, fields };
    section = document.sections[section.parent];
  }
  return undefined;
}

/** "Fields: number, length": a list by itself. */
export const listLabel =
  /^(?:fields?|attributes?|properties|columns|felder|champs|attributs|campos|atributos|campi|attributi|velden|pola|поля|mandatory|optional|required|pflichtfelder|obligatorios|opcionales|obligatoires|facultatifs)\s*[:：]\s[^:：]+,/iu;

function fieldsOfItem(item: Item, reading: Reading): readonly PlacedField[] {
  const { vocabulary, document } = reading;
  // "fields: number, length" is a list by itself.
  if (listLabel.test(item.text)) return [];
  const targets = readLink(item.text, vocabulary.and);
  if (targets !== undefined)
    return targets.map((target) => placed(linkTo(target), item, 0, item.text.length, document));
  const noted = annotated(item, vocabulary);
  if (noted !== undefined) return [placed(noted, item, 0, item.text.length, document)];
  const text = withoutExample(item.text);
  const parts = splitList(text, vocabulary);
  const each = parts.map((part) => ({ part, field: readField(part.text, vocabulary) }));
  // "`timestamp`, `text`, `weight`": beside names in code, a type in code is a name.
  const coded = new Set(
    item.marks.flatMap(({ kind, start, end }) => (kind === 'code' ? [`${start}-${end}`] : [])),
  );
  const isCoded = ({ start, text: written }: Part) =>
    coded.has(`${start}-${start + written.length}`);
  const isSaid = (part: Part) =>
    !(isCoded(part) && parts.every(isCoded)) && isRemark(part.text, vocabulary);
  const names = each.filter(({ part, field }) => field !== undefined && !isSaid(part));
  const isSeveral =
    parts.length > 1 &&
    names.length >= parts.length * 0.75 &&
    names.every(({ field }) => field !== undefined && field.name.split(/\s+/).length <= 4) &&
    !/[:：]|\s[-–—]\s/.test(parts[0]?.text ?? '');
  if (isSeveral && each.every(({ part, field }) => field === undefined || !isSaid(part))) {
    return each
      .flatMap(({ part, field }) => slashed(part, field, vocabulary))
      .flatMap(({ part, field }) =>
        field === undefined
          ? []
          : [placed(field, item, part.start, part.start + part.text.length, document)],
      );
  }
  // Most are one part, which is the whole, and were read just now.
  const [first, ...rest] = parts;
  const isWhole = rest.length === 0 && first?.text === text;
  const whole = isWhole ? each[0]?.field : readField(text, vocabulary);
  if (whole !== undefined) return [placed(whole, item, 0, item.text.length, document)];
  // "due date, not later than the deadline": all but the first part is said of it.
  const isNoted =
    first !== undefined &&
    rest.length > 0 &&
    rest.every(({ text }) => isRemark(text, vocabulary)) &&
    first.text.split(/\s+/).length <= 5;
  const noun = isNoted
    ? readField(`${first.text} (${rest.map(({ text }) => text).join(', ')})`, vocabulary)
    : undefined;
  return noun === undefined ? [] : [placed(noun, item, 0, item.text.length, document)];
}

/** `` `worked_on` date, required, not in the future ``: after one name in code all else is said of it. */
function annotated(item: Item, vocabulary: Reading['vocabulary']): FieldReading | undefined {
  const [first, ...others] = item.marks.filter((mark) => mark.kind === 'code');
  if (first === undefined || first.start > 0) return undefined;
  const rest = item.text.slice(first.end);
  // The values of `state` enum(`open`, `closed`) are no further names.
  const isNext = others.some(({ start }) => {
    const before = item.text.slice(0, start);
    return /[,;]\s*$/.test(before) && !/\([^()]*$/.test(before);
  });
  if (isNext || !/^\s+[\p{L}(]/u.test(rest) || rest.length > 300) return undefined;
  return readField(`${item.text.slice(0, first.end)}: ${rest.trim()}`, vocabulary);
}

/** `name/description?` is two fields, if no brackets follow. */
function slashed(
  part: Part,
  field: FieldReading | undefined,
  vocabulary: Reading['vocabulary'],
): readonly { part: Part; field: FieldReading | undefined }[] {
  if (!/^[\w$]+\/[\w$]+\??$/.test(part.text)) return [{ part, field }];
  return part.text.split('/').map((text) => ({ part, field: readField(text, vocabulary) }));
}

/** `required` or `string` after a comma belongs to the field before it. */
function isRemark(text: string, vocabulary: Reading['vocabulary']): boolean {
  const folded = foldText(text).trim();
  const isFlag = (['required', 'optional', 'unique', 'key', 'automatic'] as const).some((flag) =>
    vocabulary.isFlag(flag).test(folded),
  );
  return (
    isFlag ||
    /^(?:not|must|cannot|at least|at most|no more|before|after|only|between|in the past|in the future|greater|less|up to) /.test(
      folded,
    ) ||
    /^(?:max|min|default|e\.g|i\.e|z\.b|p\.ex)\b|^\d/.test(folded) ||
    (/^[a-z]+(?:\(\d+\))?$/.test(text.trim()) &&
      /^(?:string|integer|int|number|boolean|bool|uuid|datetime|decimal|float|timestamp|enum|varchar)\b/.test(
        folded,
      ))
  );
}

function placed(
  reading: FieldReading,
  block: Block,
  start: number,
  end: number,
  document: Reading['document'],
): PlacedField {
  return { reading, block, start, end, span: spanIn(document, block, start, end) };
}

function isFieldList(
  fields: readonly (readonly PlacedField[])[],
  strength: Strength,
  items: readonly Item[],
): boolean {
  const readable = fields.filter((found) => found.length > 0).length;
  const declared = fields.flat().filter(({ reading }) => reading.declared).length;
  const short = items.filter(
    (item) => item.text.split(/\s+/).length <= 6 && item.text.length <= 60,
  ).length;
  const nouns = fields
    .flat()
    .filter(({ reading }) => reading.declared || reading.name.split(/\s+/).length <= 4).length;
  if (strength === 'announced')
    return readable >= items.length * 0.7 && nouns >= fields.flat().length * 0.7;
  if (strength === 'data')
    return (
      readable >= items.length * 0.7 && (declared >= items.length * 0.4 || short === items.length)
    );
  if (items.length === 1) return isOneField(fields.flat());
  return readable === items.length && declared >= items.length * 0.6 && hasTypes(fields.flat());
}

/** Where one point alone may be a field: below "Rules" and the like it says something else. */
const plainKinds: ReadonlySet<SectionKind> = new Set(['unknown', 'requirements', 'roles']);

/** One point alone must be a field whatever stands around it: "name (string, required)". */
function isOneField([field, ...others]: readonly PlacedField[]): boolean {
  return (
    field !== undefined &&
    others.length === 0 &&
    field.reading.declared &&
    !doing.test(field.reading.name) &&
    (field.reading.facts.type ?? field.reading.facts.values) !== undefined &&
    field.reading.name.split(/\s+/).length <= 4
  );
}

/** 「書架登録（番号、名前）」: a function, in whose brackets stands what is entered. */
const doing =
  /(?:登録|作成|追加|編集|更新|削除|管理|新增|添加|创建|编辑|删除|登记|录入|등록|생성|추가|수정|삭제|관리)$/u;

/** Outside of a data section a list needs real types or keys: "Search: by name" is no declaration. */
function hasTypes(fields: readonly PlacedField[]): boolean {
  const typed = fields.filter(
    ({ reading }) =>
      reading.facts.type !== undefined ||
      reading.facts.values !== undefined ||
      reading.facts.maxLength !== undefined,
  ).length;
  return typed >= fields.length * 0.5;
}

function listsOf(blocks: readonly Block[]): readonly (readonly Item[])[] {
  const lists = new Map<number, Item[]>();
  for (const block of blocks) {
    if (block.kind !== 'item') continue;
    const list = lists.get(block.list);
    if (list === undefined) lists.set(block.list, [block]);
    else list.push(block);
  }
  return [...lists.values()];
}

function entityClaim(
  { name, also }: EntityName,
  evidence: EntityClaim['evidence'],
  block: Block,
): EntityClaim {
  return { kind: 'entity', name, also, evidence, source: block.span, section: block.section };
}

function fieldClaim(
  entity: string,
  evidence: EntityClaim['evidence'],
  { reading, block, span }: PlacedField,
): FieldClaim {
  const also = reading.alias === undefined ? [] : [reading.alias];
  return {
    kind: 'field',
    entity,
    name: reading.name,
    also,
    facts: reading.facts,
    declared: reading.declared,
    evidence,
    source: span,
    section: block.section,
  };
}
