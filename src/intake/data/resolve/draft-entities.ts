import { identifierOf } from '../../names/identifier.ts';
import { nonLatin } from '../../words/script.ts';
import type { Claim, FieldClaim } from '../claim.ts';
import type { Reading } from '../reading.ts';
import type { DraftEntity } from './draft-entity.ts';
import type { EntityGroups } from './entity-groups.ts';
import { singularOf } from '../singular-of.ts';
import { fieldGroups } from './field-groups.ts';
import { pluralOf } from './plural-of.ts';

/** Names the chosen entities and gathers their fields. */
export function draftEntities(
  keys: readonly string[],
  groups: EntityGroups,
  claims: readonly Claim[],
  reading: Reading,
): readonly DraftEntity[] {
  const fields = new Map<string, FieldClaim[]>();
  for (const claim of claims) {
    if (claim.kind !== 'field') continue;
    const key = groups.find(claim.entity);
    if (key !== undefined) fields.set(key, [...(fields.get(key) ?? []), claim]);
  }
  const used = new Set<string>();
  return keys.flatMap((key): DraftEntity[] => {
    const group = groups.groups.get(key);
    if (group === undefined) return [];
    const { name, label } = nameOf(group.names, reading);
    const unique = free(name, used);
    const plural = free(pluralOf(unique, group.names, reading), used);
    used.add(unique).add(plural);
    return [
      {
        key,
        name: unique,
        plural,
        label,
        group,
        fields: fieldGroups(fields.get(key) ?? [], reading),
      },
    ];
  });
}

/** An identifier in Latin letters wins over words that would have to be translated; the label is what was written. */
function nameOf(names: readonly string[], reading: Reading): { name: string; label: string } {
  const written = names.find((name) => !nonLatin.test(name)) ?? names[0] ?? 'record';
  const label = names.find((name) => singularOf(name, reading) === name) ?? names[0] ?? written;
  const name = identifierOf(singularOf(written, reading), reading.vocabulary);
  return { name: /^[a-z]/.test(name) ? name : 'record', label };
}

function free(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  let count = 2;
  while (used.has(`${name}-${count}`)) count += 1;
  return `${name}-${count}`;
}
