const FORM =
  /^(-?)P(?=[\dT])(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

/** An ISO 8601 duration as the arguments of `duration(…)`; undefined if it is none. */
export function durationArguments(text: string): Readonly<Record<string, string>> | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const sign = match[1] ? -1 : 1;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => sign * Number(part ?? 0));
  const parts = {
    months: years * 12 + months,
    days: weeks * 7 + days,
    hours,
    minutes,
    seconds,
  };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, count]) => (count === 0 ? [] : [[name, String(count)]])),
  );
}
