import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from './diagnostic.ts';
import { renderDiagnostics } from './render-diagnostics.ts';
import type { SourceSpan } from './source-span.ts';

const at = (line: number, column: number, endLine: number, endColumn: number): SourceSpan => ({
  document: 'prd.md',
  line,
  column,
  endLine,
  endColumn,
});

function diagnostic(source?: SourceSpan, extra: Partial<Diagnostic> = {}): Diagnostic {
  const base = {
    code: 'intake/unknown-type',
    severity: 'error',
    message: 'Unknown.',
    help: 'Fix it.',
  } as const;
  return { ...base, ...extra, ...(source && { source }) };
}

function frame(text: string, source: SourceSpan, width?: number): string[] {
  const options = { readSource: () => text, color: false, ...(width !== undefined && { width }) };
  return renderDiagnostics([diagnostic(source)], options).split('\n');
}

test('a diagnostic shows its code, place, line, underline and help', () => {
  assert.deepEqual(frame('# Shop\n\n- price (strng, required)\n', at(3, 10, 3, 15)), [
    'error[intake/unknown-type]: Unknown.',
    ' --> prd.md:3:10',
    '  |',
    '3 | - price (strng, required)',
    '  |          ^^^^^',
    '  = help: Fix it.',
    '',
  ]);
});

test('a diagnostic without a place, or of a document that is not at hand, has no frame', () => {
  const options = { readSource: () => undefined, color: false };
  assert.equal(
    renderDiagnostics([diagnostic()], options),
    'error[intake/unknown-type]: Unknown.\n  = help: Fix it.\n',
  );
  assert.equal(
    renderDiagnostics([diagnostic(at(9, 1, 9, 2))], options),
    'error[intake/unknown-type]: Unknown.\n --> prd.md:9:1\n  = help: Fix it.\n',
  );
  assert.equal(frame('one line', at(7, 1, 7, 2)).length, 4);
});

test('tabs, wide characters, emoji and combining marks keep the underline in place', () => {
  const cases: [
    line: string,
    column: number,
    endColumn: number,
    text: string,
    underline: string,
  ][] = [
    ['\tprice\tstrng', 8, 13, '    price   strng', '            ^^^^^'],
    ['- 가격 (문자)', 7, 9, '- 가격 (문자)', '        ^^^^'],
    ['👩‍👩‍👧 x', 10, 11, '👩‍👩‍👧 x', '   ^'],
    ['cafe\u0301 x', 7, 8, 'cafe\u0301 x', '     ^'],
    ['\ufeff# A', 4, 5, '# A', '  ^'],
    ['ab', 3, 3, 'ab', '  ^'],
  ];
  for (const [line, column, endColumn, text, underline] of cases) {
    const shown = frame(line, at(1, column, 1, endColumn));
    assert.equal(shown[3], `1 | ${text}`, JSON.stringify(line));
    assert.equal(shown[4], `  | ${underline}`, JSON.stringify(line));
  }
});

test('a long line is clipped around the column, to the width', () => {
  const line = `${'a'.repeat(500)}HERE${'b'.repeat(500)}`;
  const [, , , text, underline] = frame(line, at(1, 501, 1, 505), 60);
  assert.match(text ?? '', /^1 \| …a+HEREb+…$/);
  assert.ok((text ?? '').length <= 60);
  assert.equal((text ?? '').indexOf('HERE'), (underline ?? '').indexOf('^^^^'));
  const [, , , start] = frame(line, at(1, 1, 1, 2), 60);
  assert.match(start ?? '', /^1 \| a+…$/);
  const [, , , end, endLine] = frame(line, at(1, 1004, 1, 1005), 60);
  assert.match(end ?? '', /^1 \| …b+$/);
  assert.equal(endLine?.length, end?.length);
});

test('of a line of megabytes only what can be shown is looked at', () => {
  const spent = (text: string) => {
    const diagnostics = Array.from({ length: 20 }, (_, i) => {
      const column = text.length - i * 100 - 8;
      return diagnostic(at(1, column, 1, column + 8));
    });
    const before = process.cpuUsage().user;
    renderDiagnostics(diagnostics, { readSource: () => text, color: false });
    return process.cpuUsage().user - before;
  };
  const piece = '가\t🙂x';
  spent(piece.repeat(4_000));
  // To look at all of it would take 250 times as long.
  assert.ok(spent(piece.repeat(1_000_000)) < 30 * spent(piece.repeat(4_000)));
});

test('a span of several lines shows the first two and the last', () => {
  assert.deepEqual(frame('a\r\n  bc\n\nde\nfgh\n', at(2, 3, 5, 2)).slice(2, -2), [
    '  |',
    '2 |   bc',
    '  |   ^^',
    '3 |',
    '  | ^',
    '...',
    '5 | fgh',
    '  | ^',
  ]);
  assert.deepEqual(frame('a\nb\nc\n', at(1, 1, 2, 1)).slice(3, -2), ['1 | a', '  | ^']);
});

test('nothing from a document or a message controls the terminal', () => {
  const evil = '\u001b[31mred\u0007\u009b2J\u202e\r\n';
  const text = renderDiagnostics(
    [
      diagnostic(
        { ...at(1, 2, 1, 3), document: `a${evil}.md` },
        { message: evil, help: evil, code: evil },
      ),
    ],
    { readSource: () => `x${evil}y`, color: false },
  );
  // oxlint-disable-next-line no-control-regex -- that there are none is the point
  assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  assert.match(text, /x\\u\{1b\}\[31mred\\u\{7\}/);
  assert.match(text, /\| {2}\^{6}\n/);
  assert.equal(text.split('\n').length, 7);
});

test('colour only adds escape sequences', () => {
  const diagnostics = [diagnostic(at(1, 1, 1, 2)), diagnostic(undefined, { severity: 'info' })];
  const render = (color: boolean): string =>
    renderDiagnostics(diagnostics, { readSource: () => 'ab', color });
  assert.notEqual(render(true), render(false));
  // oxlint-disable-next-line no-control-regex -- the escape sequences themselves
  assert.equal(render(true).replaceAll(/\u001b\[[\d;]*m/g, ''), render(false));
});

test('impossible spans are shown as well as they can be', () => {
  for (const span of [at(1, 99, 1, 3), at(2, 1, 1, 1), at(1, 1, 99, 99), at(0, 0, 0, 0)]) {
    assert.equal(frame('ab\ncd', span).at(-2)?.trim(), '= help: Fix it.');
  }
});
