import type { Document } from '../document/document.ts';
import { foldText } from './fold.ts';
import type { Language } from './language.ts';

/** Small words that are frequent in one language and rare in the others. */
const small: Readonly<Record<string, readonly string[]>> = {
  en: [
    'the',
    'and',
    'of',
    'to',
    'is',
    'with',
    'for',
    'be',
    'can',
    'should',
    'must',
    'by',
    'an',
    'are',
    'has',
    'each',
  ],
  es: [
    'el',
    'de',
    'que',
    'requisitos',
    'gestion',
    'usuario',
    'nombre',
    'clientes',
    'los',
    'las',
    'del',
    'y',
    'con',
    'debe',
    'una',
    'cada',
    'puede',
    'usuarios',
    'sistema',
    'por',
    'su',
    'para',
    'al',
    'campo',
    'obligatorio',
    'fecha',
    'debera',
    'podra',
    'permitira',
    'gestionar',
    'registrar',
  ],
  pt: [
    'o',
    'de',
    'que',
    'requisitos',
    'cadastro',
    'usuario',
    'usuarios',
    'nome',
    'clientes',
    'os',
    'do',
    'da',
    'dos',
    'das',
    'e',
    'com',
    'deve',
    'uma',
    'cada',
    'pode',
    'nao',
    'por',
    'seu',
    'para',
    'ao',
    'um',
    'campo',
    'obrigatorio',
    'cadastrar',
    'sera',
    'podera',
    'permitir',
    'descricao',
    'sim',
  ],
  fr: [
    'le',
    'de',
    'que',
    'gestion',
    'utilisateur',
    'nom',
    'les',
    'des',
    'du',
    'et',
    'avec',
    'doit',
    'une',
    'chaque',
    'peut',
    'est',
    'pour',
    'par',
    'dans',
    'aux',
    'un',
    'la',
    'champ',
    'obligatoire',
    'oui',
    'utilisateurs',
    'systeme',
    'gerer',
    'ses',
  ],
  it: [
    'il',
    'utente',
    'gestione',
    'nome',
    'requisiti',
    'gli',
    'della',
    'dei',
    'di',
    'con',
    'deve',
    'una',
    'ogni',
    'puo',
    'che',
    'per',
    'nel',
    'sono',
    'e',
    'le',
    'i',
    'campo',
    'obbligatorio',
    'sistema',
    'dati',
    'si',
    'del',
    'clienti',
    'gestire',
    'un',
    'ed',
  ],
  de: [
    'der',
    'zum',
    'zur',
    'benutzer',
    'anforderungen',
    'die',
    'das',
    'und',
    'mit',
    'muss',
    'eine',
    'jede',
    'jeder',
    'kann',
    'ist',
    'fur',
    'werden',
    'wird',
    'den',
    'von',
    'ein',
    'nicht',
    'feld',
    'datentyp',
    'pflichtfeld',
    'beschreibung',
    'zeichenkette',
    'datenmodell',
    'ja',
    'nein',
    'soll',
    'oder',
    'zu',
  ],
  nl: [
    'de',
    'het',
    'een',
    'en',
    'met',
    'moet',
    'elke',
    'kan',
    'is',
    'voor',
    'worden',
    'wordt',
    'van',
    'niet',
    'zijn',
    'gebruiker',
    'veld',
    'verplicht',
    'ja',
    'gegevensmodel',
    'omschrijving',
    'gebruikers',
    'kunnen',
    'eisen',
    'functionele',
    'aanmaken',
    'wijzigen',
    'tekst',
    'datum',
    'heeft',
    'elk',
  ],
  pl: [
    'i',
    'w',
    'na',
    'z',
    'do',
    'jest',
    'oraz',
    'dla',
    'nie',
    'przez',
    'kazdy',
    'powinien',
    'moze',
    'uzytkownik',
    'pole',
    'wymagane',
    'opis',
    'tak',
    'wymagania',
    'funkcjonalne',
    'danych',
    'dodawac',
    'edytowac',
    'usuwac',
    'kazde',
    'zawiera',
    'jako',
    'moga',
    'sie',
  ],
  tr: ['ve', 'bir', 'ile', 'icin', 'olmali', 'kullanici', 'her', 'bu', 'olarak', 'veya', 'da'],
};

/** The language in which most of a document is written. */
export function detectLanguage(document: Document): Language {
  const text = sample(document);
  const letters = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const latin = letters(/\p{Script=Latin}/gu);
  const kana = letters(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = letters(/\p{Script=Han}/gu);
  // One character of these scripts says as much as several Latin letters.
  if (letters(/\p{Script=Hangul}/gu) * 3 > latin) return 'ko';
  // An outline in Japanese is nearly all nouns: little more than a の stands between them.
  if ((kana + han) * 3 > latin) return kana * 30 > han ? 'ja' : 'zh';
  if (letters(/\p{Script=Cyrillic}/gu) > latin)
    return letters(/[іїєґ]/gi) * 50 > text.length ? 'uk' : 'ru';
  return latinLanguage(text);
}

function latinLanguage(text: string): Language {
  const words = new Map<string, number>();
  // The letters of "z. B." and "i. d. R." are words of Polish and Italian.
  const plain = foldText(text).replaceAll(/\b[a-z]\./g, ' ');
  for (const word of plain.match(/[a-z]+(?:-[a-z]+)*/g) ?? [])
    words.set(word, (words.get(word) ?? 0) + 1);
  let best: Language = 'en';
  let most = 0;
  for (const language of ['en', 'es', 'pt', 'fr', 'it', 'de', 'nl', 'pl', 'tr'] as const) {
    const total = (small[language] ?? []).reduce((sum, word) => sum + (words.get(word) ?? 0), 0);
    // Small words of Turkish are small words of others too, and nothing more is known of it.
    const count = language === 'tr' ? total / 2 : total;
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return best;
}

/** Prose only (code is English everywhere), and not more than is needed. */
function sample(document: Document): string {
  let text = '';
  for (const block of document.blocks) {
    if (block.kind !== 'code') text += `${block.text}\n`;
    if (text.length > 40_000) break;
  }
  return text;
}
