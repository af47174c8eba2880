import { remembered } from '../../remembered.ts';
import type { Cue } from '../lexicon/cue.ts';
import { isFiller } from '../sentence/annotate.ts';
import { does } from '../sentence/item.ts';
import type { Item } from '../sentence/item.ts';

/** How a condition bears on the claim. */
export type Link = 'if' | 'unless' | 'once' | 'until' | 'before' | 'after' | 'deletion';

/** One way to read a sentence as a claim with at most one condition. */
export interface Clauses {
  readonly main: readonly Item[];
  readonly condition?: readonly Item[];
  readonly link?: Link;
}

const LINKS: readonly Exclude<Link, 'deletion'>[] = [
  'if',
  'unless',
  'once',
  'until',
  'before',
  'after',
];
const MODALS: readonly Cue[] = ['must', 'cannot', 'can', 'required', 'immutable'];
const COMMAS = new Set([',', '，', '、', ':', '：']);
/** More ways to read one sentence than this are noise. */
const MOST = 12;

/** Every way to split a sentence into claim and condition; whole last, as a condition is never part of a claim. */
export const clausesOf = remembered((items: readonly Item[]): readonly Clauses[] => {
  const found: Clauses[] = [
    ...conditionFirst(items),
    ...conditionMarkedAfter(items),
    ...conditionWithin(items),
  ];
  return [
    ...found.filter(({ main }) => main.some((item) => !isFiller(item))).slice(0, MOST),
    { main: items },
  ];
});

/** "If A, then B"; "Once A B must". */
function* conditionFirst(items: readonly Item[]): Iterable<Clauses> {
  const start = items.findIndex((item) => !isFiller(item) && !does(item, 'only'));
  const link = linkOf(items[start]);
  if (!link || start > 3) return;
  const only = items.slice(0, start);
  for (let at = start + 2; at < items.length; at += 1) {
    const item = items[at];
    if (!item || !(does(item, 'thus') || COMMAS.has(item.text))) continue;
    yield { main: [...only, ...items.slice(at + 1)], condition: items.slice(start + 1, at), link };
  }
  const modal = items.findIndex((item, at) => at > start + 1 && does(item, ...MODALS));
  for (let at = modal; at > start + 1 && at > modal - 4; at -= 1)
    yield { main: [...only, ...items.slice(at)], condition: items.slice(start + 1, at), link };
}

/** Chinese, Japanese and Korean mark a condition at its end. */
function* conditionMarkedAfter(items: readonly Item[]): Iterable<Clauses> {
  for (const [at, item] of items.entries()) {
    const link: Link | undefined = does(item, 'if-after')
      ? 'if'
      : (['once', 'before', 'after'] as const).find(
          (cue) => does(item, cue) && isPostposition(item),
        );
    if (!link || at === 0) continue;
    const condition = items
      .slice(0, at)
      .filter((before) => !does(before, 'if') || does(before, 'if-after'));
    const only = does(item, 'only') ? [onlyOf(item)] : [];
    yield { main: [...only, ...items.slice(at + 1)], condition, link };
    // "注文は、確定済みの場合": what stands before the topic's comma belongs to the claim.
    const comma = items.findIndex((before, index) => index < at && COMMAS.has(before.text));
    if (comma > 0)
      yield {
        main: [...items.slice(0, comma), ...only, ...items.slice(at + 1)],
        condition: items.slice(comma + 1, at),
        link,
      };
  }
}

/** "B if A"; "orders that are shipped cannot …". */
function* conditionWithin(items: readonly Item[]): Iterable<Clauses> {
  for (const [at, item] of items.entries()) {
    const link = linkOf(item);
    if (!link || at === 0 || isPostposition(item)) continue;
    yield { main: items.slice(0, at), condition: items.slice(at + 1), link };
    // "the total must after approval no longer change": one phrase, and the claim goes on.
    const next = items.findIndex((later, index) => index > at && !isFiller(later));
    if (next > 0 && next < items.length - 1 && link !== 'if')
      yield {
        main: [...items.slice(0, at), ...items.slice(next + 1)],
        condition: items.slice(at + 1, next + 1),
        link,
      };
    const modal = items.findIndex((later, index) => index > at + 1 && does(later, ...MODALS));
    if (modal > 0)
      yield {
        main: [...items.slice(0, at), ...items.slice(modal)],
        condition: items.slice(at + 1, modal),
        link,
      };
  }
}

function linkOf(item: Item | undefined): Exclude<Link, 'deletion'> | undefined {
  return LINKS.find((link) => does(item, link));
}

/** The mark follows what it marks: scripts that are written without spaces. */
function isPostposition({ text }: Item): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}

function onlyOf(item: Item): Item {
  return { ...item, cues: ['only'] };
}
