import type { ModelledEntity } from '../../../data-model.ts';
import { matchText } from '../../../words/match-text.ts';
import type { Finding } from '../../grammar/finding.ts';
import type { Vocabulary } from '../../sentence/vocabulary.ts';
import { barred } from './barred.ts';
import { oncePerPair } from './once.ts';
import type { Shape } from './shape.ts';
import { times } from './times.ts';
import { values } from './values.ts';

/** Groups of shapes, each after a word that all of its sentences have: to look for it is cheap. */
const shapes: readonly (readonly [sign: RegExp, shapes: readonly Shape[]])[] = [
  [/minute|hour|day|week|month|year|[0-9]/i, times],
  [
    /decreas|down|reduced|lowered|shrink|only|match|follow|conform|letters|digits|alphanum/i,
    values,
  ],
  [/not|never|n['’]t/i, barred],
  [/once|twice|one|single|second|1/i, oncePerPair],
];

/**
 * What an English sentence says whose verb tells what is compared, so that the grammar of comparisons finds no
 * field in it; undefined where it has none of these shapes, or names nothing known.
 */
export function shapesIn(
  text: string,
  vocabulary: Vocabulary,
  around: ModelledEntity | undefined,
): readonly Finding[] | undefined {
  if (text.length > 160) return undefined;
  const bare = text.trim().replace(/[.;!]+$/, '');
  for (const [sign, group] of shapes) {
    if (!sign.test(bare)) continue;
    for (const [pattern, read] of group) {
      const groups = matchText(pattern, bare)?.groups;
      const finding = groups === undefined ? undefined : read(groups, vocabulary, around);
      if (finding !== undefined) return [finding].flat();
    }
  }
  return undefined;
}
