import type { Lifecycle } from '#blueprint';
import type { ModelledEntity } from '../data-model.ts';
import { readSentence } from './read-sentence.ts';
import type { Reading } from './read-sentence.ts';
import { annotate } from './sentence/annotate.ts';
import type { Vocabulary } from './sentence/vocabulary.ts';

const declaration =
  /^`?(?<name>[\p{L}_][\p{L}\p{N}_ ]{1,40}?)`?\s*(?:[:–—-]\s|\sdate,|\s\p{Ll}+,|,)\s*(?<rest>.+)$/u;
const demand =
  /^(?<modal>must(?: not)?|cannot|can't|may not|should(?: not)?)\s+(?<said>.+)$|^(?<not>not|never)\s+(?<denied>(?:in|before|after|later|earlier|greater|less|more|negative|empty|zero)\b.*)$|^(?<bare>(?:in the|before|after|later than|earlier than|at least|at most|greater than|less than|more than)\s.+)$/iu;

/**
 * "worked on – date, required, not in the future": what a declaration demands beyond its type, each part for itself.
 * @param entity whose fields the heading announces
 * @returns undefined where it is no declaration of a field of it, or demands nothing
 */
export function readDeclaration(
  text: string,
  entity: ModelledEntity | undefined,
  vocabulary: Vocabulary,
  lifecycles: ReadonlyMap<string, Lifecycle>,
): Reading | undefined {
  const { name, rest } = declaration.exec(text)?.groups ?? {};
  if (entity === undefined || name === undefined || rest === undefined || text.length > 200)
    return undefined;
  const [item, ...others] = annotate(name, vocabulary);
  if (others.length > 0 || item?.fields.some((one) => one.entity === entity) !== true)
    return undefined;
  const demands = rest.split(/,\s+|;\s+/).flatMap((part) => {
    const found = demand.exec(part.trim())?.groups;
    if (found === undefined) return [];
    const { modal, said, denied, bare } = found;
    const predicate =
      modal === undefined
        ? `must ${denied === undefined ? `be ${bare}` : `not be ${denied}`}`
        : `${modal} ${said}`;
    return [`${name} ${predicate}`];
  });
  if (demands.length === 0) return undefined;
  const findings = demands.flatMap((sentence) => {
    const read = readSentence(sentence, vocabulary, lifecycles, { entity, amongRules: true });
    return read.kind === 'findings' ? [read.findings] : [];
  });
  return findings.length === demands.length
    ? { kind: 'findings', findings: findings.flat() }
    : undefined;
}
