const atom = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~-]+`;
const label = '[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

/**
 * What text values look like, as regular expressions that JSON Schema, JavaScript, Rust and Python
 * read alike. None of them backtracks more than linearly.
 */
export const patterns = {
  /** Any text: U+0000 is refused everywhere. */
  text: String.raw`^[^\u0000]*$`,
  /** At least one character that is not white space. */
  filled: String.raw`^\s*[^\s\u0000][^\u0000]*$`,
  /** RFC 5321 without quoted names and literal addresses: what every reader of `format: email` takes. */
  email: String.raw`^${atom}(\.${atom})*@${label}(\.${label})+$`,
  /** Beside `email`: its name has at most 64 characters (RFC 5321, 4.5.3.1.1). */
  emailName: '^[^@]{1,64}@',
  url: String.raw`^https?://(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9])(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$`,
  phone: String.raw`^[ +\-.()/]*([0-9][ +\-.()/]*){5,}$`,
  uuid: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
  lowerUuid: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  uuid7: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  /** Beside `format: date`: every year but 0000. */
  date: '^0{0,3}[1-9][0-9]*-[0-9]{2}-[0-9]{2}$',
  /** Beside `format: date-time`: a request's time, with any offset and up to nine decimals. */
  time: String.raw`^0{0,3}[1-9][0-9]*-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$`,
  /** An answer's time: UTC with milliseconds. */
  utcTime: String.raw`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$`,
} as const;

/** A decimal as a request may write it: at most `precision - scale` digits before the point. */
export function decimalInput(precision: number, scale: number, signed = true): string {
  const whole = precision > scale ? `[0-9]{1,${precision - scale}}` : '0';
  const sign = signed ? '-?' : '';
  return scale === 0 ? `^${sign}${whole}$` : String.raw`^${sign}${whole}(\.[0-9]{1,${scale}})?$`;
}

/** A decimal as an answer shows it: exactly `scale` digits after the point, no leading zeros. */
export function decimalOutput(precision: number, scale: number): string {
  const digits = precision - scale;
  const whole = digits > 0 ? `(0|[1-9][0-9]{0,${digits - 1}})` : '0';
  return scale === 0 ? `^-?${whole}$` : String.raw`^-?${whole}\.[0-9]{${scale}}$`;
}

/** A field's own pattern, which must match the whole value. */
export function wholeValue(pattern: string): string {
  const anchored = pattern.startsWith('^') && pattern.endsWith('$') && !pattern.endsWith('\\$');
  return anchored && !pattern.includes('|') ? pattern : `^(?:${pattern})$`;
}
