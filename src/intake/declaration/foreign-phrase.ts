import type { Phrase } from './read-phrase.ts';
import { matchText } from '../words/match-text.ts';

const units: readonly (readonly [RegExp, Phrase['facts']])[] = [
  [
    /^(?:minut\p{L}*|хвилин\p{L}*|stunden|tagen|tage|wochen|monaten|jahren|horas|días|dias|semanas|meses|años|anos|heures|jours|semaines|mois|années|ore|giorni|settimane|mesi|anni|часах|днях|годинах|місяцях|месяцах|dagen|uren|maanden|godzinach|dniach)$/iu,
    { type: { kind: 'integer' } },
  ],
  [
    /^(?:kg|g|km|m|cm|mm|m²|l|ml|kilogramos?|kilómetros|metros(?: cuadrados| quadrados)?|quilômetros|quilos|kilogramm|gramm|metern?|kilometern?|quadratmetern?|litern?|kilogrammes?|kilomètres|mètres(?: carrés)?|litres|litros|chilogrammi|chilometri|metri(?: quadrati)?|litri|кг|км|м|см|килограммах|километрах|метрах|кілограмах|кілометрах)$/iu,
    { type: { kind: 'number' } },
  ],
  [
    /^(?:euros?|reais|pesos|dólares|dollars|dollari|franken|рублях|гривнях|долларах|доларах|zł|złotych|€|\$)$/iu,
    { type: { kind: 'money' } },
  ],
  [
    /^(?:%|prozent|porcentaje|percentuale|pourcentage|процентах|відсотках)$/iu,
    { type: { kind: 'decimal', precision: 5, scale: 2 } },
  ],
];

/** "si está activo", "ob es kastriert ist", "s'il est payé": yes or no. */
const whether =
  /^(?:si (?:está|es|fue|ha sido)|se (?:está|é|foi|è|è stat[oa])|s['’](?:il|elle) est|ob (?:\p{L}+ )?)\s*(?<what>\p{L}[\p{L} ]{2,30}?)(?: ist| sind| wurde)?$/iu;

/** What the words around a noun say in other languages than English: "une durée en minutes", "Gewicht in kg". */
export function readForeignPhrase(text: string): Phrase | undefined {
  const what = matchText(whether, text)?.groups?.['what'];
  if (what !== undefined) return { name: what, facts: { type: { kind: 'boolean' } } };
  const found =
    /^(?<name>\p{L}.{1,40}?) (?:en|em|in|в|у) (?<unit>[\p{L}%€$²]+(?: \p{L}+)?)$/iu.exec(text);
  const facts = units.find(([words]) => words.test(found?.groups?.['unit'] ?? ''))?.[1];
  return facts === undefined ? undefined : { name: found?.groups?.['name'] ?? text, facts };
}
