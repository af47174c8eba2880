import { identifierOf } from '../../names/identifier.ts';
import { numberOf } from '../../names/number.ts';
import { stemPhrase } from '../../words/stem.ts';
import type { Claim, EntityClaim, Evidence } from '../claim.ts';
import type { Reading } from '../reading.ts';

/** All claims about one thing, whatever it is called where: `orders`, `Order`, `注文`. */
export interface EntityGroup {
  /** In the order of the document. */
  readonly claims: readonly EntityClaim[];
  /** Names as written, each once, the most telling first. */
  readonly names: readonly string[];
  /** Sum over what was claimed; see `weights`. */
  readonly evidence: ReadonlySet<Evidence>;
  /** Lines with each evidence, to tell one mention from many. */
  readonly lines: number;
}

/** Names of entities → their group. Two names are one thing when a stem, an identifier or a note in brackets says so. */
export class EntityGroups {
  readonly #reading: Reading;
  readonly #parents = new Map<string, string>();
  readonly groups = new Map<string, EntityGroup>();

  constructor(claims: readonly Claim[], reading: Reading) {
    this.#reading = reading;
    const entities = claims.filter((claim) => claim.kind === 'entity');
    for (const { name, also } of entities) {
      for (const key of keysOf(name, reading)) this.#join(this.#keyOf(name), key);
      // A sentence's own brackets are too loose: only declarations give second names.
      for (const other of also ?? []) for (const key of keysOf(other, reading)) this.#join(this.#keyOf(name), key);
    }
    const byRoot = new Map<string, EntityClaim[]>();
    for (const claim of entities) {
      const root = this.#rootOf(this.#keyOf(claim.name));
      byRoot.set(root, [...(byRoot.get(root) ?? []), claim]);
    }
    for (const [root, found] of byRoot) this.groups.set(root, group(found));
  }

  /** The key of the group that a name belongs to; undefined if nothing claims such an entity. */
  find(name: string): string | undefined {
    for (const key of keysOf(name, this.#reading)) {
      const root = this.#rootOf(key);
      if (this.groups.has(root)) return root;
    }
    return undefined;
  }

  #keyOf(name: string): string {
    return keysOf(name, this.#reading)[0] ?? name;
  }

  #rootOf(key: string): string {
    let root = key;
    for (let next = this.#parents.get(root); next !== undefined && next !== root; next = this.#parents.get(root)) root = next;
    return root;
  }

  #join(left: string, right: string): void {
    const [a, b] = [this.#rootOf(left), this.#rootOf(right)];
    if (a !== b) this.#parents.set(b, a);
  }
}

function keysOf(name: string, { language, vocabulary }: Reading): readonly string[] {
  const { singular } = numberOf(name, language);
  const stems = stemPhrase(singular, language).replaceAll(' ', '');
  const english = stemPhrase(numberOf(name, 'en').singular, 'en').replaceAll(' ', '');
  const identifier = identifierOf(singular, vocabulary).replaceAll('-', '');
  return [...new Set([`s:${stems}`, `s:${english}`, `i:${identifier}`])].filter((key) => key.length > 3);
}

function group(claims: readonly EntityClaim[]): EntityGroup {
  const order: readonly Evidence[] = ['schema', 'listed', 'described', 'managed', 'mentioned'];
  const sorted = claims.toSorted((a, b) => order.indexOf(a.evidence) - order.indexOf(b.evidence));
  const names = [...new Set(sorted.flatMap((claim) => [claim.name, ...(claim.also ?? [])]))];
  const lines = new Set(claims.map((claim) => claim.source.line)).size;
  return { claims, names, evidence: new Set(claims.map((claim) => claim.evidence)), lines };
}
