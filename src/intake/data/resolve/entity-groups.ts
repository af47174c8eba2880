import { identifierOf } from '../../names/identifier.ts';
import { numberOf } from '../../names/number.ts';
import { foldText } from '../../words/fold.ts';
import { stemPhrase, wordsOf } from '../../words/stem.ts';
import type { Claim, EntityClaim, Evidence } from '../claim.ts';
import type { Reading } from '../reading.ts';
import { singularOf } from '../singular-of.ts';
import { isAccountName, isPlainAccount } from './account-names.ts';
import { roleNames } from './role-names.ts';
import { shortNames } from './short-names.ts';

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
  readonly #keys = new Map<string, readonly string[]>();
  readonly groups = new Map<string, EntityGroup>();

  constructor(claims: readonly Claim[], reading: Reading) {
    this.#reading = reading;
    const entities = claims.filter((claim) => claim.kind === 'entity');
    for (const { name, also } of entities) {
      for (const key of this.#keysOf(name)) this.#join(this.#keyOf(name), key);
      // A sentence's own brackets are too loose: only declarations give second names.
      for (const other of also ?? [])
        for (const key of this.#keysOf(other)) this.#join(this.#keyOf(name), key);
    }
    this.#joinRoles(entities);
    this.#joinAccounts(entities);
    for (const [short, long] of shortNames(entities, (name) => this.#rootOf(this.#keyOf(name))))
      this.#join(this.#keyOf(long), this.#keyOf(short));
    const byRoot = new Map<string, EntityClaim[]>();
    for (const claim of entities) {
      const root = this.#rootOf(this.#keyOf(claim.name));
      byRoot.set(root, [...(byRoot.get(root) ?? []), claim]);
    }
    for (const [root, found] of byRoot) this.groups.set(root, group(found));
  }

  /** The key of the group that a name belongs to; undefined if nothing claims such an entity. */
  find(name: string): string | undefined {
    for (const key of this.#keysOf(name)) {
      const root = this.#rootOf(key);
      if (this.groups.has(root)) return root;
    }
    return undefined;
  }

  /** "Sellers are registered", where seller is a role of the users who are kept: one thing. */
  #joinRoles(entities: readonly EntityClaim[]): void {
    const account = entities.find((claim) =>
      isAccountName(foldText(wordsOf(claim.name).join(' '))),
    );
    if (account === undefined) return;
    for (const role of roleNames(this.#reading)) {
      const root = this.#rootOf(this.#keyOf(role));
      const claims = entities.filter((claim) => this.#rootOf(this.#keyOf(claim.name)) === root);
      if (
        claims.every(
          (claim) =>
            claim.evidence === 'managed' ||
            claim.evidence === 'kept' ||
            claim.evidence === 'mentioned',
        )
      )
        this.#join(this.#keyOf(account.name), this.#keyOf(role));
    }
  }

  /** "Create an account", where users are kept, makes no record of its own, unless something is said that it has. */
  #joinAccounts(entities: readonly EntityClaim[]): void {
    const folded = ({ name }: EntityClaim) => foldText(wordsOf(name).join(' '));
    const users = entities.find(
      (claim) => isAccountName(folded(claim)) && !isPlainAccount(folded(claim)),
    );
    const accounts = entities.filter((claim) => isPlainAccount(folded(claim)));
    const [first] = accounts;
    if (users === undefined || first === undefined) return;
    const isOfMoney = this.#reading.document.blocks.some(
      ({ text }) => money.test(text) && /account/iu.test(text),
    );
    if (
      !isOfMoney &&
      accounts.every(({ evidence }) => evidence === 'managed' || evidence === 'mentioned')
    )
      this.#join(this.#keyOf(users.name), this.#keyOf(first.name));
    for (const { name } of accounts)
      if (foldText(name).startsWith('user')) this.#join(this.#keyOf(users.name), this.#keyOf(name));
  }

  /** Names are asked for again and again. */
  #keysOf(name: string): readonly string[] {
    const known = this.#keys.get(name) ?? keysOf(name, this.#reading);
    this.#keys.set(name, known);
    return known;
  }

  #keyOf(name: string): string {
    return this.#keysOf(name)[0] ?? name;
  }

  #rootOf(key: string): string {
    let root = key;
    for (
      let next = this.#parents.get(root);
      next !== undefined && next !== root;
      next = this.#parents.get(root)
    )
      root = next;
    return root;
  }

  #join(left: string, right: string): void {
    const [a, b] = [this.#rootOf(left), this.#rootOf(right)];
    if (a !== b) this.#parents.set(b, a);
  }
}

/** Accounts that hold money are no logins. */
const money =
  /(?<!\p{L})(?:bank|balances?|ledgers?|debit|credit|withdraw\p{L}*|overdraw\p{L}*)(?!\p{L})/iu;

function keysOf(name: string, reading: Reading): readonly string[] {
  const { language, vocabulary } = reading;
  const singular = singularOf(name, reading);
  const stems = stemPhrase(singular, language).replaceAll(' ', '');
  const english = stemPhrase(numberOf(name, 'en').singular, 'en').replaceAll(' ', '');
  const identifier = identifierOf(singular, vocabulary).replaceAll('-', '');
  // `TrainerRecord` in a data dictionary is the trainer that is spoken of elsewhere.
  const suffix = /[a-z](?:Record|Entity|Model|Dto|DTO)$/.exec(name);
  if (suffix !== null && name.length - suffix[0].length > 2)
    return keysOf(name.slice(0, suffix.index + 1), reading);
  return [...new Set([`s:${stems}`, `s:${english}`, `i:${identifier}`])].filter(
    (key) => key.length > 3,
  );
}

function group(claims: readonly EntityClaim[]): EntityGroup {
  const order: readonly Evidence[] = [
    'schema',
    'listed',
    'described',
    'told',
    'kept',
    'managed',
    'mentioned',
  ];
  // "Users" tell more than "accounts" of the same.
  const rank = ({ name, evidence }: EntityClaim) =>
    order.indexOf(evidence) + (isPlainAccount(foldText(name)) ? order.length : 0);
  const sorted = claims.toSorted((a, b) => rank(a) - rank(b));
  const names = [...new Set(sorted.flatMap((claim) => [claim.name, ...(claim.also ?? [])]))];
  const lines = new Set(claims.map((claim) => claim.source.line)).size;
  return { claims, names, evidence: new Set(claims.map((claim) => claim.evidence)), lines };
}
