import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CurrentFile } from './current-file.ts';
import { fileTree } from './file-tree.ts';
import type { GeneratedFile, Owner } from './generated-file.ts';
import { planUpdate } from './plan-update.ts';
import type { Pristine } from './pristine.ts';
import type { UpdatePlan } from './update-plan.ts';

const lines = 'one\ntwo\nthree\nfour\nfive\n';

function file(path: string, content: string, owner: Owner = 'generated'): GeneratedFile {
  return { path, content, owner, sources: [] };
}

function pristine(...files: GeneratedFile[]): Pristine {
  return { files: fileTree(files), pending: new Map() };
}

type Folder = Record<string, CurrentFile>;

function plan(base: Pristine | undefined, folder: Folder, ...next: GeneratedFile[]): UpdatePlan {
  return planUpdate({ base, next: fileTree(next), readCurrent: (path) => folder[path] });
}

function kinds({ actions }: UpdatePlan): string[] {
  return actions.map(({ kind, path }) => `${kind} ${path}`);
}

function text(current: CurrentFile): string {
  assert.equal(typeof current, 'string');
  return typeof current === 'string' ? current : '';
}

/** What the folder holds after the plan. */
function apply(folder: Folder, { actions }: UpdatePlan): Folder {
  const after = { ...folder };
  for (const action of actions) {
    if (action.kind === 'write' || action.kind === 'merge')
      after[action.path] = action.file.content;
    if (action.kind === 'delete') delete after[action.path];
  }
  return after;
}

test('a first version is written, and the same one again touches nothing', () => {
  const next = [file('b', 'B'), file('a', 'A'), file('s', 'S', 'scaffold')];
  const first = plan(undefined, {}, ...next);
  assert.deepEqual(kinds(first), ['write a', 'write b', 'write s']);
  const again = plan(first.pristine, apply({}, first), ...next);
  assert.deepEqual(kinds(again), ['keep a', 'keep b', 'keep s']);
  assert.deepEqual(again.pristine, first.pristine);
});

test('an untouched file is rewritten, an edited one merged, one that only you edited stays', () => {
  const base = pristine(file('a', lines), file('b', lines), file('c', lines));
  const folder = { a: lines, b: lines.replace('one', '1'), c: lines.replace('one', '1') };
  const after = lines.replace('five', '5');
  const update = plan(base, folder, file('a', after), file('b', after), file('c', lines));
  assert.deepEqual(kinds(update), ['write a', 'merge b', 'keep c']);
  assert.deepEqual(apply(folder, update), { a: after, b: '1\ntwo\nthree\nfour\n5\n', c: folder.c });
  assert.equal(update.pristine.files[1]?.content, after);
});

test('what is no longer generated goes, unless it was edited', () => {
  const base = pristine(file('a', 'A'), file('b', 'B'), file('c', 'C'), file('s', 'S', 'scaffold'));
  const update = plan(base, { a: 'A', b: 'edited', s: 'S' });
  assert.deepEqual(kinds(update), ['delete a', 'leave b', 'delete s']);
  assert.deepEqual(update.pristine.files, []);
});

test('a scaffold is written once: not over an edit, not after a removal, not with a new text', () => {
  const old = file('s', 'old', 'scaffold');
  const next = file('s', 'new', 'scaffold');
  for (const [folder, kind] of [
    [{ s: 'old' }, 'keep s'],
    [{ s: 'mine' }, 'keep s'],
    [{}, 'leave s'],
  ] as const) {
    const update = plan(pristine(old), folder, next);
    assert.deepEqual(kinds(update), [kind]);
    assert.deepEqual(update.pristine.files, [old]);
  }
  assert.deepEqual(kinds(plan(undefined, { s: 'mine' }, next)), ['keep s']);
});

test('a conflict leaves the file, writes a side file and raises files/merge-conflict at its line', () => {
  const base = pristine(file('a', lines));
  const folder = { a: lines.replace('three', 'mine') };
  const update = plan(base, folder, file('a', lines.replace('three', 'ours')));
  assert.deepEqual(kinds(update), ['conflict a', 'write a.conflict']);
  assert.match(text(apply(folder, update)['a.conflict']), /^one\ntwo\n<<<<<<< yours\nmine\n/);
  assert.deepEqual(
    update.diagnostics.map(({ code, source }) => [code, source]),
    [['files/merge-conflict', { document: 'a', line: 3, column: 1, endLine: 4, endColumn: 1 }]],
  );
  assert.deepEqual(update.pristine.files, base.files);
});

test('a conflict stays open until its side file is resolved, which then becomes the file', () => {
  const base = pristine(file('a', lines));
  const ours = file('a', lines.replace('three', 'ours'));
  const conflicted = plan(base, { a: lines.replace('three', 'mine') }, ours);
  const open = apply({ a: lines.replace('three', 'mine') }, conflicted);
  const repeated = plan(conflicted.pristine, open, ours);
  assert.deepEqual(kinds(repeated), ['conflict a']);
  assert.deepEqual(repeated.pristine, conflicted.pristine);

  const resolved = { ...open, 'a.conflict': lines.replace('three', 'both') };
  const update = plan(conflicted.pristine, resolved, ours);
  assert.deepEqual(kinds(update), ['merge a', 'delete a.conflict']);
  assert.deepEqual(apply(resolved, update), { a: lines.replace('three', 'both') });
  assert.deepEqual(update.pristine, pristine(ours));
  assert.deepEqual(kinds(plan(update.pristine, apply(resolved, update), ours)), ['keep a']);
});

test('a resolution takes in what changed on both sides since', () => {
  const conflicted = plan(
    pristine(file('a', lines)),
    { a: lines.replace('three', 'mine') },
    file('a', lines.replace('three', 'ours')),
  );
  const folder = {
    a: lines.replace('three', 'mine').replace('one', 'ONE'),
    'a.conflict': lines.replace('three', 'both'),
  };
  const update = plan(
    conflicted.pristine,
    folder,
    file('a', lines.replace('three', 'ours').replace('five', 'FIVE')),
  );
  assert.deepEqual(apply(folder, update), { a: 'ONE\ntwo\nboth\nfour\nFIVE\n' });

  const clash = {
    a: lines.replace('three', 'other'),
    'a.conflict': lines.replace('three', 'both'),
  };
  const again = plan(conflicted.pristine, clash, file('a', lines.replace('three', 'ours')));
  assert.deepEqual(kinds(again), ['conflict a', 'write a.conflict']);
  for (const word of ['both', 'other'])
    assert.match(text(apply(clash, again)['a.conflict']), new RegExp(word));
});

test('a side file that is half resolved is never overwritten', () => {
  const base = pristine(file('a', lines));
  const conflicted = plan(
    base,
    { a: lines.replace('three', 'mine') },
    file('a', lines.replace('three', 'ours')),
  );
  const half = 'half\n<<<<<<< yours\nx\n=======\ny\n>>>>>>> generated\n';
  const folder = { a: lines.replace('three', 'mine'), 'a.conflict': half };
  for (const next of ['ours', 'newer', 'mine', 'three']) {
    const update = plan(conflicted.pristine, folder, file('a', lines.replace('three', next)));
    assert.equal(apply(folder, update)['a.conflict'], half, next);
  }
});

test('an untouched side file goes when its conflict is gone, and is renewed when the text changes', () => {
  const ours = file('a', lines.replace('three', 'ours'));
  const mine = lines.replace('three', 'mine');
  const conflicted = plan(pristine(file('a', lines)), { a: mine }, ours);
  const open = apply({ a: mine }, conflicted);
  assert.deepEqual(kinds(plan(conflicted.pristine, open, file('a', lines))), [
    'keep a',
    'delete a.conflict',
  ]);
  assert.deepEqual(kinds(plan(conflicted.pristine, { ...open, a: ours.content }, ours)), [
    'keep a',
    'delete a.conflict',
  ]);
  assert.deepEqual(kinds(plan(conflicted.pristine, open)), ['leave a', 'delete a.conflict']);
  const newer = plan(conflicted.pristine, open, file('a', lines.replace('three', 'newer')));
  assert.deepEqual(kinds(newer), ['conflict a', 'write a.conflict']);
});

test('a generated file that you removed comes back, which files/restored says', () => {
  const base = pristine(file('a', lines), file('b', lines), file('s', 'S', 'scaffold'));
  const next = [
    file('a', lines),
    file('b', lines.replace('three', 'ours')),
    ...base.files.slice(2),
  ];
  const update = plan(base, {}, ...next);
  assert.deepEqual(kinds(update), ['write a', 'write b', 'leave s']);
  assert.deepEqual(
    update.diagnostics.map(({ code, severity, message }) => [code, severity, message]),
    [['files/restored', 'info', 'Deleted, and restored now: a, b.']],
  );
  assert.deepEqual(plan(update.pristine, apply({}, update), ...next).diagnostics, []);
});

test('a file that you removed while it was in conflict comes back, its side file is settled', () => {
  const next = file('a', lines.replace('three', 'ours'));
  const mine = lines.replace('three', 'mine');
  const conflicted = plan(pristine(file('a', lines)), { a: mine }, next);
  const side = text(apply({ a: mine }, conflicted)['a.conflict']);
  for (const [left, content] of [
    [side, next.content],
    ['', next.content],
    [lines.replace('three', 'both'), lines.replace('three', 'both')],
  ] as const) {
    const folder = { 'a.conflict': left };
    assert.deepEqual(apply(folder, plan(conflicted.pristine, folder, next)), { a: content }, left);
  }
  assert.deepEqual(apply({}, plan(conflicted.pristine, {}, next)), { a: next.content });
});

test('with the pristine copy lost, nothing that differs is overwritten', () => {
  const folder = { a: 'same\n', b: 'x\nmine\n' };
  const update = plan(
    undefined,
    folder,
    file('a', 'same\n'),
    file('b', 'x\nours\n'),
    file('c', 'new'),
  );
  assert.deepEqual(kinds(update), ['keep a', 'conflict b', 'write b.conflict', 'write c']);
  assert.match(text(apply(folder, update)['b.conflict']), /^x\n<<<<<<< yours\nmine\n/);
});

test('what is no text raises files/path-blocked, and is left alone', () => {
  const base = pristine(file('a', lines), file('b', lines), file('gone', lines));
  const blocked = { blocked: 'a folder' };
  const folder = { a: blocked, b: blocked, gone: blocked, 'c.conflict': 'my own file', c: 'mine' };
  const update = plan(base, folder, file('a', 'changed'), file('b', lines), file('c', 'ours'));
  assert.deepEqual(kinds(update), ['leave a', 'keep b', 'leave c', 'leave gone']);
  assert.deepEqual(
    update.diagnostics.map(({ code, message }) => [code, message]),
    [
      ['files/path-blocked', "'a' is to be generated, but a folder is in its place."],
      [
        'files/path-blocked',
        "'c.conflict' is to be generated, but a file that we did not write is in its place.",
      ],
    ],
  );
  assert.deepEqual(apply(folder, update), folder);
});

test('paths named like object properties are paths', () => {
  const next = [file('__proto__', 'x\n'), file('constructor', 'y\n'), file('toString', 'z\n')];
  const first = plan(undefined, Object.create(null), ...next);
  assert.equal(first.actions.length, 3);
  const folder: Folder = Object.assign(Object.create(null), { constructor: 'mine\n' });
  assert.deepEqual(kinds(plan(first.pristine, folder, ...next.slice(1, 2))), ['keep constructor']);
});
