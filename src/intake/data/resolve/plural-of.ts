import pluralize from 'pluralize';
import { identifierOf } from '../../names/identifier.ts';
import { nonLatin } from '../../words/script.ts';
import type { Reading } from '../reading.ts';
import { singularOf } from '../singular-of.ts';

/**
 * The plural of an entity's identifier, for its path. English is inflected, other languages use the
 * plural that the requirements write, else the regular one, else `-list`.
 */
export function pluralOf(name: string, written: readonly string[], reading: Reading): string {
  const seen = written
    .filter((word) => !nonLatin.test(word))
    .map((word) => ({ singular: singularOf(word, reading), word }))
    .find(
      ({ singular, word }) =>
        singular !== word && identifierOf(singular, reading.vocabulary) === name,
    )?.word;
  if (seen !== undefined && reading.language !== 'en')
    return identifierOf(seen, reading.vocabulary);
  const regular = regularPlural(name, written, reading);
  return regular === name ? `${name}-list` : regular;
}

function regularPlural(name: string, written: readonly string[], reading: Reading): string {
  const [first = name] = name.split('-');
  if (english[reading.language]?.test(first) === true) return pluralize.plural(name);
  switch (reading.language) {
    case 'es':
      return name.replace(
        first,
        /[aeiou]$/.test(first)
          ? `${first}s`
          : first.endsWith('z')
            ? `${first.slice(0, -1)}ces`
            : first.endsWith('s')
              ? first
              : `${first}es`,
      );
    case 'pt':
      return name.replace(
        first,
        first.endsWith('ao')
          ? `${first.slice(0, -2)}oes`
          : first.endsWith('m')
            ? `${first.slice(0, -1)}ns`
            : /[aeo]l$/.test(first)
              ? `${first.slice(0, -1)}is`
              : /[rz]$/.test(first)
                ? `${first}es`
                : `${first}s`,
      );
    case 'fr':
      return name.replace(
        first,
        /[sxz]$/.test(first) ? first : /eau$|eu$/.test(first) ? `${first}x` : `${first}s`,
      );
    case 'it':
      return name.replace(
        first,
        first.endsWith('a')
          ? `${first.slice(0, -1)}e`
          : first.endsWith('io')
            ? first.slice(0, -1)
            : /[oe]$/.test(first)
              ? `${first.slice(0, -1)}i`
              : first,
      );
    case 'de':
      return isEnglish(written, reading)
        ? pluralize.plural(name)
        : name.endsWith('e')
          ? `${name}n`
          : /(?:ung|heit|keit|schaft|ion|tat)$/.test(name)
            ? `${name}en`
            : `${name}-list`;
    case 'en':
    case 'nl':
    case 'ru':
    case 'uk':
    case 'pl':
    case 'tr':
    case 'id':
    case 'ja':
    case 'zh':
    case 'ko':
      return pluralize.plural(name);
    default:
      return pluralize.plural(name);
  }
}

const roman =
  /[^aeiou]y$|[bcfghkpqtvw]$|^(?:user|order|customer|member|supplier|driver|buyer|seller|player|reader|teacher|server|voucher|folder|offer|transfer|number)$/;
/** Words of code that no noun of the language ends like: `user`, `category`, `budget`. */
const english: Partial<Readonly<Record<Reading['language'], RegExp>>> = {
  es: roman,
  pt: roman,
  fr: /[^aeiou]y$/,
  it: /[^aeiou]$/,
};

/** What code calls a record is English in every language. */
function isEnglish(written: readonly string[], { document }: Reading): boolean {
  return written.some(
    (word) =>
      /^[A-Z][a-z]+(?:[A-Z][a-z]+)*$/.test(word) &&
      document.blocks.some((block) => block.kind === 'code' && block.text.includes(word)),
  );
}
