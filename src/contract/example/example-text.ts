import type { Field } from '#blueprint';

const known: readonly (readonly [RegExp, string])[] = [
  [/first-?name|given-name|vorname/, 'Ada'],
  [/last-?name|surname|family-name|nachname/, 'Lovelace'],
  [/user-?name|login|nickname/, 'ada'],
  [/(full|contact|customer|person|owner|author)-?name|^author$/, 'Ada Lovelace'],
  [/company|organi[sz]ation/, 'Analytical Engines Ltd'],
  [/street|address/, '12 Byron Street'],
  [/city|town/, 'London'],
  [/country/, 'United Kingdom'],
  [/zip|postal|postcode/, '10115'],
  [/sku|code|number|reference/, 'AB-1024'],
  [/colou?r/, 'blue'],
  [/currency/, 'EUR'],
  [/language|locale/, 'en'],
  [/isbn/, '978-0-13-468599-1'],
];

export type TextKind = 'string' | 'text' | 'email' | 'url' | 'phone';

/** Text as somebody would type it into the field. */
export function exampleText(kind: TextKind, { name, label }: Field): string {
  if (kind === 'email') return 'ada@example.com';
  if (kind === 'url') return `https://example.com/${name}`;
  if (kind === 'phone') return '+44 20 7946 0123';
  const match = known.find(([pattern]) => pattern.test(name))?.[1];
  if (kind === 'string' && match !== undefined) return match;
  const words = label.replaceAll('\u0000', '').trim();
  return kind === 'text' ? `${words}, in a few words.` : `${words} 1`;
}
