import type { ContractChange, Direction, Effect } from './contract-change.ts';
import { DocumentReader } from './document-reader.ts';

/** More would not be read; a hostile document could ask for any number. */
const MAX_CHANGES = 5000;
const MAX_PAIRS = 200_000;

/** Where a comparison stands. */
export interface Place {
  readonly pointer: string;
  readonly operation: string | undefined;
}

/** Two documents under comparison, and what was found so far. */
export class Comparison {
  readonly old: DocumentReader;
  readonly next: DocumentReader;
  readonly changes: ContractChange[] = [];
  readonly #pairs = new Map<object, Map<object, Set<Direction>>>();
  #count = 0;

  constructor(old: unknown, next: unknown) {
    this.old = new DocumentReader(old);
    this.next = new DocumentReader(next);
  }

  /** True the first time that two schemas meet: cycles end, and shared schemas are reported once. */
  enter(old: object, next: object, direction: Direction): boolean {
    const partners = this.#pairs.get(old) ?? new Map<object, Set<Direction>>();
    const directions = partners.get(next) ?? new Set<Direction>();
    if (directions.has(direction)) return false;
    if (this.#count >= MAX_PAIRS) {
      if (this.#count === MAX_PAIRS) this.#giveUp();
      this.#count = MAX_PAIRS + 1;
      return false;
    }
    this.#count += 1;
    this.#pairs.set(old, partners.set(next, directions.add(direction)));
    return true;
  }

  breaking(kind: string, place: Place, why: string, breaks: 'clients' | 'both' = 'clients'): void {
    this.#add({ ...placed(place), kind, verdict: 'breaking', breaks, why });
  }

  compatible(kind: string, place: Place, why: string, breaks: 'servers' | 'none' = 'none'): void {
    this.#add({ ...placed(place), kind, verdict: 'compatible', breaks, why });
  }

  /** Reports by what it does to the values allowed, and which way these go. `says` is a clause. */
  effect(kind: string, place: Place, says: string, effect: Effect, direction: Direction): void {
    const clause = says.charAt(0).toUpperCase() + says.slice(1);
    if (direction === 'request') {
      if (effect === 'loosened')
        this.compatible(kind, place, `${clause}: every request that was fine still is.`);
      else {
        const breaks = effect === 'changed' ? 'both' : 'clients';
        this.breaking(
          kind,
          place,
          `${clause}: those who send requests that were fine can be refused.`,
          breaks,
        );
      }
    } else if (effect === 'tightened') {
      this.compatible(
        kind,
        place,
        `${clause}: those who read answers get only what they know; a server of the old contract may not keep it.`,
        'servers',
      );
    } else {
      const breaks = effect === 'changed' ? 'both' : 'clients';
      this.breaking(
        kind,
        place,
        `${clause}: those who read answers can get what they do not expect.`,
        breaks,
      );
    }
  }

  #giveUp(): void {
    this.breaking(
      'too-large',
      { pointer: '', operation: undefined },
      'The documents are too large to be compared to the end.',
      'both',
    );
  }

  #add(change: ContractChange): void {
    if (this.changes.length < MAX_CHANGES) this.changes.push(change);
  }
}

/** What lies outside of the paths is shared by operations. */
function placed({ pointer, operation }: Place): Pick<ContractChange, 'path' | 'operation'> {
  const local = operation !== undefined && pointer.startsWith('/paths/');
  return { path: pointer, ...(local ? { operation } : {}) };
}
