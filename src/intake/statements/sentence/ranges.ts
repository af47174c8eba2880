import type { Cue } from '../lexicon/cue.ts';
import { does } from './item.ts';
import type { Item } from './item.ts';

/** Puts "less than or equal to" together where a language has no phrase for it. */
export function joinComparisons(items: readonly Item[]): readonly Item[] {
  const joined: Item[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const [first, or, equal] = items.slice(at, at + 3);
    const strict = first && (['lt', 'gt'] as const).find((cue) => does(first, cue));
    if (first && strict && does(or, 'or') && equal && does(equal, 'eq')) {
      const cues: readonly Cue[] = [strict === 'lt' ? 'le' : 'ge'];
      joined.push({ ...first, end: equal.end, cues });
      at += 2;
    } else if (first) joined.push(first);
  }
  return joined;
}

/** Puts `1 to 5`, `2-20`, `between 1 and 5` together as one range. */
export function joinRanges(items: readonly Item[]): readonly Item[] {
  const joined: Item[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const [first, link, last] = items.slice(at, at + 3);
    if (first?.number !== undefined && last?.number !== undefined && links(link, joined.at(-1))) {
      const { number: from, ...rest } = first;
      joined.push({ ...rest, end: last.end, range: [from, last.number] });
      at += 2;
    } else if (first) joined.push(first);
  }
  return joined;
}

/** `and` links two numbers only after `between`. */
function links(link: Item | undefined, before: Item | undefined): boolean {
  return does(link, 'and') ? does(before, 'between') : does(link, 'to');
}
