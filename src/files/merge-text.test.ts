import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasConflictMarkers, mergeText } from './merge-text.ts';
import { busyTime } from '../../test/support/busy-time.ts';

const base = 'one\ntwo\nthree\nfour\nfive\n';

test('edits in different places are both taken', () => {
  const merged = mergeText(base, base.replace('one', 'ONE'), `${base}six\n`);
  assert.deepEqual(merged, { text: 'ONE\ntwo\nthree\nfour\nfive\nsix\n', conflicts: [] });
});

test('the same edit on both sides is no conflict', () => {
  const both = base.replace('three', '3');
  assert.deepEqual(mergeText(base, both, both), { text: both, conflicts: [] });
  const merged = mergeText(base, both.replace('five', '5'), both);
  assert.deepEqual(merged, { text: 'one\ntwo\n3\nfour\n5\n', conflicts: [] });
});

test('different edits of one line conflict, with standard markers and the line in your text', () => {
  const merged = mergeText(
    base,
    base.replace('three', 'THREE'),
    `zero\n${base.replace('three', '3')}`,
  );
  assert.deepEqual(merged.conflicts, [
    { line: 4, base: ['three'], generated: ['THREE'], yours: ['3'] },
  ]);
  assert.equal(
    merged.text,
    'zero\none\ntwo\n<<<<<<< yours\n3\n||||||| base\nthree\n=======\nTHREE\n>>>>>>> generated\nfour\nfive\n',
  );
  assert.equal(hasConflictMarkers(merged.text), true);
  assert.equal(hasConflictMarkers(base), false);
});

test('an edit against a removal conflicts; a removal of untouched lines is taken', () => {
  const removed = 'one\nfive\n';
  assert.equal(mergeText(base, removed, base.replace('three', '3')).conflicts.length, 1);
  assert.equal(mergeText(base, removed, base.replace('five', '5')).conflicts.length, 1);
  assert.equal(
    mergeText(base, 'one\ntwo\nfive\n', base.replace('one', '1')).text,
    '1\ntwo\nfive\n',
  );
});

test('with nothing in common to start from, only what differs conflicts', () => {
  const merged = mergeText('', 'a\nb\nc\n', 'a\nB\nc\nd\n');
  assert.deepEqual(merged.conflicts, [
    { line: 2, base: [], generated: ['b'], yours: ['B'] },
    { line: 4, base: [], generated: [], yours: ['d'] },
  ]);
});

test("an editor's CRLF stays and conflicts with nothing", () => {
  const yours = base.replaceAll('\n', '\r\n').replace('five', '5');
  const merged = mergeText(base, base.replace('one', 'ONE'), yours);
  assert.deepEqual(merged, { text: 'ONE\r\ntwo\r\nthree\r\nfour\r\n5\r\n', conflicts: [] });
  assert.equal(mergeText(base, base, yours).text, yours);
  const back = mergeText(yours, yours.replace('one', 'ONE'), base);
  assert.equal(back.text.includes('\r'), false);
});

test('mixed line endings stay as they are', () => {
  const mixed = 'one\r\ntwo\nthree\nfour\nfive\r\n';
  assert.equal(
    mergeText(mixed, mixed.replace('three', '3'), mixed.replace('one', '1')).text,
    '1\r\ntwo\n3\nfour\nfive\r\n',
  );
});

test('a missing or added final newline is merged on its own', () => {
  const bare = base.slice(0, -1);
  assert.equal(mergeText(base, base.replace('one', 'ONE'), bare).text, bare.replace('one', 'ONE'));
  assert.equal(mergeText(base, `${base}six\n`, bare).text, `${base}six`);
  assert.equal(mergeText(bare, base, bare.replace('one', '1')).text, base.replace('one', '1'));
  assert.equal(
    mergeText(bare, bare.replace('five', '5'), bare.replace('one', '1')).text,
    '1\ntwo\nthree\nfour\n5',
  );
});

test('empty texts', () => {
  assert.deepEqual(mergeText('', '', ''), { text: '', conflicts: [] });
  assert.deepEqual(mergeText(base, '', base), { text: '', conflicts: [] });
  assert.deepEqual(mergeText(base, base, ''), { text: '', conflicts: [] });
  assert.equal(mergeText(base, base.replace('one', '1'), '').conflicts.length, 1);
});

test('lines named like object properties are lines', () => {
  const odd = 'constructor\n__proto__\ntoString\n';
  assert.equal(
    mergeText(odd, `${odd}x\n`, `hasOwnProperty\n${odd}`).text,
    `hasOwnProperty\n${odd}x\n`,
  );
});

test('laws hold on random texts, and no edit is lost', () => {
  let seed = 7;
  const random = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
  const edit = (lines: readonly string[], mark: string): string[] => {
    const out = [...lines];
    for (let i = random(4); i >= 0; i--)
      out.splice(random(out.length + 1), random(3), `${mark}${random(5)}`);
    return out;
  };
  const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  let clean = 0;
  for (let round = 0; round < 500; round++) {
    const o = Array.from({ length: random(30) }, () => `l${random(8)}`);
    const [b, a] = [edit(o, 'g'), edit(o, 'y')];
    const merged = mergeText(text(o), text(b), text(a));
    assert.equal(mergeText(text(o), text(o), text(a)).text, text(a));
    assert.equal(mergeText(text(o), text(b), text(o)).text, text(b));
    assert.equal(mergeText(text(o), text(b), text(b)).text, text(b));
    const mirrored = mergeText(text(o), text(a), text(b));
    assert.equal(mirrored.conflicts.length, merged.conflicts.length);
    for (const mark of ['g', 'y']) {
      const wanted = (mark === 'g' ? b : a).filter((line) => line.startsWith(mark));
      const found = merged.text.split('\n').filter((line) => line.startsWith(mark));
      assert.deepEqual(new Set(found), new Set(wanted), `${mark} in round ${round}`);
    }
    if (merged.conflicts.length > 0) {
      for (const { line, yours } of merged.conflicts)
        assert.deepEqual(a.slice(line - 1, line - 1 + yours.length), yours);
    } else {
      clean++;
      assert.equal(mirrored.text, merged.text);
    }
  }
  assert.ok(clean > 50 && clean < 475, `${clean} of 500 merged cleanly`);
});

test('a file of 100,000 lines with edits far apart takes well under two seconds', () => {
  const long = Array.from({ length: 100_000 }, (_, i) => (i % 3 === 0 ? '' : `line ${i % 1000}`));
  const started = busyTime();
  const merged = mergeText(
    long.join('\n'),
    long.toSpliced(40_000, 1, 'generated').join('\n'),
    long.toSpliced(42_000, 1, 'yours').join('\n'),
  );
  assert.equal(merged.conflicts.length, 0);
  assert.ok(busyTime() - started < 15_000, `${busyTime() - started} ms`);
});

test('what only cites other lines of the requirements gives way to an edit', () => {
  for (const [base, generated] of [
    ['"""User (prd.md:47)."""', '"""User (prd 2.md:48)."""'],
    ['| Task | entity | prd.md:3 |', '| Task | entity | prd.md:4 |'],
  ] as const) {
    const yours = `# mine\n${base}\n`;
    assert.deepEqual(mergeText(`${base}\n`, `${generated}\n`, yours), {
      text: yours,
      conflicts: [],
    });
    const other = generated.replace(/User|Task/, 'Other');
    assert.equal(mergeText(`${base}\n`, `${other}\n`, yours).conflicts.length, 1);
  }
  const { text } = mergeText('a (p.md:1)\nb\nc\n', 'a (p.md:2)\nb\nc\n', 'a (p.md:1)\nb\nC\n');
  assert.equal(text, 'a (p.md:2)\nb\nC\n');
});
