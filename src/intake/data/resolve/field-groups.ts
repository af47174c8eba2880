import { mergeFacts } from '../../declaration/facts.ts';
import type { Facts } from '../../declaration/facts.ts';
import { identifierOf } from '../../names/identifier.ts';
import { stemPhrase } from '../../words/stem.ts';
import type { FieldClaim } from '../claim.ts';
import type { Reading } from '../reading.ts';

/** All claims about one field. */
export interface FieldGroup {
  readonly name: string;
  readonly identifier: string;
  readonly names: readonly string[];
  readonly facts: Facts;
  readonly claims: readonly FieldClaim[];
  readonly declared: boolean;
}

/** The fields of one entity, each once, in the order in which the requirements first give them. */
export function fieldGroups(given: readonly FieldClaim[], reading: Reading): readonly FieldGroup[] {
  // Where fields are declared, nouns of prose ("search by name, author") add nothing.
  const schema = given.filter((claim) => claim.evidence === 'schema');
  const claims =
    schema.length >= 2
      ? given.filter((claim) => claim.evidence === 'schema' || claim.facts.values !== undefined)
      : given;
  const byKey = new Map<string, FieldClaim[]>();
  const alias = new Map<string, string>();
  for (const claim of claims) {
    const keys = [claim.name, ...(claim.also ?? [])].flatMap((name) => keysOf(name, reading));
    const key = keys.map((each) => alias.get(each)).find((each) => each !== undefined) ?? keys[0];
    if (key === undefined) continue;
    for (const each of keys) if (!alias.has(each)) alias.set(each, key);
    byKey.set(key, [...(byKey.get(key) ?? []), claim]);
  }
  return [...byKey.values()].map((found) => combine(found, reading));
}

function keysOf(name: string, { language, vocabulary }: Reading): readonly string[] {
  return [
    `i:${identifierOf(name, vocabulary).replaceAll('-', '')}`,
    `s:${stemPhrase(name, language).replaceAll(' ', '')}`,
  ].filter((key) => key.length > 2);
}

function combine(claims: readonly FieldClaim[], { vocabulary }: Reading): FieldGroup {
  const declared = claims.filter((claim) => claim.declared);
  const ordered =
    declared.length > 0 ? [...declared, ...claims.filter((claim) => !claim.declared)] : claims;
  const facts = ordered
    .toReversed()
    .reduce<Facts>((merged, claim) => mergeFacts(merged, claim.facts), {});
  const names = [...new Set(claims.flatMap((claim) => [claim.name, ...(claim.also ?? [])]))];
  const written =
    names.find(
      (name) =>
        /^[A-Za-z_$][\w$]*$/.test(name) &&
        claims.some((claim) => claim.name === name || claim.also?.includes(name) === true),
    ) ??
    names[0] ??
    '';
  return {
    name: names[0] ?? written,
    identifier: identifierOf(written, vocabulary),
    names,
    facts,
    claims,
    declared: declared.length > 0,
  };
}
