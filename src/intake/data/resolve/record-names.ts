import { foldText } from '../../words/fold.ts';
import { stemPhrase, wordsOf } from '../../words/stem.ts';
import type { EntityClaim } from '../claim.ts';
import type { Reading } from '../reading.ts';

/** Words for one of the records of a thing. */
const record = /^(?:listings?|records?|entr(?:y|ies)|profiles?)$/u;
/** Words for all that is written down of a thing over time. */
const log = /^(?:logs?|entr(?:y|ies)|records?|trails?|histor(?:y|ies))$/u;

/**
 * "Audit entries must include an actor" speaks of the audit log, "property listings" are properties, and "movement
 * history" is what the inventory movements are: where only one thing is called so.
 * @param rootOf the key of the thing that a name is known to stand for so far
 * @returns pairs of a name with such a word and the one that is meant
 */
export function recordNames(
  entities: readonly EntityClaim[],
  { language }: Reading,
  rootOf: (name: string) => string,
): readonly (readonly [said: string, meant: string])[] {
  const strong = new Set<string>();
  const handled = new Set<string>();
  const named = new Map<string, string>();
  for (const { name, evidence } of entities) {
    named.set(foldText(wordsOf(name).join(' ')), name);
    if (evidence === 'kept' || evidence === 'managed') handled.add(rootOf(name));
    if (evidence === 'schema' || evidence === 'listed') strong.add(rootOf(name));
  }
  const whole = new Map<string, string[]>();
  const logs = new Map<string, string[]>();
  const compounds = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, words: readonly string[], name: string) => {
    const key = stemPhrase(words.join(' '), language);
    const known = map.get(key);
    if (known === undefined) map.set(key, [name]);
    else known.push(name);
  };
  for (const [spoken, name] of named) {
    const words = spoken.split(' ');
    put(whole, words, name);
    if (words.length < 2 || !strong.has(rootOf(name))) continue;
    if (log.test(words.at(-1) ?? '')) put(logs, words.slice(0, -1), name);
    else put(compounds, words.slice(-1), name);
  }
  return [...named].flatMap(([spoken, name]) => {
    const own = rootOf(name);
    if (strong.has(own)) return [];
    const words = spoken.split(' ');
    const tail = words.length > 1 ? (words.at(-1) ?? '') : '';
    const isRecord = record.test(tail);
    const isLog = log.test(tail);
    const base = stemPhrase((isRecord || isLog ? words.slice(0, -1) : words).join(' '), language);
    const levels = [
      isRecord ? whole.get(base) : undefined,
      // "Audit" alone is the log; an order of which a history is kept is an order.
      isRecord || isLog || !handled.has(own) ? logs.get(base) : undefined,
      isLog ? compounds.get(base) : undefined,
    ].map((names = []) => new Map(names.map((other) => [rootOf(other), other])));
    const meant = levels.find((level) => [...level.keys()].some((root) => root !== own));
    const [first] = meant?.values() ?? [];
    return meant?.size === 1 && first !== undefined ? [[name, first] as const] : [];
  });
}
