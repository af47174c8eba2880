import { identifierOf } from '../../names/identifier.ts';
import { numberOf } from '../../names/number.ts';
import { foldText } from '../../words/fold.ts';
import { stemPhrase, wordsOf } from '../../words/stem.ts';
import type { Claim, EntityClaim, Evidence } from '../claim.ts';
import type { Reading } from '../reading.ts';
import { singularOf } from '../singular-of.ts';
import { isAccountName, isLoginName } from './account-names.ts';
import { qualifiedNames } from './qualified-names.ts';
import { recordNames } from './record-names.ts';
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
    this.#joinAccounts(entities, claims);
    this.#joinRoles(entities);
    for (const [said, meant] of recordNames(entities, reading, (name) =>
      this.#rootOf(this.#keyOf(name)),
    ))
      this.#join(this.#keyOf(meant), this.#keyOf(said));
    const qualified = new Set<string>();
    for (const [said, meant] of qualifiedNames(entities, reading.language, (name) =>
      this.#rootOf(this.#keyOf(name)),
    )) {
      this.#join(this.#keyOf(meant), this.#keyOf(said));
      qualified.add(said);
    }
    for (const [short, long] of shortNames(entities, (name) => this.#rootOf(this.#keyOf(name))))
      this.#join(this.#keyOf(long), this.#keyOf(short));
    const byRoot = Map.groupBy(entities, ({ name }) => this.#rootOf(this.#keyOf(name)));
    for (const [root, found] of byRoot) this.groups.set(root, group(found, qualified));
  }

  /** The key of the group that a name belongs to; undefined if nothing claims such an entity. */
  find(name: string): string | undefined {
    for (const key of this.#keysOf(name)) {
      const root = this.#rootOf(key);
      if (this.groups.has(root)) return root;
    }
    return undefined;
  }

  /** "Delete user account" beside users who are kept: the account is what they log in with. */
  #joinAccounts(entities: readonly EntityClaim[], claims: readonly Claim[]): void {
    const accounts = new Map(
      entities.flatMap(({ name }) => {
        const spoken = spokenName(name);
        return isAccountName(spoken) ? [[spoken, name] as const] : [];
      }),
    );
    const user = [...accounts].find(([spoken]) => !isLoginName(spoken))?.[1];
    if (user === undefined || accounts.size < 2) return;
    const isBank = this.#reading.document.blocks.some(({ text }) => ofMoney.test(text));
    for (const [spoken, name] of accounts) {
      if (!isLoginName(spoken) || (isBank && !spoken.startsWith('user '))) continue;
      const root = this.#rootOf(this.#keyOf(name));
      const isOf = (other: string) => this.#rootOf(this.#keyOf(other)) === root;
      const isOwn = claims.some(
        (claim) =>
          (claim.kind === 'entity' && isOf(claim.name) && !isOnlySpokenOf(claim)) ||
          (claim.kind === 'field' && isOf(claim.entity) && !isOfLogin.test(foldText(claim.name))),
      );
      if (!isOwn) this.#join(this.#keyOf(user), this.#keyOf(name));
    }
  }

  /** "Sellers are registered", where seller is a role of the users who are kept: one thing. */
  #joinRoles(entities: readonly EntityClaim[]): void {
    const account = entities.find((claim) => isAccountName(spokenName(claim.name)));
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

/** What an account to log in with may have said of it, folded. */
const isOfLogin =
  /^(?:(?:user ?|first |last |full )?names?|e-?mails?(?: address)?|passwords?|phone(?: number)?|avatar|roles?)$/u;

/** The accounts of a bank or a book are not the ones to log in with. */
const ofMoney = /\b(?:banks?|bank accounts?|balances?|deposits?|withdraw\w*|ledgers?)\b/i;

function isOnlySpokenOf({ evidence }: EntityClaim): boolean {
  return evidence !== 'schema' && evidence !== 'listed';
}

function spokenName(name: string): string {
  return foldText(wordsOf(name).join(' '));
}

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
  // What a "cartographe" makes are "cartographies": no English word.
  const isForeign = language === 'fr' && /phi?es?$/iu.test(name);
  const keys = [`s:${stems}`, ...(isForeign ? [] : [`s:${english}`]), `i:${identifier}`];
  return [...new Set(keys)].filter((key) => key.length > 3);
}

/** @param qualified names that say more than the name of the thing */
function group(claims: readonly EntityClaim[], qualified: ReadonlySet<string>): EntityGroup {
  const order: readonly Evidence[] = [
    'schema',
    'listed',
    'described',
    'told',
    'kept',
    'managed',
    'mentioned',
  ];
  const sorted = claims.toSorted((a, b) => order.indexOf(a.evidence) - order.indexOf(b.evidence));
  const names = [...new Set(sorted.flatMap((claim) => [claim.name, ...(claim.also ?? [])]))]
    .toSorted((a, b) => Number(isLoginName(spokenName(a))) - Number(isLoginName(spokenName(b))))
    .toSorted((a, b) => Number(qualified.has(a)) - Number(qualified.has(b)));
  const lines = new Set(claims.map((claim) => claim.source.line)).size;
  return { claims, names, evidence: new Set(claims.map((claim) => claim.evidence)), lines };
}
