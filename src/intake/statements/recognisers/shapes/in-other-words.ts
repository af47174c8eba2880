import { matchText } from '../../../words/match-text.ts';
import type { Vocabulary } from '../../sentence/vocabulary.ts';
import { isNumeric } from '../../grammar/field-kinds.ts';
import { entityIn } from './shape.ts';

const moreThan =
  /^no (?<entity>[\p{L} -]{2,40}?) (?:can|may|must|shall|should|will|is allowed to) (?:ever )?(?:have|hold|contain|accept|take|get|receive) more (?<counted>[\p{L} -]{2,60}?) than (?<limit>(?:its|the|their) [\p{L} -]{2,60}|\d{1,6})$/iu;
const limiting = /^(?:its|the|their) (?:own )?(?:max(?:imum)?|limit|quota|capacity)$/iu;

/** "No zone may have more permits than its maximum" as the grammar reads it; undefined for other sentences. */
export function inOtherWords(text: string, vocabulary: Vocabulary): string | undefined {
  if (text.length > 160 || !/^no /i.test(text)) return undefined;
  const groups = matchText(moreThan, text.trim().replace(/[.;!]+$/, ''))?.groups;
  if (groups === undefined) return undefined;
  const { entity = '', counted = '', limit = '' } = groups;
  const meant = limiting.test(limit) ? (limitOf(entity, vocabulary) ?? limit) : limit;
  return `The number of ${counted} of a ${entity} must not exceed ${meant}`;
}

/** The one number of an entity that is called a limit. */
function limitOf(entity: string, vocabulary: Vocabulary): string | undefined {
  const fields = entityIn(entity, vocabulary)?.fields.filter(
    ({ field }) =>
      isNumeric(field) && /(?:^|-)(?:max|maximum|limit|quota|capacity)(?:-|$)/.test(field.name),
  );
  return fields?.length === 1 ? `its ${fields[0]?.field.name.replaceAll('-', ' ')}` : undefined;
}
