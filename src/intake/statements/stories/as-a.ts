import type { Row } from '../../document/document.ts';
import { foldText } from '../../words/fold.ts';

/** A user story as it is written. */
export interface WrittenStory {
  readonly role?: string;
  readonly goal: string;
  readonly benefit?: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * `As a <role>, I want <goal> so that <benefit>` in ten languages, each behind the words that mark it. Parts are
 * bounded, so that the patterns cannot run away.
 */
const FORMS: readonly (readonly [marker: RegExp, form: RegExp])[] = [
  [
    /\bas (?:an? |the )?\p{L}/iu,
    /\bas (?:an? |the )?(?<role>[^,:\n]{2,60}?),?\s+(?:i|we) (?:want|need|would like|wish|can|should be able|must be able|have to|like)(?: to be able)?(?: to)?[,:]?\s+(?<goal>[^\n]{3,400}?)(?:[,;.]?\s+(?:so that|so as to|in order to|so i can|so,? that|because|such that)\s+(?<benefit>[^\n]{3,400}?))?(?=\.?\s*(?:\n|$)|\.\s)/giu,
  ],
  [
    /\bcomo /iu,
    /\bcomo (?:un[ao]? |el |la )?(?<role>[^,:\n]{2,60}?),?\s+(?:yo )?(?:quiero|necesito|quisiera|deseo|me gustaria|me gustaría)(?: poder)?\s+(?<goal>[^\n]{3,400}?)(?:[,;.]?\s+(?:para que|para poder|para|con el fin de|a fin de)\s+(?<benefit>[^\n]{3,400}?))?(?=\.?\s*(?:\n|$)|\.\s)/giu,
  ],
  [
    /\bcomo /iu,
    /\bcomo (?:uma? |o |a )?(?<role>[^,:\n]{2,60}?),?\s+(?:eu )?(?:quero|preciso|gostaria de|desejo)(?: poder)?\s+(?<goal>[^\n]{3,400}?)(?:[,;.]?\s+(?:para que|para poder|para|a fim de|de modo que)\s+(?<benefit>[^\n]{3,400}?))?(?=\.?\s*(?:\n|$)|\.\s)/giu,
  ],
  [
    /\ben tant qu/iu,
    /\ben tant qu(?:e |'|’)(?:une? |le |la |l'|l’)?(?<role>[^,:\n]{2,60}?),?\s+je (?:veux|souhaite|voudrais|peux|dois)(?: pouvoir)?\s+(?<goal>[^\n]{3,400}?)(?:[,;.]?\s+(?:afin de|afin que|afin d'|pour que|pour)\s+(?<benefit>[^\n]{3,400}?))?(?=\.?\s*(?:\n|$)|\.\s)/giu,
  ],
  [
    /\bals /iu,
    /\bals (?:ein(?:e|er|en)? |der |die )?(?<role>[^,:\n]{2,60}?),?\s+(?:möchte|moechte|will|brauche|kann) ich,?\s+(?<goal>[^\n]{3,400}?)(?:[,;.]?\s+(?:damit|um|sodass|so dass)\s+(?<benefit>[^\n]{3,400}?))?(?=\.?\s*(?:\n|$)|\.\s)/giu,
  ],
  [
    /\b(?:come|in qualità|in quanto) /iu,
    /\b(?:come|in qualità di|in quanto) (?:un[oa']? |il |la |l')?(?<role>[^,:\n]{2,60}?),?\s+(?:voglio|vorrei|desidero|ho bisogno di|posso)(?: poter)?\s+(?<goal>[^\n]{3,400}?)(?:[,;.]?\s+(?:in modo da|in modo che|così che|per poter|affinché|per)\s+(?<benefit>[^\n]{3,400}?))?(?=\.?\s*(?:\n|$)|\.\s)/giu,
  ],
  [
    /как /iu,
    /(?<![\p{L}])как (?<role>[^,:\n]{2,60}?),?\s+я (?:хочу|могу|желаю|должен|должна)\s+(?<goal>[^\n]{3,400}?)(?:[,;.]?\s+(?:чтобы|для того чтобы|для того, чтобы)\s+(?<benefit>[^\n]{3,400}?))?(?=\.?\s*(?:\n|$)|\.\s)/giu,
  ],
  [
    /作为/u,
    /作为(?:一个|一名|一位)?(?<role>[^，,：:\n]{1,30}?)[，,]\s*我(?:想要|希望|想|需要|可以|能够)(?:能够|能)?(?<goal>[^\n。]{2,300}?)(?:[，,；;。]\s*(?:以便于?|从而|这样|为了|使得|以)(?<benefit>[^\n。]{2,300}?))?(?=。|\n|$)/gu,
  ],
  [
    /として/u,
    /(?<role>[^、，。\n]{1,30}?)として[、，]?\s*(?:(?:私|わたし)は[、，]?\s*)?(?<goal>[^\n。]{2,300}?)(?:たい|したい)(?:です)?(?:[。、，]\s*(?:なぜなら|それにより|そうすれば)[、，]?\s*(?<benefit>[^\n。]{2,300}?))?(?=。|\n|$)/gu,
  ],
  [
    /로서|로써/u,
    /(?<role>[^,.。\n]{1,30}?)(?:으로서|로서|로써)[,，]?\s*(?:나는\s*|저는\s*)?(?<goal>[^\n.。]{2,300}?)(?:고 싶다|기를 원한다|싶습니다|원합니다|수 있다)(?:[.,]\s*(?:그래서|그러면|왜냐하면)\s*(?<benefit>[^\n.]{2,300}?))?(?=\.|。|\n|$)/gu,
  ],
];

const BENEFIT_FIRST: typeof FORMS = [
  [
    /として/u,
    /(?<benefit>[^\n。、]{2,200}?)(?:ために|ように)[、，]?\s*(?<role>[^、，。\n]{1,30}?)として[、，]?\s*(?<goal>[^\n。]{2,300}?)(?:たい|したい)(?:です)?(?=。|\n|$)/gu,
  ],
  [
    /\bin order to /iu,
    /\bin order to (?<benefit>[^,\n]{3,300}?),\s+as (?:an? |the )?(?<role>[^,:\n]{2,60}?),?\s+i (?:want|need|would like)(?: to)?\s+(?<goal>[^\n]{3,400}?)(?=\.?\s*(?:\n|$)|\.\s)/giu,
  ],
];

const ROLE_HEADER =
  /^(?:as an?(?: \.*)?|role|actor|persona|user|who|en tant que|como|como un|rol|als|rolle|come|作为|角色|役割|ロール|誰が|역할|как|роль)\b|^(?:作为|角色|役割|ロール|역할)/u;
const GOAL_HEADER =
  /^(?:i want|want|goal|i can|story|je veux|je souhaite|quiero|quero|mochte|ich mochte|voglio|我想|我希望|目标|したいこと|目標|やりたい|원하는|목표|хочу|я хочу|need)/u;
const BENEFIT_HEADER =
  /^(?:so that|so|benefit|why|reason|in order to|afin de|afin que|pour|para|para que|damit|um|affinche|per|以便|目的|理由|なぜ|이유|чтобы)/u;

/** The stories in a text, or in a row of a table whose columns are the parts of a story. */
export function storiesInText(text: string, row?: Row): readonly WrittenStory[] {
  const inRow = row && storyOfRow(row);
  if (inRow) return [inRow];
  // A story is often broken over lines, with each part in bold.
  const flat = text
    .slice(0, 20_000)
    .replaceAll(
      /[ \t]*\n[ \t]*(?=(?:i |we |so |in order|je |yo |quiero|quero|para |afin|möchte|ich |damit|um |voglio|я |чтобы|我|以便|私|나는))/giu,
      (found) => ' '.repeat(found.length),
    );
  const found: WrittenStory[] = [];
  for (const [marker, form] of [...BENEFIT_FIRST, ...FORMS])
    for (const match of marker.test(flat) ? flat.matchAll(form) : []) {
      const { role, goal, benefit } = match.groups ?? {};
      const end = match.index + match[0].length;
      if (goal === undefined || found.some((story) => match.index < story.end && end > story.start))
        continue;
      found.push({
        ...(role !== undefined && { role: tidy(role) }),
        goal: tidy(goal),
        ...(benefit !== undefined && { benefit: tidy(benefit) }),
        start: match.index,
        end,
      });
    }
  return found.toSorted((a, b) => a.start - b.start);
}

function storyOfRow(row: Row): WrittenStory | undefined {
  const header = row.header.map((cell) => foldText(cell).replaceAll(/[.…]/g, '').trim());
  const [role, goal, benefit] = [ROLE_HEADER, GOAL_HEADER, BENEFIT_HEADER].map((words) =>
    header.findIndex((cell) => words.test(cell)),
  );
  if (role === undefined || goal === undefined || role < 0 || goal < 0 || role === goal)
    return undefined;
  const [who, what, why] = [role, goal, benefit ?? -1].map((column) =>
    tidy(row.cells[column]?.text ?? ''),
  );
  if (!who || !what) return undefined;
  return { role: who, goal: what, ...(why && { benefit: why }), start: 0, end: row.text.length };
}

function tidy(text: string): string {
  return text
    .replaceAll(/[*_`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,:;-]+|[\s,:;.]+$/g, '')
    .trim();
}
