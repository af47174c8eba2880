import { call } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';

const FORM =
  /^(-?)P(?=[\dT])(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

/** An ISO 8601 duration as code: `days(45)`, `months(1)`, or their sum. `use` imports a helper. */
export function lowerDuration(text: string, use: (name: string) => string): Code {
  const match = FORM.exec(text);
  if (!match) return 'undefined';
  const sign = match[1] ? -1 : 1;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => sign * Number(part ?? 0));
  const parts = [
    ['months', years * 12 + months],
    ['days', weeks * 7 + days],
    ['hours', hours],
    ['minutes', minutes + seconds / 60],
  ] as const;
  const given = parts.filter(([, count]) => count !== 0);
  const [first = call(use('days'), '0'), ...rest] = given.map(([name, count]) =>
    call(use(name), String(count)),
  );
  return rest.reduce((sum, part) => call(use('longer'), sum, part), first);
}
