type Rule = readonly [ending: RegExp, nominative: string];

const russianMasculine: readonly Rule[] = [
  [/ия$/u, 'ие'],
  [/([аеоуи])я$/u, '$1й'],
  [/я$/u, 'ь'],
  [/([^аеиоуыэюя])а$/u, '$1'],
];
const russianFeminine: readonly Rule[] = [
  [/ии$/u, 'ия'],
  [/сти$/u, 'сть'],
  [/([гкхжшчщ])и$/u, '$1а'],
  [/ы$/u, 'а'],
  [/и$/u, 'я'],
];
const polishMasculine: readonly Rule[] = [
  [/ia$/u, 'ie'],
  [/([^aeiouy])[au]$/u, '$1'],
];
const polishFeminine: readonly Rule[] = [
  [/([ac])ji$/u, '$1ja'],
  [/ści$/u, 'ść'],
  [/([kg])i$/u, '$1a'],
  [/y$/u, 'a'],
  [/i$/u, 'ia'],
];

/**
 * The dictionary form of a noun behind "for each", where Russian, Ukrainian and Polish have a genitive:
 * "для каждого спектакля" is about a "спектакль". The word for "each" tells the gender.
 */
export function afterEach(each: string, noun: string): string {
  const rules = /^(?:каждого|кожного)$/u.test(each)
    ? russianMasculine
    : /^(?:каждой|кожної)$/u.test(each)
      ? russianFeminine
      : each === 'kazdego'
        ? polishMasculine
        : each === 'kazdej'
          ? polishFeminine
          : [];
  const rule = rules.find(([ending]) => ending.test(noun));
  return rule === undefined ? noun : noun.replace(rule[0], rule[1]);
}
