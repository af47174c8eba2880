import { headingTitle } from '../document/heading-title.ts';
import type { Section } from '../document/document.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import type { EntityName } from './entity-name.ts';
import { entityName, isStructural } from './entity-name.ts';
import { isGeneralTitle } from './is-general-title.ts';
import type { Reading } from './reading.ts';

const around =
  /^(?:table|tabla|tabela|tabelle|tabella|entity|entidad|entidade|entität|entité|entità|model|modelo|collection|テーブル|表|테이블|таблица|сущность)\s*[:：]?\s+|\s+(?:table|entity|schema|collection)$|\s*(?:テーブル|エンティティ)(?:定義|構成|設計|仕様)?$|\s*(?:테이블|엔티티)(?: ?(?:정의|구조|설계|명세))?$|(?<!报|图|列|仪|手|钟|电|水|课|时间|课程|日程)表(?:结构|定义|设计)?$/iu;

/** "Data Pelanggan": the data of customers. */
const dataOf = /^(?:data|tabel|entitas|koleksi)\s*[:：]?\s+/iu;

/** "Book model" beside "Loan model" is a book: alone, a car model is what it says. */
const modelled = /\s+models?$|(?:モデル|模型)$|\s*모델$/iu;

/** "clients.csv → clients table": where it comes from says nothing of what it becomes. */
const mapping =
  /^.{2,40}?(?:→|⇒|->|=>)\s*(?=\S+\s*(?:table|tabla|tabelle?a?|テーブル|테이블|表)$)/iu;

/**
 * The name of the entity that a heading declares. Below a heading such as "Entities" it may be any word,
 * `Session`, `class` or `User's choice`: whoever writes its fields below means a record.
 * @param typed a table with types follows, so that even "Index" is a record
 */
export function declaredName(
  section: Section,
  reading: Reading,
  typed: boolean,
): EntityName | undefined {
  const { document, kinds, vocabulary } = reading;
  const title = section.title.replace(mapping, '');
  const usual = entityName(title, vocabulary, true);
  const parent = document.sections[section.parent];
  const isBelowData =
    parent !== undefined &&
    parent.depth > 0 &&
    kinds[parent.index] === 'data' &&
    isGeneralTitle(parent.title, vocabulary);
  if (!isBelowData || (usual !== undefined && usual.also.length > 0)) return usual;
  const name = headingTitle(title)
    .replace(/^(?:[–—-]\s+|[`"'“«*_])+|[`"'”»*_:：]+$/g, '')
    .replace(around, '')
    .replace(reading.language === 'id' ? dataOf : /$^/, '')
    .replace(hasModelBeside(section, reading) ? modelled : '', '')
    .replace(/\s*[(（].*[)）]\s*$/u, '')
    .trim();
  if (!typed && (usual === undefined || isStructural(name, vocabulary))) return usual;
  if (name === '' || !/\p{L}/u.test(name) || /[.!?。]\s/.test(name)) return usual;
  if (namesFields(name, vocabulary)) return usual;
  return { name, also: [], announced: true };
}

/** "Fields", "Columns": of what the lines above name. */
function namesFields(name: string, vocabulary: Vocabulary): boolean {
  return vocabulary
    .pattern(
      'names-fields',
      (words) => new RegExp(`^(?:${words((lexicon) => lexicon.fieldWords)})$`, 'iu'),
    )
    .test(foldText(name));
}

function hasModelBeside({ index, parent, title }: Section, { document }: Reading): boolean {
  return (
    modelled.test(title) &&
    document.sections.some(
      (other) => other.parent === parent && other.index !== index && modelled.test(other.title),
    )
  );
}
