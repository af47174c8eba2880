/** Words that examples follow. */
const words =
  'e\\.g\\.|for example|for instance|z\\. ?B\\.|zum Beispiel|etwa|p\\. ?ej\\.|por ejemplo|p\\. ?ex\\.|par ex\\.|par exemple|por exemplo|ad es\\.|ad esempio|per esempio|bijv\\.|bijvoorbeeld|np\\.|na przykład|misalnya|misal|contohnya|contoh|например|наприклад';
const example = new RegExp(
  `,?\\s(?:${words}),?\\s(?<what>(?:[„“"«'‘][^„“”"»'’]{1,80}[“”"»'’]|[^(（]{1,80}?))(?=\\s*[(（][^()（）]{3,60}[)）]\\s*$|$)`,
  'iu',
);
/** "…, if the maker gives one": when it is there. */
const where =
  /,\s(?:if|where|when|falls|wenn|sofern|soweit|si|s['’]|se|quando|cuando|lorsque|indien)\s[^,(]{4,60}$/iu;

const shown = new RegExp(
  `^\\s*(?:(?:${words}|e\\.?g\\.?|ex\\.|напр\\.)(?:$|[\\s,:：])|(?:例えば|例如|比如|たとえば|예를 들어|例|예)\\s*[:：、,]?)`,
  'iu',
);

/** "e.g. box or pallet": what is shown is some of what there may be. */
export function isExample(text: string): boolean {
  return shown.test(text);
}

/** One declaration without examples and without when it is there: "Code, e.g. RR-2 (unique)" → "Code (unique)". */
export function withoutExample(text: string): string {
  const bare = text.replace(example, '');
  return bare.replace(where, ' (optional)');
}
