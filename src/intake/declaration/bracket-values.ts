const kinds =
  '(?:status|state|type|kind|category|priority|level|condition|mode|method|stage|phase|severity|role|size|gender)';
const value = "[\\p{L}\\p{N}][\\p{L}\\p{N}' -]{0,24}?";
const listed = new RegExp(
  `((?:^|[\\s,])${kinds})((?: of|,? one of|,? either| which is| that is|,? being| which can be| that can be)(?: either| one of)?(?: the following)?:?) (${value}(?:, ${value})*,? or ${value})(?=$|[.;)]|, (?:and|an?|the|its)\\s| and (?:an?|the|its)\\s)`,
  'giu',
);

/** "a date and a status: open, closed, lost": behind the only colon stand the values of the last. */
const last =
  /^([^:：]*[,，、]|[^:：]*\s(?:and|und|y|e|et|ed|i|en|и)\s)(\s*(?:(?:an?|the|its|un|une|una|uma|eine?) )?(?:\p{L}+ )?[\p{L}-]{3,25})[:：]\s*([^:：()（）]+)$/iu;

/** "a status of open, closed or lost" → "a status (open, closed or lost)", so that its commas part no fields. */
export function withValuesInBrackets(text: string): string {
  const ended = last.exec(text);
  if (ended !== null && /[,/|]/.test(ended[3] ?? ''))
    return `${ended[1]}${ended[2]} (${(ended[3] ?? '').replace(/[.;]\s*$/, '')})`;
  return text.replace(
    listed,
    (_, name: string, _link: string, values: string) =>
      `${name} (${values.replace(/,? or /i, ', ')})`,
  );
}
