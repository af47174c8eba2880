import { referenceTo } from '../../grammar/scope.ts';
import type { Finding } from '../../grammar/finding.ts';
import type { Vocabulary } from '../../sentence/vocabulary.ts';
import { article, entityIn, must, mustNot } from './shape.ts';
import type { Groups, Shape } from './shape.ts';

const one = '(?<one>[\\p{L} -]{2,40}?)';
const to = '(?:(?:for|in|into|to|on|at|by|with)\\s+)?';

/** Two things that meet only once. */
export const oncePerPair: readonly Shape[] = [
  // "A child may have at most one order per menu."
  [
    new RegExp(
      `^${article}${one}\\s+(?:${must}\\s+)?(?:have|has|place|make|write|create|submit)\\s+(?:at most|only|no more than|not more than|max(?:imum)?)\\s+(?:one|1|a single)\\s+(?<link>[\\p{L} -]{2,40}?)\\s+(?:per|for (?:each|every|the same)|with the same)\\s+(?<other>[\\p{L} -]{2,40}?)$`,
      'iu',
    ),
    once,
  ],
  // "A member can be enrolled in a class only once."
  [
    new RegExp(
      `^${article}${one}\\s+(?:(?:can|may|must|shall|should)\\s+(?:only\\s+)?(?:be\\s+)?)(?<verb>\\p{L}+)\\s+${to}(?:an?|the same|each|every|one|the)\\s+(?<other>[\\p{L} -]{2,40}?)\\s+(?:only once|at most once|just once|once only|once)$`,
      'iu',
    ),
    once,
  ],
  [
    new RegExp(
      `^${article}${one}\\s+${mustNot}\\s+(?:be\\s+)?(?<verb>\\p{L}+)\\s+${to}(?:an?|the same|one)\\s+(?<other>[\\p{L} -]{2,40}?)\\s+(?:twice|more than once|a second time)$`,
      'iu',
    ),
    once,
  ],
];

/** The records that link the two things: each pair of them once. */
function once(groups: Groups, vocabulary: Vocabulary): Finding | undefined {
  const first = entityIn(groups['one'], vocabulary);
  const other = entityIn(groups['other'], vocabulary);
  if (first === undefined || other === undefined || first === other) return undefined;
  const said = groups['link'] === undefined ? undefined : entityIn(groups['link'], vocabulary);
  if (groups['link'] !== undefined && said === undefined) return undefined;
  const links = vocabulary.model.entities.flatMap((entity) => {
    const left = referenceTo(entity, first);
    const right = referenceTo(entity, other);
    return left && right && (said === undefined || said === entity)
      ? [{ entity, fields: [left.name, right.name] }]
      : [];
  });
  const [link] = links;
  return link === undefined || links.length > 1
    ? undefined
    : { kind: 'key', entity: link.entity.entity.id, fields: link.fields };
}
