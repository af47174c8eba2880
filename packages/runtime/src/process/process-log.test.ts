import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ProcessLog } from './process-log.ts';

const collect = () => {
  const lines: string[] = [];
  return { lines, log: new ProcessLog((line) => lines.push(line)) };
};

it('tells whole lines, of two streams apart, with characters that were cut', () => {
  const { lines, log } = collect();
  const text = Buffer.from('grüße\r\nrest');
  log.add('out', text.subarray(0, 3));
  log.add('err', Buffer.from('oops\n'));
  log.add('out', text.subarray(3));
  assert.deepEqual(lines, ['oops', 'grüße']);
  log.end('out');
  assert.deepEqual(lines, ['oops', 'grüße', 'rest']);
  assert.equal(log.tail(), 'oops\ngrüße\nrest\n');
});

it('keeps the end of what is said, and cuts a line without end', () => {
  const { lines, log } = collect();
  for (let n = 0; n < 20_000; n += 1) log.add('out', Buffer.from(`line ${n}\n`));
  assert.ok(log.tail().length <= 64 * 1024 && log.tail().endsWith('line 19999\n'));
  lines.length = 0;
  log.add('out', Buffer.from('x'.repeat(100_000)));
  assert.deepEqual(
    lines.map((line) => line.length),
    Array.from({ length: 6 }, () => 16 * 1024),
  );
});
