import type { Step } from '#blueprint';
import { foldText } from '../../words/fold.ts';
import { isFiller } from '../sentence/annotate.ts';
import type { Item } from '../sentence/item.ts';
import { BY, SYSTEM } from './step-words.ts';

/** Who does a step. */
export type Actor = Pick<Step, 'role' | 'actor' | 'automatic'>;

/**
 * Who does a step: a role at its start or behind "by", the system, or whoever an English sentence names there.
 * Somebody whom the step is about ("notify the customer") does not do it.
 */
export function actorOf(text: string, items: readonly Item[]): Actor {
  const words = items.filter((item) => !isFiller(item) || BY.has(foldText(item.text)));
  const [first] = words;
  // A name at the very start, or one in brackets at the end: "Approve the order (Manager)".
  const named = first?.roles[0];
  const agent = words.find((_, at) => at > 0 && BY.has(foldText(words[at - 1]?.text ?? '')));
  const bracket = /[([（]\s*([^()[\]（）]{2,40})\s*[)\]）]\s*[.。]?\s*$/u.exec(text);
  const inBracket =
    bracket && words.find(({ start }) => start > bracket.index && start < text.length);
  const role = named ?? agent?.roles[0] ?? inBracket?.roles[0];
  if (role !== undefined) return { role };
  if (SYSTEM.test(text.trim())) return { automatic: true };
  const actor = SUBJECTS.map((subject) => subject.exec(text.trim())?.[1]).find(Boolean);
  const isVerb = first?.verb !== undefined || first?.cues.some((cue) => DONE.has(cue));
  return actor === undefined || isVerb || NOBODY.test(actor) ? {} : { actor: capital(actor) };
}

const DONE: ReadonlySet<string> = new Set(['create', 'read', 'update', 'delete', 'manage']);

/**
 * Whoever stands before a verb in the third person and its object: "A physician approves the …", "Die Rezeption
 * registriert die …", "Le médecin valide les …"; in Japanese and Korean the particle marks him.
 */
const SUBJECTS = [
  /^(?:an? |the )?([a-z][a-z-]{2,}(?: [a-z][a-z-]{2,})?) (?!is |was |has |does |this )[a-z]{2,}[a-rt-z]e?s (?:the|an?|its|his|her|their|all|each|every|new|whether|if|that|and|or)\b/i,
  /^(?:(?:[Dd]er|[Dd]ie|[Dd]as|[Ee]ine?) )?(\p{Lu}[\p{L}-]{2,}) (?!ist |hat |wird )\p{Ll}{2,}t (?:den|die|das|dem|der|einen|eine|ein|alle)(?!\p{L})/u,
  /^(?:les? |la |l['’]|une? )(\p{L}[\p{L}-]{2,}) (?!est |sont |a )\p{Ll}{2,}(?:e|ent|it|nd) (?:les?|la|l['’]|des|une?)(?!\p{L})/iu,
  /^(?:el|los|las?|os?|as?|il|lo|gli|i|una?) (\p{L}[\p{L}-]{2,}) (?!es |son |é |são |è |sono )\p{Ll}{2,}(?:a|e|an|am|em|ano|ono) (?:el|los|las?|os?|as?|il|lo|gli|un|una|uma?)(?!\p{L})/iu,
  /^(\p{Lu}\p{Ll}{2,}) \p{Ll}{2,}(?:ет|ёт|ит|ют|ят|ут|ат) /u,
  /^([\p{Script=Han}\p{Script=Katakana}ー]{2,12})[がは](?!\s*[はが])/u,
  /^(\p{Script=Hangul}{2,8}?)(?:이|가|은|는) /u,
];
const NOBODY = /^(?:it|this|that|then|there|finally|next|once|after|each|every|when|all|please)\b/i;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
