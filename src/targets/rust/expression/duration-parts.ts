const FORM =
  /^(-?)P(?=[\dT])(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

/** An ISO 8601 duration as calendar months and exact seconds; undefined if it is none. */
export function durationParts(text: string): { months: number; seconds: number } | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const sign = match[1] ? -1 : 1;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => Number(part ?? 0));
  const exact = (weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds;
  // `-0` would be printed as it is.
  return { months: sign * (years * 12 + months) || 0, seconds: sign * exact || 0 };
}
