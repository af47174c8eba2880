import { foldText } from '../../words/fold.ts';

const WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['0', 'zero cero null nul 零 영'],
      ['1', 'one single un una uno um uma ein eine einen einem une один одна одно одну 一 하나 한'],
      ['2', 'two dos dois duas zwei deux due два две 二 两 둘 두'],
      ['3', 'three tres drei trois tre три 三 셋 세'],
      ['4', 'four cuatro quatro vier quatre quattro четыре 四 넷 네'],
      ['5', 'five cinco fünf cinq cinque пять 五 다섯'],
      ['6', 'six seis sechs шесть 六 여섯'],
      ['7', 'seven siete sete sieben sept sette семь 七 일곱'],
      ['8', 'eight ocho oito acht huit otto восемь 八 여덟'],
      ['9', 'nine nueve nove neun neuf девять 九 아홉'],
      ['10', 'ten diez dez zehn dix dieci десять 十 열'],
      ['12', 'twelve doce doze zwölf douze dodici двенадцать'],
      ['15', 'fifteen quince quinze fünfzehn quindici пятнадцать'],
      ['20', 'twenty veinte vinte zwanzig vingt venti двадцать'],
      ['30', 'thirty treinta trinta dreißig trente trenta тридцать'],
      ['50', 'fifty cincuenta cinquenta fünfzig cinquante cinquanta пятьдесят'],
      ['100', 'hundred cien cem hundert cent cento сто 百 백'],
      ['1000', 'thousand mil tausend mille тысяча 千 천'],
    ] as const
  ).flatMap(([value, words]) => words.split(' ').map((word) => [foldText(word), value])),
);

/** Words that are articles or particles as often as counts: numbers only beside a comparison. */
const ARTICLES = new Set(
  'one single un una uno um uma ein eine einen einem une null nul due 一 한 두 세 네 열 영 하나 cent mil один одна одно одну'.split(
    ' ',
  ),
);

const PURE_ARTICLES = new Set('un una uno um uma ein eine einen einem une'.split(' '));

/** The value of a number word, whether it is certainly a number, and whether it is the article of its language. */
export function numberWord(
  word: string,
): { value: string; sure: boolean; article: boolean } | undefined {
  const value = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return value === undefined
    ? undefined
    : { value, sure: !ARTICLES.has(word), article: PURE_ARTICLES.has(word) };
}

/**
 * Exact decimal text of a number as people write it: `1,000` and `1.000` are a thousand, `1.000,5` and
 * `1,000.5` a thousand and a half, `2,5` and `2.5` two and a half. Undefined for what is neither, such as `1.2.3`.
 */
export function plainNumber(written: string): string | undefined {
  const grouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3}){0,6}(?:(?!\1)[.,](\d{1,18}))?$/.exec(written);
  if (grouped && !written.startsWith('0')) {
    const fraction = grouped[2];
    const whole = fraction === undefined ? written : written.slice(0, -fraction.length - 1);
    return trimmed(whole.replaceAll(/[.,]/g, ''), fraction);
  }
  const plain = /^(\d{1,30})(?:[.,](\d{1,18}))?$/.exec(written);
  return plain ? trimmed(plain[1] ?? '', plain[2]) : undefined;
}

function trimmed(whole: string, fraction: string | undefined): string {
  const digits = whole.replace(/^0+(?=\d)/, '');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
