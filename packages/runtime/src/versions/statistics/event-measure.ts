import { Bettor } from './bettor.ts';
import { LastingLead } from './lasting-lead.ts';
import { lead, type Tally } from './lead.ts';
import { RareEvidence } from './rare-evidence.ts';
import type { Wealth } from './wealth.ts';

/** A mutable tally. */
export type Count = { -readonly [Name in keyof Tally]: Tally[Name] };

/** Where the boundaries of a measure are. */
export interface EventBoundaries {
  /** "Not worse" means: fewer than so many times the events of the active version. */
  readonly ratio: number;
  /** Or an absolute share of events below this; undefined: only the comparison counts. */
  readonly share?: number;
}

/**
 * Compares how often something happens (errors, slow answers) to two versions: evidence that it happens to the
 * candidate more often, and evidence that it does not happen much more often. Evidence grows at the end of each
 * block of time; see `LastingLead`, `lead`.
 */
export class EventMeasure {
  readonly name: string;
  readonly active: Count = { of: 0, events: 0 };
  readonly candidate: Count = { of: 0, events: 0 };
  readonly #worse = new LastingLead();
  readonly #fine = new Bettor();
  readonly #rare: RareEvidence | undefined;
  readonly #ratio: number;
  #block = { active: { of: 0, events: 0 }, candidate: { of: 0, events: 0 } };

  constructor(name: string, { ratio, share }: EventBoundaries) {
    this.name = name;
    this.#ratio = ratio;
    this.#rare = share === undefined ? undefined : new RareEvidence(share);
  }

  add(arm: 'active' | 'candidate', event: boolean): void {
    const count = this.#block[arm];
    count.of += 1;
    if (event) count.events += 1;
    if (arm === 'candidate') this.#rare?.add(event);
  }

  endBlock(): void {
    const { active, candidate } = this.#block;
    for (const arm of ['active', 'candidate'] as const) {
      this[arm].of += this.#block[arm].of;
      this[arm].events += this.#block[arm].events;
    }
    this.#block = { active: { of: 0, events: 0 }, candidate: { of: 0, events: 0 } };
    this.#worse.add(candidate, active);
    // Without any event there is nothing to compare.
    if (active.events + candidate.events === 0) return;
    this.#fine.add(-lead(candidate, active, this.#ratio));
  }

  /** Against "the candidate is as good or better". */
  get worse(): Wealth {
    return this.#worse.wealth;
  }

  /** Whether "the candidate is worse by the ratio or more" is refused with error at most alpha. */
  isFine(alpha: number): boolean {
    if (this.#rare === undefined) return this.#fine.wealth.refutes(alpha);
    return this.#fine.wealth.refutes(alpha / 2) || this.#rare.wealth.refutes(alpha / 2);
  }

  /** The smallest alpha for which `isFine` holds. */
  get fineP(): number {
    const compared = this.#fine.wealth.p;
    return this.#rare === undefined
      ? compared
      : Math.min(1, 2 * Math.min(compared, this.#rare.wealth.p));
  }
}
