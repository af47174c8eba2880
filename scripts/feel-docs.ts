import { feelExamples } from '../src/rules/feel/feel-examples.ts';
import type { Generator } from './generators.ts';

/** `docs/feel.md`: the constructs that the rule language takes in FEEL, from the examples that test them. */
export const feelDocs: Generator = () => {
  const constructs = feelExamples.flatMap(({ construct, examples }) => [
    `## ${construct}`,
    '',
    '| expression | value |',
    '|---|---|',
    ...examples.map(
      (row) => `| ${row.map((text) => `\`${text.replaceAll('|', '\\|')}\``).join(' | ')} |`,
    ),
    '',
  ]);
  const text = [...introduction, ...constructs, ...differences].join('\n');
  return Promise.resolve(new Map([['docs/feel.md', `${text}\n`]]));
};

const introduction = [
  '# FEEL, as far as it goes',
  '',
  'Made by `npm run generate` from `src/rules/feel/feel-examples.ts`; each line is evaluated, printed and',
  'read again by a test. FEEL is a notation: what is kept, compiled and analysed is the tree',
  '(`src/rules/language/expression.ts`), and `printFeel` writes a tree so that reading it gives the same tree.',
  '',
  'The examples read these values: `age` 17, `name` "Ada", `monthly salary` 2500.5, `risk-level` "high",',
  '`tags` ["a", "b"], `order` {total: 12.5, lines: [{price: 2}, {price: 3}]}, `nothing` null. Today is',
  '2026-02-03, 10:00 UTC.',
  '',
];

const differences = [
  '## Unary tests',
  '',
  'Cells of decision tables: `-`, `< 18`, `[1..5), 7`, `"a", "b"`, `not(1, > 8)`, `null`, any expression (equal to',
  'it, in it if it is a list or range), and conditions on `?`, such as `starts with(?, "A")`.',
  '',
  '## What differs from DMN 1.5',
  '',
  '- Null has a reason: what was missing, which types did not fit, a division by zero.',
  '- Times are in UTC. There is no time of day without a date, no named time zone, and years have four digits.',
  '- Numbers are exact; only division (18 digits after the point) and powers round.',
  '- A date plus hours is a date and time. Durations of months and of days can be added to each other.',
  '- Wrong names of functions, and numbers or names of arguments, are errors when the text is read, not null.',
  '- Regular expressions take time linear in the text: references back are not in the language.',
  '- Not taken: function definitions and `sort`, `time`, `sqrt`, `exp`, `log`, `stddev`, `is`, `range`, `context`,',
  '  `context put`, `context merge`, `list replace`, and the functions on ranges.',
];
