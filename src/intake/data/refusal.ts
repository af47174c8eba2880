import { anywhere } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import type { Reading } from './reading.ts';
import { isBelievable } from './believable.ts';
import type { EntityGroup } from './resolve/entity-groups.ts';
import type { DataResolution } from './resolve/resolve-data.ts';
import { CYRILLIC } from '../words/script.ts';

const keeping = anywhere(
  'database|data ?base|postgres\\w*|mysql|mongo\\w*|sqlite|tables?|crud|rest(?:ful)? api|api|backend|back-end|server|endpoints?|admin\\w*|users?|accounts?|log ?in|register\\w*|persist\\w*|store[sd]?|records?|base de datos|base de donnees|banco de dados|datenbank|usuarios?|utilisateurs?|benutzer|nutzer|utent[ei]|cadastr\\w+|registr\\w+|gestion\\w*|pengguna|pengelolaan|manajemen|mengelola|basis data|penyimpanan|akun|データベース|登録|管理|数据库|后端|用户|管理|데이터베이스|회원|관리|등록|база данных|базы данных|пользовател\\S+|регистраци\\S+',
);

/** How an application looks and is worked with; so do applications that keep everything. */
const looks =
  /^(?:visual (?:design|hierarchy|indicator)s?|ui (?:principle|system|component|pattern)s?|design (?:token|system|language)s?|colou?r (?:system|scheme|palette)s?|rounded corners?|shadows?|glassmorphism|gradients?|white ?space|spacing|hover (?:state|effect)s?|tailwind(?: css)?|breakpoints?|iconography|(?:tap|touch) targets?|animations?|themes?|typography|palettes?|css|seo|svg|html|icones?|visuali[sz]\w+|render\w*|widgets?|logos?|shortcuts?|keyboard shortcuts?|hotkeys?|clipboard|canvas|portfolio|landing(?: page)?|drivers?|library|algorithms?|algoritm\w*|algorithm\w*|scripts?|datasets?|extensions?|plug-?ins?|converters?|ショートカット(?:キー)?|クリップボード|スコア|단축키|클립보드|css)$/u;

/**
 * Why the requirements are refused, in a sentence; undefined when they describe data.
 * Weighs what was found against what says that nothing is kept.
 */
export function refusalOf(data: DataResolution, reading: Reading): string | undefined {
  const { entities } = data.model;
  const counts = countWords(reading);
  if (entities.length === 0)
    return counts.reason ?? 'nothing in them names a kind of record with its fields.';
  if (
    entities.every(({ entity }) => entity.account) &&
    data.drafts.every((draft) => draft.fields.length === 0)
  )
    return counts.reason ?? 'they name users and nothing else that is kept.';
  const [only, ...others] = data.drafts;
  // "Post tweets", says the description of a bot: one verb, once, and nothing that is kept of them.
  if (
    !reading.brief &&
    counts.tool + counts.look > 0 &&
    only !== undefined &&
    others.length === 0 &&
    only.fields.length === 0 &&
    only.group.lines === 1 &&
    [...only.group.evidence].every((each) => each === 'managed' || each === 'mentioned')
  )
    return (
      counts.reason ?? `they say what is done with ${only.label}, and nothing that is kept of it.`
    );
  const weight =
    data.drafts.reduce(
      (sum, { group, fields }) =>
        sum +
        weightOf(
          group,
          reading,
          fields.filter(({ claims }) => claims.some(({ evidence }) => evidence !== 'told')).length,
        ),
      0,
    ) + Math.min(5, counts.keeping);
  const against = counts.none * 6 + Math.min(12, counts.tool * 1.5 + counts.look * 0.4);
  // Only single sentences speak of things that could be kept: a tool is described in such sentences, too.
  const isOnlyTold =
    data.drafts.some(({ group }) => group.evidence.has('told')) &&
    data.drafts.every(({ group }) => !firm.some((evidence) => group.evidence.has(evidence)));
  return against > weight || (isOnlyTold && against > saidOf(data))
    ? (counts.reason ?? 'what they describe is a tool that keeps nothing.')
    : undefined;
}

/** How many things have attributes and something is done with them, as far as single sentences tell. */
function saidOf({ drafts }: DataResolution): number {
  return drafts.filter(
    ({ group, fields }) =>
      group.evidence.has('told') &&
      (fields.length > 3 ||
        (fields.length > 2 && (group.evidence.has('managed') || group.evidence.has('mentioned')))),
  ).length;
}

const firm = ['schema', 'listed', 'described', 'kept'] as const;

function weightOf({ evidence, claims }: EntityGroup, { kinds }: Reading, fields: number): number {
  // A record with columns under "Data model" is meant to be kept, whatever else the document describes.
  if (evidence.has('schema'))
    return fields > 2 && claims.some(({ section }) => kinds[section] === 'data') ? 8 : 3;
  if (evidence.has('listed')) return fields > 1 ? 3 : 2;
  const isDescribed = evidence.has('described') && fields > 1;
  // That it has fields and is also created and deleted is said of no part of a tool.
  if (evidence.has('kept')) return isDescribed ? 4 : 1.5;
  if (evidence.has('told') && evidence.size === 1) return 0;
  // The functions of a tool make things, too.
  const isMade = claims.some((claim) => claim.isMade === true);
  if (isMade && fields === 0 && !evidence.has('described')) return 0;
  // One verb does something with it, and nothing says what is kept of it.
  if (!isDescribed && fields === 0) return 0.75;
  return isDescribed ? 2 : 1;
}

function countWords({ document, vocabulary, kinds }: Reading): {
  keeping: number;
  none: number;
  tool: number;
  look: number;
  reason: string | undefined;
} {
  const none = anywhere(vocabulary.lexicons.map((lexicon) => lexicon.noData).join('|'));
  const tool = new RegExp(
    `(?<![a-z${CYRILLIC}])(?:${vocabulary.lexicons.map((lexicon) => lexicon.tool).join('|')})(?:e?s|e?n|[ei])?(?![a-z])`,
    'gu',
  );
  const kept = new RegExp(keeping.source, 'gu');
  const found = {
    keeping: new Set<string>(),
    tool: new Set<string>(),
    look: new Set<string>(),
    none: [] as string[],
  };
  for (const block of document.blocks) {
    if (!isBelievable(kinds[block.section]) && kinds[block.section] !== 'out-of-scope') continue;
    const folded = foldText(block.text);
    if (block.kind !== 'code')
      for (const match of folded.matchAll(kept)) found.keeping.add(match[0]);
    if (kinds[block.section] !== 'out-of-scope')
      for (const match of folded.matchAll(tool))
        (looks.test(match[0]) ? found.look : found.tool).add(
          match[0].replace(/(?<=[a-z]{3})s$/, ''),
        );
    const denial = block.kind === 'code' ? undefined : none.exec(folded)?.[0];
    if (denial !== undefined)
      found.none.push(block.text.trim().split('\n')[0]?.slice(0, 100) ?? '');
  }
  const reason =
    found.none[0] !== undefined
      ? `they say "${found.none[0]}".`
      : found.tool.size + found.look.size > 2
        ? `they describe a tool (${[...found.tool, ...found.look].slice(0, 4).join(', ')}).`
        : undefined;
  return {
    keeping: found.keeping.size,
    none: found.none.length,
    tool: found.tool.size,
    look: found.look.size,
    reason,
  };
}
