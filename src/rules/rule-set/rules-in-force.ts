import { Day, parseTime } from '../value.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * The rules of a set that are in force on the day (in UTC) of a time in milliseconds since 1970: those with
 * the higher salience first, else as they are written.
 */
export function rulesInForce(set: RuleSet, now: number): RuleSet {
  const startOf = (text: string | undefined) => {
    const day = text === undefined ? undefined : parseTime(text);
    return day instanceof Day ? day.time : undefined;
  };
  const rules = set.rules
    .filter(({ from, to }) => {
      const [first, last] = [startOf(from), startOf(to)];
      return (first === undefined || now >= first) && (last === undefined || now < last + DAY);
    })
    .toSorted((a, b) => b.salience - a.salience);
  return { ...set, rules };
}

const DAY = 86_400_000;
