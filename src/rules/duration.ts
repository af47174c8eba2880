/** A span of time: calendar months and exact milliseconds (a day has 24 hours in UTC). */
export interface Duration {
  readonly months: number;
  readonly milliseconds: number;
}

const DAY = 86_400_000;

/** Reads an ISO 8601 duration such as `P45D`, `P1Y6M`, `P2W`, `PT36H`, `-P1D`; undefined for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const match =
    /^(-?)P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/.exec(
      text,
    );
  if (!match || /[PT]$/.test(text)) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => Number(part ?? 0));
  const sign = match[1] ? -1 : 1;
  return {
    months: sign * (years * 12 + months),
    milliseconds:
      sign * ((weeks * 7 + days) * DAY + hours * 3_600_000 + minutes * 60_000 + seconds * 1000),
  };
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
