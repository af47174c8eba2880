import type { Document } from '../document/document.ts';
import { rememberedText } from '../remembered-texts.ts';
import { foldText } from '../words/fold.ts';
import { alsoRecords } from './also-records.ts';
import { declaresFields } from './declares-fields.ts';
import { isTableName } from './is-table-name.ts';
import type { SectionKind } from './section-kind.ts';
import { moreSectionWords } from './section-words-more.ts';
import { sectionWords } from './section-words.ts';
import { matchText } from '../words/match-text.ts';

/** Kinds that a more special heading below does not lift: what is out of scope stays out. */
const sticky: ReadonlySet<SectionKind> = new Set([
  'out-of-scope',
  'future',
  'contents',
  'history',
  'schedule',
  'testing',
  'examples',
]);
/** Kinds that colour the headings below which have no kind of their own. */
const inherited: ReadonlySet<SectionKind> = new Set([
  'data',
  'roles',
  'lifecycle',
  'rules',
  'stories',
  'workflow',
  'quality',
  'api',
  'integrations',
  'ui',
  'tech',
  'glossary',
  'questions',
  'requirements',
]);

/** Latin words count from their beginning only: `vision` is not in `revision`. */
const patterns = [...sectionWords, ...moreSectionWords].map(
  ([kind, words]) => [kind, new RegExp(`(?<![a-z])(?:${words.source})`, 'u')] as const,
);

/** "As a clerk", "Come dipendente": what follows are the stories of one role; "como funciona" is how it works. */
const asSomebody =
  /^(?:as (?:an? |the )?(?!is(?:$|[ -]))|en tant que |jako )\S|^(?:come|como|als) (?!funcion|funzion|se |si |us|fa[cr]|inst|rod|exec|ejec|anex)(?:\S+ ?){1,4}$/;

/** One kind for each of `document.sections`. */
export function classifySections(document: Document): readonly SectionKind[] {
  const kinds: SectionKind[] = [];
  const blocks = Map.groupBy(document.blocks, ({ section }) => section);
  const declares = (section: number) => declaresFields(blocks.get(section) ?? []);
  for (const section of document.sections) {
    const above = kinds[section.parent] ?? 'unknown';
    const said = section.depth === 0 ? 'unknown' : kindOfTitle(section.title);
    // "Samples" below "Entities" is one of them.
    const isRecord =
      (alsoRecords.test(foldText(section.title)) &&
        (above === 'data' || above === 'requirements' || declares(section.index))) ||
      (above === 'data' && isTableName(section.title));
    const own = isRecord ? 'unknown' : said;
    // The first heading is the title of the document: "Requirements of the data model tool" says nothing.
    const isTitle =
      section.depth === 1 &&
      section.index === 1 &&
      !document.sections.slice(2).some((other) => other.depth === 1);
    if (isTitle) kinds.push('unknown');
    else if (sticky.has(above)) kinds.push(above);
    else if (own === 'unknown' || isWeaker(own, above, section.title))
      kinds.push(inherited.has(above) ? above : own);
    else kinds.push(own);
  }
  // Where nothing is called requirements, the overview is all there is.
  const hasContent = kinds.some(
    (kind) =>
      kind === 'requirements' ||
      kind === 'data' ||
      kind === 'stories' ||
      kind === 'api' ||
      kind === 'rules',
  );
  return hasContent ? kinds : kinds.map((kind) => (kind === 'overview' ? 'unknown' : kind));
}

/** Below a data model the headings are names of entities, below requirements names of features. */
function isWeaker(own: SectionKind, above: SectionKind, title: string): boolean {
  // No record is called 方針, whereas "Deployment" may be one.
  if (above === 'data' && own === 'tech' && wide.test(title)) return false;
  if (above === 'data')
    return (
      !sticky.has(own) &&
      own !== 'questions' &&
      own !== 'rules' &&
      own !== 'lifecycle' &&
      own !== 'quality'
    );
  if (above === 'ui') return !sticky.has(own) && own !== 'quality' && own !== 'questions';
  return (
    above === 'requirements' &&
    (own === 'overview' || own === 'schedule' || own === 'history' || own === 'testing')
  );
}

const wide = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What a heading alone says. */
export const kindOfTitle = rememberedText((title): SectionKind => {
  const folded = foldText(title).trim();
  if (folded.length > 90) return 'unknown';
  if (asSomebody.test(folded)) return 'stories';
  return patterns.find(([, words]) => matchText(words, folded) !== null)?.[0] ?? 'unknown';
});
