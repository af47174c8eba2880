/** A span of time: calendar months and exact milliseconds (a day has 24 hours in UTC). */
export class Duration {
  readonly kind = 'duration';
  readonly months: number;
  readonly milliseconds: number;

  constructor(months: number, milliseconds: number) {
    this.months = months;
    this.milliseconds = milliseconds;
  }
}

const DAY = 86_400_000;

/** Reads an ISO 8601 duration such as `P45D`, `P1Y6M`, `P2W`, `PT36H`, `-P1D`; undefined for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const match =
    /^(-?)P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/.exec(
      text,
    );
  if (!match || /[PT]$/.test(text)) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => Number(part ?? 0));
  const exact = hours * 3_600_000 + minutes * 60_000 + Math.trunc(seconds * 1000);
  return scaledDuration(
    new Duration(years * 12 + months, (weeks * 7 + days) * DAY + exact),
    match[1] ? -1 : 1,
  );
}

/** Never with a -0. */
export function scaledDuration({ months, milliseconds }: Duration, by: number): Duration {
  return new Duration(months * by + 0, milliseconds * by + 0);
}

/** ISO 8601 in normal form: `P1Y2M`, `P3DT4H`, `PT0S`; a span of both kinds has its months first. */
export function formatDuration({ months, milliseconds }: Duration): string {
  const negative = months < 0 || (months === 0 && milliseconds < 0);
  const m = Math.abs(months);
  const ms = Math.abs(milliseconds);
  const part = (amount: number, unit: string) => (amount === 0 ? '' : `${amount}${unit}`);
  const date = `${part(Math.trunc(m / 12), 'Y')}${part(m % 12, 'M')}${part(Math.trunc(ms / DAY), 'D')}`;
  const rest = ms % DAY;
  const time = `${part(Math.trunc(rest / 3_600_000), 'H')}${part(Math.trunc(rest / 60_000) % 60, 'M')}${part((rest % 60_000) / 1000, 'S')}`;
  if (!date && !time) return 'PT0S';
  return `${negative ? '-' : ''}P${date}${time && `T${time}`}`;
}

/**
 * Adds a duration to milliseconds since 1970 in UTC: months first, where the day does not exist the last
 * day of the month (31 January + 1 month = 28 February), then the exact part.
 */
export function addDuration(time: number, { months, milliseconds }: Duration): number {
  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime() + milliseconds;
}
