import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patternLiteral } from './pattern.ts';

test('the end of a pattern is the end of the text, and classes are those of ASCII', () => {
  const cases = [
    ['^[A-Z]{2}$', String.raw`r"(?a)^[A-Z]{2}\Z"`],
    [String.raw`^\d+\$[$]$`, String.raw`r"(?a)^\d+\$[$]\Z"`],
    [String.raw`a\/b`, 'r"(?a)a/b"'],
    ['^"$', String.raw`'(?a)^"\\Z'`],
    ['[[]', String.raw`r"(?a)[\[]"`],
  ] as const;
  for (const [source, expected] of cases) assert.equal(patternLiteral(source), expected, source);
});
