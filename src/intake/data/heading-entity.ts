import type { Block, Section } from '../document/document.ts';
import { headingTitle } from '../document/heading-title.ts';
import { remembered } from '../remembered.ts';
import { kindOfTitle } from '../sections/classify-sections.ts';
import { foldText } from '../words/fold.ts';
import type { EntityName } from './entity-name.ts';
import { entityName, isStopNoun } from './entity-name.ts';
import { frameWords } from './frames/words/words-of.ts';
import { orderedThing } from './plain-order.ts';
import { isPartOfStory } from './part-of-story.ts';
import { objectsOf } from './recognise/managed.ts';
import type { Reading } from './reading.ts';

/** What the heading above a block is about: "Gestion des candidats", "예약 관리" or just "Candidats". */
export function headingEntity(block: Block, reading: Reading): EntityName | undefined {
  const section = namingSection(block, reading);
  const heading = reading.document.blocks[section?.block ?? -1];
  if (section === undefined || section.depth === 0 || heading?.kind !== 'heading') return undefined;
  // "Clients:" in the first line of a paragraph is about that paragraph only.
  if (
    /[:：]\s*$/u.test(heading.text) &&
    heading.depth > 6 &&
    block.index > heading.index + 1 &&
    block.kind === 'paragraph'
  )
    return undefined;
  return titlesIn(reading)(section).names;
}

/** What the heading names, where it is not called "Functional requirements", nor the title of a longer text. */
export function plainHeading(block: Block, reading: Reading): EntityName | undefined {
  const section = namingSection(block, reading);
  if (section === undefined || !titlesIn(reading)(section).isPlain) return undefined;
  return isTitleOfProse(section.index, reading) ? undefined : headingEntity(block, reading);
}

/** What the title of a section says: asked by each sentence below it. */
const titlesIn = remembered((reading: Reading) =>
  remembered((section: Section) => {
    const names = nameIn(section, reading);
    const last =
      foldText(names?.name ?? '')
        .split(' ')
        .at(-1) ?? '';
    return {
      names,
      isPlain: kindOfTitle(section.title) === 'unknown' && !isStopNoun(last, reading.vocabulary),
    };
  }),
);

function nameIn(section: Section, reading: Reading): EntityName | undefined {
  const heading = reading.document.blocks[section.block];
  if (heading === undefined) return undefined;
  const title = section.title
    .replace(/^[^:]{1,20}:\s*/, '')
    // What is listed below "Business profile" is what a business has.
    .replace(/(?<=\p{L}) profiles?$/iu, '')
    .replace(/\.(?:dbf|csv|xlsx?|mdb|txt|dat)$/i, '')
    .replace(shownOn, '')
    .replace(pages, '')
    .replace(/(?<=..)の(?:要件|仕様|要求)$/u, '')
    // 「管理画面要件（お知らせ）」: said of what stands in the bracket.
    .replace(
      /^[^(（]{2,12}(?:要件|仕様|機能|画面|要求|需求|功能|页面|界面)[(（]([^()（）]{2,12})[)）]$/u,
      '$1',
    );
  const ordered = reading.language === 'en' ? orderedThing(headingTitle(title)) : undefined;
  const [verb = ''] = foldText(headingTitle(title)).split(' ');
  const makes = frameWords.en?.makes ?? {};
  const made = ordered !== undefined && Object.hasOwn(makes, verb) ? makes[verb] : undefined;
  const thing =
    ordered === undefined ? undefined : entityName(made ?? ordered, reading.vocabulary, true);
  if (thing !== undefined) return thing;
  const managed = objectsOf(title, heading, reading).find(
    ({ strength }) => strength !== 'mentioned',
  );
  if (managed !== undefined) return managed.name;
  // "Quotes and orders": of which of them?
  if (reading.language === 'en' && /\s(?:and|&)\s/iu.test(title)) return undefined;
  // "Tasks / notice board": the first is the name, the other one says the same.
  const [first = title] = title.split(/\s+\/\s+/);
  return entityName(first, reading.vocabulary);
}

/** "Club settings", "Ride detail page": where something of it is shown or set. */
const shownOn =
  /(?<=\p{L}{3})\s+(?:settings|(?:details? |public |profile )*(?:page|screen|view|form))(?:\s*\([^()]*\))?$/iu;

/** 「商品一覧・詳細」, "상품 목록/상세": pages and functions of one thing. */
const pages =
  /(?<=..)(?:の|的| )?(?:一覧|詳細|登録|編集|検索|作成|列表|详情|新增|编辑|查询|목록|상세|등록|수정|검색|조회)(?:表示|画面|화면)?(?:\s?[・/／、&]\s?(?:一覧|詳細|登録|編集|検索|作成|削除|列表|详情|新增|编辑|查询|删除|목록|상세|등록|수정|검색|조회|삭제)(?:表示|画面|화면)?){1,4}$/u;

/** "Main flow" below "Register a visit": the heading above says of what. */
function namingSection(block: Block, { document }: Reading) {
  const own = document.sections[block.section];
  if (own === undefined || !isPartOfStory(own.title)) return own;
  const above = document.sections[own.parent];
  return above === undefined || above.depth === 0 ? own : above;
}

/** The only heading, above more than a few paragraphs: what stands below is about everything. */
function isTitleOfProse(section: number, { document }: Reading): boolean {
  if (section !== 1 || document.sections[1]?.depth !== 1) return false;
  if (document.sections.length > 2) return true;
  return document.blocks.filter(({ kind }) => kind === 'paragraph').length > 3;
}
