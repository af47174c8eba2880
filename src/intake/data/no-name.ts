import { foldText } from '../words/fold.ts';
import type { Language } from '../words/language.ts';
import { isWidePiece } from './wide-piece.ts';

/** What no name begins or ends with, and stands nowhere in one: folded words, separated by blanks. */
interface Words {
  readonly first: string;
  /** Alone they may be attributes: "each trip: who, when". */
  readonly asking: string;
  readonly last?: string;
  readonly anywhere?: string;
  /** "and", "or": between two names, unless a declaration has them in one. */
  readonly joining?: string;
}

/**
 * Small words, adverbs and verbs of each language. What a reader took for the name of a thing and has one of
 * them at its edge is a piece of a sentence: "ya registrados", "z paginacją", "relative ai lavaggi".
 */
const words: Readonly<Partial<Record<Language, Words>>> = {
  es: {
    first:
      'con sin en por segun ya relativo relativa relativos relativas asegurar garantizar mantener permitir evitar mediante desde hasta entre cada funcional funcionales',
    asking: 'quien quienes cuando donde cual cuales como',
    last: 'con sin por segun como y e o u para de al',
    anywhere:
      'se es esta estan son fue sera seran queda quedan tiene tienen permite permiten hace hacen',
    joining: 'y e o u',
  },
  pt: {
    first:
      'com sem em por segundo ja relativo relativa relativos relativas assegurar garantir manter permitir evitar mediante desde ate entre cada funcional funcionais',
    asking: 'quem quando onde qual quais como',
    last: 'com sem por como ou para de ao',
    anywhere: 'se esta estao sao foi sera serao fica ficam tem permite permitem faz fazem',
    joining: 'e ou',
  },
  fr: {
    first:
      'avec sans dans sur par selon lorsque deja relatif relative relatifs relatives depuis entre chaque du des au aux fonctionnel fonctionnels fonctionnelle fonctionnelles',
    asking: 'quand qui que quel quelle comment',
    last: 'avec sans par comme et ou pour de du des au aux',
    anywhere: 'se est sont etait sera seront reste restent permet permettent',
    joining: 'et ou',
  },
  it: {
    first:
      'con senza per da secondo gia relativo relativa relativi relative tramite mediante durante ogni funzionale funzionali',
    asking: 'chi quando quale quali come',
    last: 'con senza per come o ed oppure di da al ai',
    anywhere: 'si sono viene vengono sara saranno rimane rimangono permette permettono',
    joining: 'e ed o oppure',
  },
  de: {
    first: 'wichtig mit ohne auf bei von vor nach wenn sowie bereits schon pro je',
    asking: 'wer wann wie',
    last: 'mit und oder sowie ist sind wird werden hat',
    anywhere: 'ist sind wird werden',
  },
  nl: {
    first: 'met zonder bij van reeds al per',
    asking: 'wie wanneer hoe',
    last: 'met en of is zijn wordt worden',
    anywhere: 'is zijn wordt worden',
  },
  pl: {
    first: 'z ze w we na do dla przez po od bez oraz lub jest juz przy',
    asking: 'kto kiedy ktory ktora ktore',
    last: 'z ze w na do dla i oraz lub jest sa',
    anywhere: 'jest sa',
  },
  ru: {
    first: 'с со в во на для по от об о при без из за до у включая уже каждый',
    asking: 'кто когда который которая которые как',
    last: 'с в на для по от и или',
  },
  uk: {
    first: 'з із у в на для по від про при без до за включно вже кожен',
    asking: 'хто коли який яка які як',
    last: 'з в на для по від і та або',
  },
  id: {
    first:
      'yang untuk dengan dari ke di pada dalam oleh agar sebagai secara tidak belum sudah telah akan dapat bisa harus wajib adalah jika bila ketika saat setelah sebelum melalui berdasarkan tanpa antar saat hanya juga lebih dan atau',
    asking: 'siapa kapan mana bagaimana apa berapa apakah',
    last: 'yang untuk dengan dari ke di pada dalam oleh agar sebagai secara dan atau serta adalah tidak',
    anywhere: 'yang adalah dapat harus tidak akan untuk dengan agar',
  },
  tr: {
    first: 'ile icin gibi ne zaman zaten her',
    asking: 'kim nasil',
    last: 'ile icin gibi gore kadar olarak ve veya',
  },
};

const sets = new Map(
  Object.entries(words).map(
    ([language, { first, asking, last = '', anywhere = '', joining = '' }]) => [
      language,
      {
        first: new Set(first.split(' ')),
        asking: new Set(asking.split(' ')),
        last: new Set(last.split(' ')),
        anywhere: new Set(anywhere.split(' ')),
        joining: new Set(joining.split(' ')),
      },
    ],
  ),
);

/**
 * A piece of a sentence, by its words: no noun phrase. `text` as written, of a document in `language`.
 * @param declared a declaration may call one thing "Income and expenses"; a sentence that says so speaks of two
 */
export function isNoName(text: string, language: Language, declared: boolean): boolean {
  if (isWidePiece(text, language)) return true;
  const known = sets.get(language);
  if (known === undefined) return false;
  if (isWrittenFor(text)) return true;
  const folded = foldText(text).split(' ');
  const [first = ''] = folded;
  const last = folded.at(-1) ?? '';
  if (known.first.has(first) || (folded.length > 1 && known.asking.has(first))) return true;
  // "момент отметки берётся": a verb, by its ending.
  if (language === 'ru' || language === 'uk')
    if (folded.some((word) => /\p{L}{3}(?:[еи]тся|[юя]тся|ється|иться|ються|яться)$/u.test(word)))
      return true;
  // "menampilkan detail", "disimpan otomatis": a verb, by how it begins.
  if (language === 'id' && folded.some((word) => isIndonesianVerb(word))) return true;
  if (folded.length < 2) return false;
  if (known.last.has(last) || folded.some((word) => known.anywhere.has(word))) return true;
  if (!declared && folded.some((word) => known.joining.has(word))) return true;
  // "KI-Vorschlag liefert": a German noun has a capital, and stands last.
  return (
    language === 'de' &&
    /^\p{Ll}+$/u.test(text.trim().split(/\s+/).at(-1) ?? '') &&
    /\p{Lu}/u.test(text)
  );
}

/** Indonesian verbs begin with "me-" and end in no certain letters, passive ones with "di-". */
function isIndonesianVerb(word: string): boolean {
  return (
    /^(?:meng|meny|mem[abfipruv]|men[acdejt])\p{L}{3,}$|^me[lmnrwy]\p{L}{2,}kan$|^(?:melihat|melacak|melapor|melayani|melalui|melebihi|merekam|meminta|memulai)$|^di(?!ag|al|et|ff|gi|mens|nas|nn|plo|re[kg]|s[chkpt]|vis)\p{L}{4,}$/u.test(
      word,
    ) && !/^(?:mem(?:ber|ori|o)|men(?:ara|tor|teri|tal|ejer))\p{L}?$/u.test(word)
  );
}

/** "Contenu pour le lecteur": what is written for him is no record, and he does not have it. */
export function isWrittenFor(text: string): boolean {
  return /^(?:contenus?|contenidos?|conteúdos?|contenut[oi]|ressources|recursos|risorse) (?:pour|para|per) /iu.test(
    text.trim(),
  );
}
