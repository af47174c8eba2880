import { foldText } from '../../words/fold.ts';

/** A unit of time that people count in. */
export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const WORDS: Readonly<Record<Unit, string>> = {
  second:
    'second seconds sec secs segundo segundos sekunde sekunden seconde secondes secondo secondi секунда секунды секунд 秒 초',
  minute:
    'minute minutes min mins minuto minutos minuten minuti минута минуты минут 分 分钟 分間 분',
  hour: 'hour hours hr hrs h hora horas stunde stunden heure heures ora ore час часа часов 小时 個小時 个小时 時間 시간',
  day: 'day days d día días dia dias tag tage tagen jour jours giorno giorni день дня дней дни 天 日 日間 일 일간',
  week: 'week weeks semana semanas woche wochen semaine semaines settimana settimane неделя недели недель 周 週間 주',
  month:
    'month months mes meses mês monat monate monaten mois mese mesi месяц месяца месяцев 个月 ヶ月 か月 개월',
  year: 'year years año años ano anos jahr jahre jahren an ans année années anno anni год года лет 年 年間 년',
};

/** All words for units of time, folded, with their unit. */
export const unitWords: ReadonlyMap<string, Unit> = new Map(
  (Object.entries(WORDS) as [Unit, string][]).flatMap(([unit, words]) =>
    words.split(' ').map((word) => [foldText(word), unit] as const),
  ),
);

const LETTERS: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
};

/** ISO 8601: `45 days` → `P45D`, `24 hours` → `PT24H`; undefined where the amount is not whole. */
export function isoDuration(amount: string, unit: Unit): string | undefined {
  if (!/^\d{1,6}$/.test(amount)) return undefined;
  const time = unit === 'second' || unit === 'minute' || unit === 'hour';
  return `P${time ? 'T' : ''}${amount}${LETTERS[unit]}`;
}
