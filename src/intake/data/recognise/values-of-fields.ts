import { splitList } from '../../declaration/split-list.ts';
import { spanIn } from '../../document/span-in.ts';
import { stemPhrase } from '../../words/stem.ts';
import { matchText } from '../../words/match-text.ts';
import { isBelievable } from '../believable.ts';
import type { Claim, FieldClaim } from '../claim.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';
import { listedStates } from './listed-states.ts';
import { canBe, readAll } from './value-lists.ts';

const article =
  "(?:(?:the|its|an?|each|every|el|la|los|las|le|les|lo|il|o|a|os|as|der|die|das|de|het)\\s+|l['’])?";
const sentence = new RegExp(
  `^${article}(?<field>\\p{L}[\\p{L}\\p{N}_-]*(?: \\p{L}[\\p{L}\\p{N}_-]*){0,2}?)\\s+(?<verb>${canBe})(?!\\p{L})\\s*[:：]?\\s*(?<values>.+?)(?:\\s+sein|\\s+zijn)?$`,
  'iu',
);

/**
 * The values of a field that was described elsewhere: "The environment is one of development, staging, production".
 * Only where one record alone has a field of that name.
 * @param heard what was claimed already
 */
export function valuesOfFields(reading: Reading, heard: readonly Claim[]): readonly Claim[] {
  const owners = ownersOf(heard, reading);
  const listed = listedStates(reading, (field) => owners.get(keyOf(field, reading))?.entity);
  if (owners.size === 0) return listed;
  const said = reading.document.blocks.flatMap((block) =>
    block.kind === 'heading' ||
    block.kind === 'code' ||
    block.kind === 'row' ||
    !isBelievable(reading.kinds[block.section])
      ? []
      : statementsOf(block).flatMap((each): Claim[] => {
          if (each.text.length > 300) return [];
          const text = plainSentence(each.text).replaceAll('`', '').trim();
          const groups = matchText(sentence, text.replace(/[.。;；]+$/u, ''))?.groups;
          const owner = owners.get(keyOf(groups?.['field'] ?? '', reading));
          if (groups === undefined || owner === undefined || !isChoice(groups, reading)) return [];
          const values = readAll(groups['values'] ?? '', reading);
          if (values === undefined) return [];
          const source = spanIn(reading.document, block, each.start, each.end);
          return [{ ...owner, facts: { values }, source, section: block.section }];
        }),
  );
  return [...listed, ...said];
}

/**
 * Values are single words or short names, without an article: "must be a date or a number" says something else,
 * as does "is unique and short".
 */
function isChoice(
  groups: Readonly<Record<string, string | undefined>>,
  { vocabulary }: Reading,
): boolean {
  const values = groups['values'] ?? '';
  const or = vocabulary.pattern(
    'word-or',
    (words) => new RegExp(`(?:\\s(?:${words((lexicon) => lexicon.or)})\\s|[/|])`, 'iu'),
  );
  const isBare = /^(?:est|è|es|é|ist|is)$/iu.test(groups['verb'] ?? '');
  if (isBare && !or.test(values)) return false;
  return !splitList(values, vocabulary).some(({ text }) => determined.test(text));
}

const determined = /^(?:an?|the|un|una|une|eine?|uma?|le|la|el|il|der|die|das) /iu;

type Owned = Omit<FieldClaim, 'source' | 'section' | 'facts'>;

/** Fields by name that belong to one record only. */
function ownersOf(heard: readonly Claim[], reading: Reading): ReadonlyMap<string, Owned> {
  const owners = new Map<string, Owned>();
  // "A plot is free or taken" is about the plot, not about a field that refers to it.
  const shared = new Set(
    heard.flatMap((claim) => (claim.kind === 'entity' ? [keyOf(claim.name, reading)] : [])),
  );
  for (const claim of heard) {
    if (claim.kind !== 'field') continue;
    const key = keyOf(claim.name, reading);
    const known = owners.get(key);
    if (known === undefined) {
      const { entity, name } = claim;
      owners.set(key, { kind: 'field', entity, name, declared: false, evidence: 'mentioned' });
    } else if (
      stemPhrase(known.entity, reading.language) !== stemPhrase(claim.entity, reading.language)
    )
      shared.add(key);
  }
  for (const key of shared) owners.delete(key);
  return owners;
}

function keyOf(name: string, { language }: Reading): string {
  const spaced = name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[_-]/gu, ' ');
  return stemPhrase(spaced, language);
}
