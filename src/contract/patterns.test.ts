import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalInput, decimalOutput, patterns, wholeValue } from './patterns.ts';
import { busyTime } from '../../test/support/busy-time.ts';

const accepts = (pattern: string, text: string) => new RegExp(pattern, 'u').test(text);

test('what each pattern takes and refuses', () => {
  const table: Readonly<
    Record<keyof typeof patterns, readonly [readonly string[], readonly string[]]>
  > = {
    text: [
      ['', ' ', 'a\nb', 'ä😀'],
      ['\u0000', 'a\u0000b'],
    ],
    filled: [
      ['a', ' a ', '\n\ta', '-'],
      ['', ' ', '\t\n\u00a0', '\u0000', 'a\u0000', '\u0000a'],
    ],
    email: [
      ['a@b.c', 'a+b.c@x.co.uk', "o'b`{}~@d-e.f1", `${'a'.repeat(64)}@b.c`],
      [
        'a',
        'a@b',
        'a@@b.c',
        'a b@c.d',
        'a@b.c d',
        '@b.c',
        'a@.c',
        'a@b.',
        'a@b..c',
        'a@b.c\n',
        'ä@b.c',
        'a@ä.c',
        '"q"@d.e',
        'a\u0007@b.c',
        '.a@b.c',
        'a.@b.c',
        'a..b@c.d',
        'a@-b.c',
        'a@b-.c',
        `a@${'b'.repeat(64)}.c`,
      ],
    ],
    url: [
      ['http://a', 'https://a.b:8080/c?d#e', 'https://user@xn--4ca.de/%C3%B6', 'http://[::1]/'],
      [
        '',
        'a.b',
        'ftp://a',
        '//a',
        'http:/a',
        'http://',
        'http:///a',
        'http://?a',
        'http://a b',
        'javascript:alert(1)',
        'https://ä.de/',
        'https://a.de/ö',
        'https://a.de/%zz',
        'https://a.de/#b#c',
        'https://a.de/\u007f',
      ],
    ],
    phone: [
      ['12345', '+49 (30) 123-45.67', '1/2/3/4/5'],
      ['1234', '12345x', '+-()', '12345\n'],
    ],
    uuid: [
      ['0195C7A0-4b1e-7000-8000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
      [
        '0195c7a04b1e70008000000000000000',
        '{0195c7a0-4b1e-7000-8000-000000000000}',
        'urn:uuid:0195c7a0-4b1e-7000-8000-000000000000',
      ],
    ],
    lowerUuid: [['0195c7a0-4b1e-4000-8000-000000000000'], ['0195C7A0-4b1e-4000-8000-000000000000']],
    uuid7: [
      ['0195c7a0-4b1e-7000-8000-000000000000'],
      ['0195c7a0-4b1e-4000-8000-000000000000', '0195c7a0-4b1e-7000-c000-000000000000'],
    ],
    emailName: [
      ['a@', `${'a'.repeat(64)}@b.c`],
      ['@b.c', `${'a'.repeat(65)}@b.c`],
    ],
    date: [
      ['0001-01-01', '2026-01-31', '9999-12-31'],
      ['0000-01-01', '2026-1-1', '26/01/01'],
    ],
    time: [
      ['2026-01-31T09:30:00Z', '0010-01-31T09:30:00.123456789+02:00'],
      [
        '0000-01-01T00:00:00Z',
        '2026-01-31',
        '2026-01-31T09:30Z',
        '2026-01-31T09:30:00',
        '2026-01-31T09:30:60Z',
        '2026-01-31T09:30:00.1234567890Z',
        '2026-01-31 09:30:00Z',
        '2026-01-31t09:30:00z',
      ],
    ],
    utcTime: [
      ['2026-01-31T09:30:00.000Z'],
      ['2026-01-31T09:30:00Z', '2026-01-31T09:30:00.000+00:00'],
    ],
  };
  for (const [name, [good, bad]] of Object.entries(table)) {
    const pattern = patterns[name as keyof typeof patterns];
    for (const text of good)
      assert.ok(accepts(pattern, text), `${name} takes ${JSON.stringify(text)}`);
    for (const text of bad)
      assert.ok(!accepts(pattern, text), `${name} refuses ${JSON.stringify(text)}`);
  }
});

test('decimals: as many digits as the type has', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      decimalInput(5, 2),
      ['0', '-1', '007', '999.99', '1.5', '-0'],
      ['1000', '1.234', '.5', '5.', '+1', '1e2', '', '1,5'],
    ],
    [decimalInput(5, 2, false), ['0', '999.99'], ['-1']],
    [decimalInput(3, 0), ['0', '-999'], ['1.0', '1000']],
    [decimalInput(2, 2), ['0', '0.99', '-0.5'], ['1', '00', '1.00']],
    [decimalOutput(5, 2), ['0.00', '-1.50', '999.99'], ['0', '1.5', '01.00', '1000.00', '1.500']],
    [decimalOutput(3, 0), ['0', '-7', '999'], ['07', '1000', '1.0']],
    [decimalOutput(2, 2), ['0.99', '-0.50'], ['1.00', '.99']],
  ];
  for (const [pattern, good, bad] of cases) {
    for (const text of good) assert.ok(accepts(pattern, text), `${pattern} takes ${text}`);
    for (const text of bad) assert.ok(!accepts(pattern, text), `${pattern} refuses ${text}`);
  }
});

test("a field's own pattern matches the whole value", () => {
  const cases = [
    ['[a-z]+', 'A1'],
    ['^a|b$', 'ax'],
    ['^a', 'ab'],
    [String.raw`a\$`, 'xa$'],
  ] as const;
  for (const [pattern, text] of cases) assert.ok(!accepts(wholeValue(pattern), text), pattern);
  assert.equal(wholeValue('^[A-Z]{2}$'), '^[A-Z]{2}$');
});

test('long texts are answered at once', () => {
  const long = 100_000;
  const hostile = [
    ' '.repeat(long),
    'a'.repeat(long),
    '1'.repeat(long),
    `${' '.repeat(long)}\u0000`,
    `${'a'.repeat(long)}\u0000`,
    `a@${'a.'.repeat(long)}`,
    `${'1 '.repeat(long)}x`,
    `http://${'a'.repeat(long)} `,
    '0'.repeat(long),
  ];
  const start = busyTime();
  for (const pattern of [...Object.values(patterns), decimalInput(38, 18), decimalOutput(38, 18)]) {
    for (const text of hostile) accepts(pattern, text);
  }
  assert.ok(busyTime() - start < 15_000, `${busyTime() - start} ms`);
});
