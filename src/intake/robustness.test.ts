import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseBlueprint } from '#blueprint';
import { sweep } from '../../test/support/sweep.ts';
import { readRequirements } from './read-requirements.ts';
import { busyTime } from '../../test/support/busy-time.ts';

const example = readFileSync(new URL('../../examples/team-tasks.md', import.meta.url), 'utf8');
const notations = readFileSync(new URL('../../docs/notations.md', import.meta.url), 'utf8');

const read = (text: string) => readRequirements({ document: 'requirements.md', text });

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('any text', () => {
  test('gives the same blueprint twice', () => {
    const text = example.slice(0, sweep(2000, example.length));
    assert.deepEqual(read(text), read(text));
  });

  test('cut or damaged anywhere, never throws and gives a valid blueprint or a reason', async () => {
    const random = numbers(7);
    const pieces = [
      '|',
      '\n',
      '- ',
      '# ',
      '```',
      '(',
      ')',
      ': ',
      '→',
      '{',
      '}',
      '<!--',
      '0',
      '"',
      '**',
      '、',
      '\t',
      '> ',
      '1. ',
      '\u0000x'.slice(1),
    ];
    const source = `${example}\n${notations}`;
    for (let round = 0; round < sweep(6, 60); round += 1) {
      const start = random(source.length);
      let text = source.slice(start, start + 200 + random(1500));
      for (let edit = 0; edit < 12; edit += 1) {
        const at = random(text.length);
        text =
          text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at + random(4));
      }
      const { value, diagnostics } = read(text);
      if (value === undefined) assert.ok(diagnostics.some(({ severity }) => severity === 'error'));
      else {
        const parsed = await parseBlueprint(value);
        assert.ok(
          parsed.value,
          JSON.stringify({ text, problems: parsed.diagnostics }).slice(0, 2000),
        );
      }
    }
  });

  const many = (count: number) => sweep(count / 10, count);
  const hostile: Record<string, string> = {
    brackets: '('.repeat(many(20_000)),
    quotes: '> '.repeat(many(5000)),
    bars: '|a'.repeat(many(5000)),
    stars: '*a '.repeat(many(10_000)),
    nesting: Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    'one long line': `A task has ${'a title, '.repeat(many(5000))}`,
    'many rows': `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(many(3000))}`,
    'open fence': `\`\`\`sql\nCREATE TABLE a (${'x int, '.repeat(many(3000))}`,
    dashes: '- '.repeat(many(5000)),
    spaces: `a${' '.repeat(many(50_000))}b`,
    colons: `${'a: '.repeat(many(5000))}\n`,
    'one long point': `# A\n\n- ${'when a barrel '.repeat(many(40_000))}\n`,
    'unique within': Array.from(
      { length: many(2000) },
      (_, n) => `- f${n}: string, unique per x${n}`,
    ).join('\n'),
    demands: '- a: date, not in the past, must be after b, never below 0\n'.repeat(many(3000)),
    'titles of many verbs': `## ${'open, check and '.repeat(many(5000))}close a crate\n\n- label\n`,
    'pictures behind a title': `# A ${'🏗️ '.repeat(many(10_000))}${'👷‍♀️'.repeat(many(10_000))}b\n`,
    'what can be added': `A clerk can add a crate ${'for a crate '.repeat(many(5000))}: label, weight\n`,
    'attributes of models': `THE A model SHALL have ${'a b_c attribute '.repeat(many(3000))}(string)\n`,
    'a counted list in bold': `Entities:\n\n${'- **A**: Keeps a, b and c\n  d, e. '.repeat(many(3000))}\n`,
    'open braces': `\`\`\`\n{\n${'a: {\n'.repeat(many(20_000))}`,
  };
  for (const [name, text] of Object.entries(hostile)) {
    test(`made to be slow: ${name}`, { timeout: 5000 }, () => {
      const begin = busyTime();
      read(text);
      assert.ok(busyTime() - begin < 15_000, `${Math.round(busyTime() - begin)} ms`);
    });
  }
});
