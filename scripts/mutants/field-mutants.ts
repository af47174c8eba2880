import { type Mutant, mutantsOf } from './mutant.ts';

/** Faults in how values are checked. */
export const fieldMutants: readonly Mutant[] = [
  ...mutantsOf('src/fields/number.ts', [
    [
      'integers may have a fraction',
      "if (typeof value !== 'number' || (Number.isFinite(value) && !Number.isInteger(value))) {",
      "if (typeof value !== 'number') {",
    ],
    [
      'numbers may be too low by one',
      'if (min !== undefined && value < min)',
      'if (min !== undefined && value < min - 1)',
    ],
    [
      'numbers may be too high',
      'if (max !== undefined && value > max)',
      'if (max !== undefined && value > max + 1)',
    ],
    [
      'an exclusive limit is inclusive',
      'if (above !== undefined && value <= above)',
      'if (above !== undefined && value < above)',
    ],
    [
      'decimals may be too low',
      'if (order < 0 || minus || (above !== undefined && order === 0)) {',
      'if (above !== undefined && order === 0) {',
    ],
    [
      'decimals may be too high',
      'if (order > 0 || (below !== undefined && order === 0)) {',
      'if (below !== undefined && order === 0) {',
    ],
    [
      'numbers are read from text',
      "if (typeof value !== 'number' || !Number.isFinite(value)) {",
      'if (!Number.isFinite(Number(value))) {',
    ],
  ]),
  ...mutantsOf('src/fields/text.ts', [
    [
      'text may be longer by one',
      'return textField(options, { maxLength: 255,',
      'return textField(options, { maxLength: 256,',
    ],
    ['an e-mail needs no dot', '[a-z0-9])?)+$/i;', '[a-z0-9])?)*$/i;'],
    ['an address may have any scheme', String.raw`/^https?:\/\/`, String.raw`/^[a-z]+:\/\/`],
    ['a phone number needs no digits', '{5,}$/u;', '{1,}$/u;'],
    [
      'white space is a text',
      String.raw`if (rules.filled && !/\S/u.test(value)) {`,
      'if (rules.filled && value.length < 0) {',
    ],
    [
      'texts may be too short',
      'if (lengthOf(value, rules.minLength) < rules.minLength) {',
      'if (value.length < 0) {',
    ],
    [
      'formats are not checked',
      'if (rules.format && !rules.format.test(value)) {',
      'if (rules.format && value.length < 0) {',
    ],
    [
      'patterns are not checked',
      'if (rules.pattern && !rules.pattern.test(value)) {',
      'if (rules.pattern && value.length < 0) {',
    ],
    ['lengths count UTF-16 units', 'for (const _ of value) length += 1;', 'length = value.length;'],
    [
      'unknown choices end in a server error',
      "known.get(value) ?? issues.add(pointer, 'enum',",
      "known.get(value) ?? issues.add(String(value).repeat(-1), 'enum',",
    ],
  ]),
  ...mutantsOf('src/fields/time.ts', [
    ['30 February exists', 'new Date(time).toISOString().startsWith(text);', 'text.length > 0;'],
    [
      'hours may be missing',
      "if (!DATE.test(text) || text < '0001') return undefined;",
      'if (!DATE.test(text)) return undefined;',
    ],
    [
      'times keep their offset',
      "const utc = sign === '-' ? time + offset : time - offset;",
      'const utc = sign ? time : time - offset;',
    ],
  ]),
  ...mutantsOf('src/fields/reference.ts', [
    [
      'references may come twice',
      "if (id !== undefined && ids.has(id)) issues.add(at, 'duplicate', 'is there already');",
      '',
    ],
  ]),
  ...mutantsOf('src/rules/logic.ts', [
    [
      'implies is and',
      'return condition === true ? consequence : true;',
      'return condition === true ? consequence : false;',
    ],
    [
      'missing values are present',
      'return value !== null && value !== undefined;',
      'return value !== undefined;',
    ],
  ]),
  ...mutantsOf('src/rules/compare.ts', [
    ['ge is gt', '(order) => order >= 0);', '(order) => order > 0);'],
  ]),
];
