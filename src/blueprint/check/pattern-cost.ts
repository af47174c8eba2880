import { readPattern } from './pattern-parts.ts';
import type { Part } from './pattern-parts.ts';

/** As many steps a matcher may take for one value: a few hundredths of a second. */
const MOST_STEPS = 1e8;
/** Patterns that are larger when their repetitions are written out are not looked into. */
const MOST_PLACES = 250;
/** So is what would take more than a moment. */
const MOST_CHECKS = 3e6;

/**
 * Does a backtracking matcher decide every text of at most `maxLength` characters quickly? It does not where
 * a text can go round a loop in two ways: the tries double with each round. Where two loops in a row can
 * share a text between them, the tries are counted: their power is that of the loops.
 * Method: ambiguity of the pattern's automaton (Weber & Seidl 1991), in a product with itself.
 */
export function isQuick(pattern: string, maxLength: number): boolean {
  const part = readPattern(pattern);
  const automaton = new Automaton();
  if (!part) return false;
  automaton.add(part);
  if (automaton.isAmbiguous || automaton.isTooLarge || automaton.hasTwoWaysRound()) return false;
  return maxLength ** automaton.sharedLoops() <= MOST_STEPS && !automaton.isTooLarge;
}

/** Which places (characters of the pattern) can be first, last, and whether nothing will do. */
interface Ends {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly empty: boolean;
}

const NOTHING: Ends = { first: [], last: [], empty: true };

/** The places of a pattern and which can follow which (Glushkov's construction). */
class Automaton {
  /** The characters that each place takes. */
  readonly places: ReadonlySet<string>[] = [];
  /** True if a loop in a loop lets one place follow another in two ways. */
  isAmbiguous = false;
  readonly #next: Set<number>[] = [];
  readonly #before: Set<number>[] = [];
  #loops = 0;
  #steps = 0;

  /** True if there is too much to look into: what is found then is not all. */
  get isTooLarge(): boolean {
    return this.places.length > MOST_PLACES || this.#steps >= MOST_CHECKS;
  }

  add(part: Part): Ends {
    if (this.places.length > MOST_PLACES) return NOTHING;
    switch (part.kind) {
      case 'character': {
        const place = this.places.push(part.takes) - 1;
        this.#next.push(new Set());
        this.#before.push(new Set());
        return { first: [place], last: [place], empty: false };
      }
      case 'choice': {
        const all = part.parts.map((one) => this.add(one));
        return {
          first: all.flatMap(({ first }) => first),
          last: all.flatMap(({ last }) => last),
          empty: all.some(({ empty }) => empty),
        };
      }
      case 'sequence':
        return part.parts.map((one) => this.add(one)).reduce((a, b) => this.#join(a, b), NOTHING);
      case 'repetition':
        return this.#repeat(part);
    }
  }

  /** Written out: what must be there at most twice, which shows every ambiguity inside, then the rest as a loop. */
  #repeat({ part, min, max }: Extract<Part, { kind: 'repetition' }>): Ends {
    const before = this.#loops;
    let ends = NOTHING;
    for (let count = 0; count < Math.min(min, 2); count += 1) {
      ends = this.#join(ends, this.add(part));
    }
    if (min > 2) this.#loops += ((this.#loops - before) / 2) * (min - 2);
    if (max === min) return ends;
    const rest = this.add(part);
    if (max > 1) {
      this.#loops += 1;
      this.#link(rest.last, rest.first);
    }
    return this.#join(ends, { ...rest, empty: true });
  }

  #join(left: Ends, right: Ends): Ends {
    this.#link(left.last, right.first);
    return {
      first: left.empty ? [...left.first, ...right.first] : left.first,
      last: right.empty ? [...left.last, ...right.last] : right.last,
      empty: left.empty && right.empty,
    };
  }

  #link(from: readonly number[], to: readonly number[]): void {
    for (const place of from) {
      for (const next of to) {
        if (this.#next[place]?.has(next)) this.isAmbiguous = true;
        this.#next[place]?.add(next);
        this.#before[next]?.add(place);
      }
    }
  }

  /** Can one text lead from a place back to it on two ways? */
  hasTwoWaysRound(): boolean {
    return this.places.some((_, place) => {
      const back = this.#pairs(place, this.#before);
      return [...this.#pairs(place, this.#next)].some((pair) => !isTwin(pair) && back.has(pair));
    });
  }

  /** How many loops there are, if a text can be read by one, by a later one, or by both in turn; else 1. */
  sharedLoops(): number {
    const isShared = this.places.some((_, a) => {
      const there = this.#pairs(a, this.#next);
      if (!there.has(pairOf(a, a))) return false;
      return this.places.some(
        (__, b) =>
          b !== a && there.has(pairOf(a, b)) && this.#pairs(b, this.#before).has(pairOf(a, b)),
      );
    });
    return isShared ? Math.max(2, this.#loops) : 1;
  }

  #overlap(a: number, b: number): boolean {
    return !(this.places[a]?.isDisjointFrom(this.places[b] ?? new Set()) ?? true);
  }

  /** The pairs of places to which one text can lead from a place, or from which to it. */
  #pairs(place: number, steps: readonly ReadonlySet<number>[]): ReadonlySet<number> {
    const seen = new Set<number>();
    const open: (readonly [number, number])[] = [[place, place]];
    for (let at = open.pop(); at && this.#steps < MOST_CHECKS; at = open.pop()) {
      for (const a of steps[at[0]] ?? []) {
        for (const b of steps[at[1]] ?? []) {
          this.#steps += 1;
          if (seen.has(pairOf(a, b)) || !this.#overlap(a, b)) continue;
          seen.add(pairOf(a, b));
          open.push([a, b]);
        }
      }
    }
    return seen;
  }
}

const pairOf = (a: number, b: number) => a * 1000 + b;
const isTwin = (pair: number) => Math.floor(pair / 1000) === pair % 1000;
