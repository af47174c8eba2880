/** Forms that have a name, folded, and the pattern of their values; of those that people name for one field. */
const FORMATS: readonly (readonly [name: RegExp, pattern: string])[] = [
  // ISO 4217: three capital letters of a currency.
  [/\biso[ -]?4217\b/, '^[A-Z]{3}$'],
  // ISO 3166-1: countries.
  [/\biso[ -]?3166(?:-1)?[ -]alpha[ -]?2\b|\balpha-2\b/, '^[A-Z]{2}$'],
  [/\biso[ -]?3166(?:-1)?[ -]alpha[ -]?3\b|\balpha-3\b/, '^[A-Z]{3}$'],
  // ITU-T E.164: a plus, and up to fifteen digits; those of a country and a subscriber are seven at least.
  [/\be\.164\b/, '^\\+[1-9][0-9]{6,14}$'],
  [/#rrggbb\b|\bhex(?:adecimal)? colou?r\b/, '^#[0-9A-Fa-f]{6}$'],
  [/\bhh:mm(?!:)\b/, '^([01][0-9]|2[0-3]):[0-5][0-9]$'],
  [/\bhh:mm:ss\b/, '^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$'],
];

/** The pattern of a format that is called by its name: "ISO 4217", "HH:MM". */
export function knownFormat(folded: string): string | undefined {
  return FORMATS.find(([name]) => name.test(folded))?.[1];
}
