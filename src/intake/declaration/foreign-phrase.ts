import { numberOf } from '../names/number.ts';
import type { Phrase } from './read-phrase.ts';
import { matchText } from '../words/match-text.ts';

const units: readonly (readonly [RegExp, Phrase['facts']])[] = [
  [
    /^(?:minut\p{L}*|хвилин\p{L}*|stunden|tagen|tage|wochen|monaten|jahren|horas|días|dias|semanas|meses|años|anos|heures|jours|semaines|mois|années|ore|giorni|settimane|mesi|anni|часах|днях|годинах|місяцях|месяцах|dagen|uren|maanden|menit|jam|hari|minggu|bulan|tahun|godzinach|dniach)$/iu,
    { type: { kind: 'integer' } },
  ],
  [
    /^(?:kg|g|km|m|cm|mm|m²|l|ml|kilogramos?|kilómetros|metros(?: cuadrados| quadrados)?|quilômetros|quilos|kilogramm|gramm|metern?|kilometern?|quadratmetern?|litern?|kilogrammes?|kilomètres|mètres(?: carrés)?|hectares?|hectáreas|ettari|hektar|litres|litros|chilogrammi|chilometri|metri(?: quadrati)?|litri|кг|км|м|см|килограммах|километрах|метрах|кілограмах|кілометрах)$/iu,
    { type: { kind: 'number' } },
  ],
  [
    /^(?:euros?|reais|pesos|dólares|dollars|dollari|franken|рублях|гривнях|долларах|доларах|zł|złotych|rupiah|€|\$)$/iu,
    { type: { kind: 'money' } },
  ],
  [
    /^(?:%|prozent|porcentaje|percentuale|pourcentage|процентах|відсотках)$/iu,
    { type: { kind: 'decimal', precision: 5, scale: 2 } },
  ],
];

/** "Öffnungszeiten als Freitext", "horaires en texte libre" */
const freeText =
  /^(?<what>\p{L}.{1,40}?) (?:als (?:Freitext|freier Text)|en texto libre|en texte libre|em texto livre|come testo libero|als vrije tekst)$/iu;

/** "si está activo", "ob es kastriert ist", "s'il est payé": yes or no. */
const whether =
  /^(?:si (?:está|es|fue|ha sido)|se (?:está|é|foi|è|è stat[oa])|s['’](?:il|elle) est|ob (?:\p{L}+ )?)\s*(?<what>\p{L}[\p{L} ]{2,30}?)(?: ist| sind| wurde)?$/iu;

/** "se ha il certificato", "ob er einen Führerschein hat", "s'il a le permis": yes or no, too. */
const having =
  /^(?:(?:si (?:tiene|posee)|se (?:ha|tem|possui)|s['’]il (?:a|possède)|si elle a|czy (?:ma|posiada)|есть ли(?: у него)?|имеется ли) (?:un[oa']?|uma?|une|il|lo|la|le|el|o|a)?\s*(?<what>\p{L}[\p{L} ]{2,40})|(?:ob|of) (?:er |sie |es |hij |zij |ze |ein\p{L}* |een )?(?:ein\p{L}* |een )?(?<thing>\p{L}[\p{L} -]{2,40}?) (?:hat|haben|besitzt|vorliegt|vorhanden ist|heeft|hebben|aanwezig is))$/iu;

/** "bei welchem Therapeuten", "pour quel client", "en qué sala": the noun alone. */
const which =
  /^(?:(?:bei|für|in|an|auf|von|mit|zu|aus|pour|dans|à|de|avec|en|para|con|a|per|di|da|em|com|voor|van|met|op|w|dla|na|z|в|для|у|с|на)\s+)?(?:welche[rsnm]?|quel(?:le)?s?|qué|cuál(?:es)?|quale?|quali|qual|quais|welke?|jaki[em]?|jaka|jakie|któr[yaegmj]+|как(?:ой|ая|ое|ие|ого|ому|ую)|який|яка|яке)\s+(?<what>\p{L}{3,}(?: \p{L}{3,})?)/iu;
/** "wer gefragt hat", "wie het bracht": somebody. */
const whoever =
  /^wer (?:es |sie |ihn |das )?(?<what>\p{L}{4,}(?:t|en)) (?:hat|haben|habe)$|^wie (?:het |ze |hem )?(?<dutch>\p{L}{4,}) heeft$/iu;
/** "Wann", "quando": a moment. */
const when = /^(?:wann|wanneer|quand|cuándo|quando|kiedy|когда|коли|when|date\/time)$/iu;

/** "la mère lorsqu'elle est connue", "frame number if there is one": it may be missing. */
const ifAny =
  /^(?<what>\p{L}[\p{L} '’-]{1,40}?),? (?:lorsqu['’]|quand |si |s['’](?:il|elle)|se |quando |falls |wenn |sofern |soweit |if |where |when )(?:.{0,20}? )?(?:connue?s?|disponibles?|besoin|serve|noto|nota|presente|disponibile|vorhanden|bekannt|nötig|known|available|needed|applicable|given|present|any|there is one|there was one|they want .{1,30}|existe|necesario|necessário|houver|conocid[oa]|conhecid[oa])$/iu;

/** "versichert ja/nein" */
const flagged =
  /^(?<what>\p{L}[\p{L} -]{2,40}),? \(?(?:ja ?\/ ?nein|ja ?\/ ?nee|sí ?\/ ?no|si ?\/ ?no|sì ?\/ ?no|oui ?\/ ?non|sim ?\/ ?não|tak ?\/ ?nie|да ?\/ ?нет|так ?\/ ?ні|evet ?\/ ?hayır|ya ?\/ ?tidak)\)?$/iu;

/** What the words around a noun say in other languages than English: "une durée en minutes", "Gewicht in kg". */
export function readForeignPhrase(text: string): Phrase | undefined {
  if (when.test(text)) return { name: text, facts: { type: { kind: 'datetime' } } };
  const chosen = matchText(which, text)?.groups?.['what'];
  // "bei welchem Patienten": weak nouns in their dative look like plurals.
  if (chosen !== undefined)
    return {
      name: /welche[mn]\s/iu.test(text) ? numberOf(chosen, 'de').singular : chosen,
      facts: {},
    };
  const who = matchText(whoever, text)?.groups;
  if (who !== undefined)
    return {
      name: who['what'] === undefined ? `${who['dutch']} door` : `${who['what']} von`,
      facts: {},
    };
  const given = matchText(ifAny, text)?.groups?.['what'];
  if (given !== undefined) return { name: given, facts: { required: false } };
  const flag = matchText(flagged, text)?.groups?.['what'];
  if (flag !== undefined) return { name: flag, facts: { type: { kind: 'boolean' } } };
  const held = matchText(having, text)?.groups;
  const what = matchText(whether, text)?.groups?.['what'] ?? held?.['what'] ?? held?.['thing'];
  if (what !== undefined) return { name: what, facts: { type: { kind: 'boolean' } } };
  const free = matchText(freeText, text)?.groups?.['what'];
  if (free !== undefined) return { name: free, facts: { type: { kind: 'text' } } };
  const found =
    /^(?<name>\p{L}.{1,40}?) (?:en|em|in|dalam|в|у) (?<unit>[\p{L}%€$²]+(?: \p{L}+)?)$/iu.exec(
      text,
    );
  const facts = units.find(([words]) => words.test(found?.groups?.['unit'] ?? ''))?.[1];
  return facts === undefined ? undefined : { name: found?.groups?.['name'] ?? text, facts };
}
