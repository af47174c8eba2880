import type { Finding } from '../gate.ts';
import type { FuzzCase } from './case.ts';

/** A service that is wrong everywhere needs no longer list. */
const MOST = 60;
/** One fault in shared code shows in every operation: a few places are enough to find it. */
const MOST_ALIKE = 3;

/** The part of a case that tells it from others. */
type Tried = Pick<FuzzCase, 'location' | 'what'> & {
  readonly operation: { readonly name: string };
};

/** What was found, once for each code, operation and place, and at most a few times for one request. */
export class Findings {
  readonly all: Finding[] = [];
  leftOut = 0;
  readonly #places = new Set<string>();
  readonly #alike = new Map<string, number>();

  /** True if a finding is to be shrunk and added. */
  isNew({ code }: Finding, { operation, location, what }: Tried): boolean {
    const place = `${code} ${operation.name} ${location}`;
    if (this.#places.has(place)) return false;
    const alike = `${code} ${location.split(' ', 1)[0]} ${what}`;
    const count = this.#alike.get(alike) ?? 0;
    if (count >= MOST_ALIKE || this.all.length >= MOST) {
      this.leftOut += 1;
      return false;
    }
    this.#places.add(place);
    this.#alike.set(alike, count + 1);
    return true;
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const isKnown = this.all.some(
        ({ code, message }) => code === finding.code && message === finding.message,
      );
      if (isKnown) continue;
      if (this.all.length < MOST) this.all.push(finding);
      else this.leftOut += 1;
    }
  }
}
