import { patterns } from '#contract';

/**
 * The formats that a contract may use, as the service profile defines them (SP-1.4, SP-1.8). Patterns
 * beside them may be narrower. A format that is not here is an error of the contract, never ignored.
 */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'date-time': isDateTime,
  email: (text) =>
    [patterns.email, patterns.emailName].every((pattern) => new RegExp(pattern, 'u').test(text)),
  uri: (text) => URL.canParse(text) && !/\s/.test(text),
  'uri-reference': (text) => URL.canParse(text, 'http://localhost') && !/\s/.test(text),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  regex: (text) => isRegex(text),
  password: () => true,
  int32: () => true,
  int64: () => true,
  double: () => true,
};

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** RFC 3339; a leap second only where the standard allows it is beyond the profile: seconds end at 59. */
function isDateTime(text: string): boolean {
  const match =
    /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-](\d{2}):(\d{2}))$/.exec(text);
  if (!match || !isDate(match[1] ?? '')) return false;
  const [hour, minute, second, offsetHour, offsetMinute] = [2, 3, 4, 7, 8].map((index) =>
    Number(match[index] ?? 0),
  ) as [number, number, number, number, number];
  return hour <= 23 && minute <= 59 && second <= 59 && offsetHour <= 23 && offsetMinute <= 59;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isRegex(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
