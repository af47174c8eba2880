/**
 * The functions of the language by their FEEL name (DMN 1.5, 10.3.4) with the names of their parameters:
 * `?` after one that may be left out, `...` after one that takes any number of values.
 */
export const functionParameters = {
  // not in FEEL: power and negation as nodes of the tree
  power: ['base', 'exponent'],
  negate: ['n'],
  // conversion
  number: ['from', 'grouping separator?', 'decimal separator?'],
  string: ['from'],
  date: ['from', 'month?', 'day?'],
  'date and time': ['from', 'time?'],
  time: ['from', 'minute?', 'second?', 'offset?'],
  duration: ['from'],
  'years and months duration': ['from', 'to'],
  // text
  substring: ['string', 'start position', 'length?'],
  'string length': ['string'],
  'upper case': ['string'],
  'lower case': ['string'],
  'substring before': ['string', 'match'],
  'substring after': ['string', 'match'],
  contains: ['string', 'match'],
  'starts with': ['string', 'match'],
  'ends with': ['string', 'match'],
  matches: ['input', 'pattern', 'flags?'],
  replace: ['input', 'pattern', 'replacement', 'flags?'],
  split: ['string', 'delimiter'],
  'string join': ['list', 'delimiter?'],
  // numbers
  decimal: ['n', 'scale'],
  floor: ['n', 'scale?'],
  ceiling: ['n', 'scale?'],
  'round up': ['n', 'scale'],
  'round down': ['n', 'scale'],
  'round half up': ['n', 'scale'],
  'round half down': ['n', 'scale'],
  abs: ['n'],
  sqrt: ['number'],
  exp: ['number'],
  log: ['number'],
  stddev: ['list...'],
  modulo: ['dividend', 'divisor'],
  odd: ['number'],
  even: ['number'],
  // lists
  'list contains': ['list', 'element'],
  count: ['list'],
  min: ['list...'],
  max: ['list...'],
  sum: ['list...'],
  mean: ['list...'],
  product: ['list...'],
  median: ['list...'],
  mode: ['list...'],
  all: ['list...'],
  any: ['list...'],
  sublist: ['list', 'start position', 'length?'],
  append: ['list', 'item...'],
  concatenate: ['list...'],
  'insert before': ['list', 'position', 'newItem'],
  remove: ['list', 'position'],
  reverse: ['list'],
  'index of': ['list', 'match'],
  union: ['list...'],
  'distinct values': ['list'],
  flatten: ['list'],
  sort: ['list', 'precedes'],
  'list replace': ['list', 'position', 'newItem'],
  // dates
  'day of year': ['date'],
  'day of week': ['date'],
  'month of year': ['date'],
  'week of year': ['date'],
  // contexts
  'get value': ['m', 'key'],
  'get entries': ['m'],
  context: ['entries'],
  'context put': ['context', 'key', 'value'],
  'context merge': ['contexts'],
  // ranges
  range: ['from'],
  before: ['a', 'b'],
  after: ['a', 'b'],
  meets: ['a', 'b'],
  'met by': ['a', 'b'],
  overlaps: ['a', 'b'],
  'overlaps before': ['a', 'b'],
  'overlaps after': ['a', 'b'],
  finishes: ['a', 'b'],
  'finished by': ['a', 'b'],
  includes: ['a', 'b'],
  during: ['a', 'b'],
  starts: ['a', 'b'],
  'started by': ['a', 'b'],
  coincides: ['a', 'b'],
  // any
  is: ['value1', 'value2'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Other names of parameters, where a function takes several forms of arguments. */
const otherNames: Readonly<Record<string, string>> = {
  year: 'from',
  hour: 'from',
  date: 'from',
  keys: 'key',
  match: 'position',
};

/** The place of a parameter by its name; -1 if the function has none of that name. */
export function parameterPlace(name: FunctionName, parameter: string): number {
  const names = functionParameters[name].map((one) => one.replace(/(\?|\.\.\.)$/, ''));
  const place = names.indexOf(parameter);
  const other = Object.hasOwn(otherNames, parameter) ? otherNames[parameter] : undefined;
  return place === -1 && other !== undefined ? names.indexOf(other) : place;
}

export type FunctionName = keyof typeof functionParameters;

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functionParameters, name);
}

/** How many arguments a function takes: fewest and most. */
export function arity(name: FunctionName): readonly [number, number] {
  const parameters: readonly string[] = functionParameters[name];
  const fewest = parameters.filter((parameter) => !parameter.endsWith('?')).length;
  const most = parameters.at(-1)?.endsWith('...') ? MOST : parameters.length;
  return [fewest, most];
}

/** Arguments of one call. */
const MOST = 1000;
