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
/** What has been read with the type of the field. */
const ofItsType =
  /^(?:must be )?unique\s|^(?:its )?length (?:must|should|has to) be\s.*\d|^must be an? (?:valid )?(?:e-?mail(?: address)?|url|link|phone number|(?:whole |positive )?number|integer|date|uuid)$/iu;
/** What has been read as a limit of it. */
const limited = /^(?!.* (?:per|for (?:each|every)) )(?:.*\d|negative|empty|zero|blank)/iu;
/** What demands something that is no limit: it is asked about. */
const unusual =
  /^(?<odd>(?:all )?(?:lower|upper)-?case(?: only)?|(?:even|odd)(?: numbers?)?|(?:a )?multiples? of \d+|divisible by \d+|(?:no|without) (?:white)?spaces|alphabetic(?:al)?)$/iu;

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
  const demands = rest.split(/,\s+|;\s+/).flatMap((part) => demandOf(name, part.trim()) ?? []);
  if (demands.length === 0) return undefined;
  const readings = demands.map(({ sentence, isLimit }) => {
    const read = readSentence(sentence, vocabulary, lifecycles, { entity, amongRules: true });
    return read.kind === 'findings' ? read.findings : isLimit ? [] : undefined;
  });
  const findings = readings.flatMap((read) => read ?? []);
  if (readings.includes(undefined))
    return { kind: 'not-understood', entity: entity.entity.id, findings };
  return findings.length === 0 ? { kind: 'prose' } : { kind: 'findings', findings };
}

/** A part of a declaration as a sentence; a limit alone may be read with the field itself. */
function demandOf(
  name: string,
  part: string,
): { readonly sentence: string; readonly isLimit: boolean } | undefined {
  if (ofItsType.test(part)) return { sentence: part, isLimit: true };
  const { modal, said, denied, bare, odd } =
    demand.exec(part)?.groups ?? unusual.exec(part)?.groups ?? {};
  const isLimit = limited.test(denied ?? bare ?? '');
  if (modal !== undefined) return { sentence: `${name} ${modal} ${said}`, isLimit };
  if (denied !== undefined) return { sentence: `${name} must not be ${denied}`, isLimit };
  const rest = bare ?? odd;
  return rest === undefined ? undefined : { sentence: `${name} must be ${rest}`, isLimit };
}
