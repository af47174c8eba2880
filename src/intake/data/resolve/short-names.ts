import { foldText } from '../../words/fold.ts';
import { wordsOf } from '../../words/stem.ts';
import type { EntityClaim } from '../claim.ts';
import { isAccountName } from './account-names.ts';

/**
 * "Parking spaces can be added. Each space has a level.": a compound and its last word are one thing where only one of
 * them has fields and no other compound ends so.
 * @param rootOf the key of the thing that a name is known to stand for so far
 * @returns pairs of a short name and the long one
 */
export function shortNames(
  entities: readonly EntityClaim[],
  rootOf: (name: string) => string,
): readonly (readonly [short: string, long: string])[] {
  const things = new Map<string, Thing>();
  for (const claim of entities) {
    const root = rootOf(claim.name);
    const thing = things.get(root) ?? {
      names: new Set(),
      line: claim.source.line,
      told: false,
      firm: false,
    };
    thing.names.add(claim.name);
    thing.line = Math.min(thing.line, claim.source.line);
    thing.told ||= !weak.has(claim.evidence);
    thing.firm ||= !weak.has(claim.evidence) && claim.evidence !== 'told';
    things.set(root, thing);
  }
  const compounds = new Map<string, Set<string>>();
  for (const [root, { names }] of things)
    for (const name of names) {
      const words = wordsOf(name);
      if (words.length < 2 || words.length > 3) continue;
      // "Queixa de vizinho" is no neighbour.
      if (/^(?:d[aeiou]|d[ao]s|des|del|of)$/iu.test(words.at(-2) ?? '')) continue;
      const last = rootOf(words.at(-1) ?? '');
      compounds.set(last, (compounds.get(last) ?? new Set()).add(root));
    }
  return [...things].flatMap(([root, short]) => {
    const longer = [...(compounds.get(root) ?? [])].filter((other) => other !== root);
    const long = things.get(longer[0] ?? '');
    const name = [...short.names].find((each) => wordsOf(each).length === 1);
    if (longer.length !== 1 || long === undefined || name === undefined) return [];
    // What only single sentences say of the one goes for the other.
    const isSame = long.told === short.told && (short.firm || !short.told);
    if (isSame || isAccountName(foldText(name))) return [];
    // The short name comes after what it stands for.
    if (long.line > short.line) return [];
    return [[name, [...long.names][0] ?? name] as const];
  });
}

interface Thing {
  readonly names: Set<string>;
  line: number;
  /** Something says more of it than that it is kept. */
  told: boolean;
  /** More than single sentences do. */
  firm: boolean;
}

const weak: ReadonlySet<EntityClaim['evidence']> = new Set(['managed', 'kept', 'mentioned']);
