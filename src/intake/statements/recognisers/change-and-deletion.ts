import { hasCue } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import type { Finding } from '../grammar/finding.ts';
import type { Part } from '../grammar/parts.ts';
import type { Scope } from '../grammar/scope.ts';
import type { Cue } from '../lexicon/cue.ts';
import { deletion } from './deletion.ts';
import { immutability } from './immutability.ts';

/** "Payments are never edited or deleted": two rules, where each of them would be clear alone. */
export function changeAndDeletion(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const changes = hasCue(claim, 'update', 'immutable');
  if (!changes || !hasCue(claim, 'delete') || !hasCue(claim, 'cannot', 'refuse', 'immutable'))
    return undefined;
  const kept = immutability(without(claim, 'delete'), scope);
  const stays = deletion(without(claim, 'update', 'immutable'), scope);
  return kept && stays ? [...kept, ...stays] : undefined;
}

function without(claim: Claim, ...denied: readonly Cue[]): Claim {
  const parts = claim.parts.flatMap((part): readonly Part[] => {
    if (part.kind !== 'cue' || part.cues.every((cue) => !LINKS.has(cue) && !denied.includes(cue)))
      return [part];
    // "Cannot be changed" is one phrase, and what it denies goes on.
    return part.cues.includes('immutable') ? [{ ...part, cues: ['cannot'] }] : [];
  });
  return { ...claim, parts };
}

const LINKS: ReadonlySet<Cue> = new Set(['or', 'and']);
