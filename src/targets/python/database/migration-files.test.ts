import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildBlueprint, buildEntity, buildField, buildService } from '#blueprint';
import type { Field } from '#blueprint';
import { createContract } from '#contract';
import type { PreviousFile } from '../../target.ts';
import { migrationFiles } from './migration-files.ts';

const HOSTILE = 'a"""b\\n\\\'; drop table "x" -- %s :name \u202e';

const field = (name: string, more: Partial<Field> = {}) =>
  buildField('note', { name, type: { kind: 'string' }, ...more });

/** The migrations of a service of notes. */
function made(
  fields: readonly Field[],
  files: readonly PreviousFile[] = [],
  added: readonly PreviousFile[] = [],
) {
  const note = buildEntity({ name: 'note', plural: 'notes', fields });
  const service = buildService({ name: 'notes', entities: [note] });
  const blueprint = buildBlueprint({ name: 'notes', services: [service] });
  const contract = createContract({ blueprint, service });
  const previous = files.length > 0 && { previous: { files, added } };
  return migrationFiles({ blueprint, service, contract, ...previous });
}

const first = made([field('title')]).files;
const wider = [field('title'), field('more', { default: { kind: 'value', value: HOSTILE } })];

describe('the migrations of a Python service', () => {
  it('follow each other, and stay as they were published', () => {
    const { files, diagnostics } = made(wider, first);
    assert.deepEqual(diagnostics, []);
    const paths = files.map(({ path }) => path).filter((path) => path.endsWith('.py'));
    assert.deepEqual(paths, [
      'migrations/versions/0001_init.py',
      'migrations/versions/0002_note_more.py',
    ]);
    const published = (path: string) => (file: PreviousFile) => file.path === path;
    assert.equal(
      files.find(published(paths[0] ?? ''))?.content,
      first.find(published(paths[0] ?? ''))?.content,
    );
    assert.match(files.at(-1)?.content ?? '', /^revision = "0002"\ndown_revision = "0001"$/m);
    assert.deepEqual(made(wider, files).files, files.toSorted(byPath).toSorted(byKind));
  });

  it('hold whatever text a default has, as text', () => {
    const { content = '' } = made(wider, first).files.at(-1) ?? {};
    assert.ok(
      content.includes(String.raw`a\"\"\"b\\n\\''; drop table "x" -- %s :name \u202e`),
      content,
    );
  });

  it('follow what the user added, and ask where that is not one line: targets/several-heads', () => {
    const mine = (name: string, follows: string) => ({
      path: `migrations/versions/${name}_mine.py`,
      content: `revision = "${name}"\ndown_revision = "${follows}"\n`,
    });
    const { files } = made(wider, first, [mine('abc', '0001')]);
    assert.match(files.at(-1)?.content ?? '', /^down_revision = "abc"$/m);
    const branched = made(wider, first, [mine('abc', '0001'), mine('def', '0001')]);
    assert.deepEqual(
      branched.diagnostics.map(({ code }) => code),
      ['targets/several-heads'],
    );
  });
});

const byPath = (a: PreviousFile, b: PreviousFile) => (a.path < b.path ? -1 : 1);
/** The schema comes after the migrations. */
const byKind = (a: PreviousFile, b: PreviousFile) =>
  Number(a.path.startsWith('.')) - Number(b.path.startsWith('.'));
