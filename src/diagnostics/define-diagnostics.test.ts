import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineDiagnostics } from './define-diagnostics.ts';

const example = defineDiagnostics('intake', {
  'unknown-type': {
    severity: 'error',
    message: (p: { type: string; known: readonly string[] }) =>
      `There is no type '${p.type}' (${p.known.map((name) => name.toUpperCase()).join(', ')}).`,
    help: (p: { nearest: string; count: number }) =>
      `Did you mean '${p.nearest}' (${p.count.toFixed(1)})?`,
  },
  'no-data': {
    severity: 'warning',
    message: () => 'It describes no data.',
    help: 'Name an entity.',
  },
});

test('a code is the module and the name, parameters go into message and help', () => {
  const span = { document: 'prd.md', line: 2, column: 3, endLine: 2, endColumn: 8 };
  const diagnostic = example.create(
    'unknown-type',
    { type: 'strng', known: ['a', 'b'], nearest: 'string', count: 2 },
    span,
  );
  assert.deepEqual(diagnostic, {
    code: 'intake/unknown-type',
    severity: 'error',
    message: "There is no type 'strng' (A, B).",
    help: "Did you mean 'string' (2.0)?",
    source: span,
  });
});

test('a diagnostic without a place has no source property', () => {
  assert.deepEqual(Object.keys(example.create('no-data', {})), [
    'code',
    'severity',
    'message',
    'help',
  ]);
});

test('describe shows the parameters by name, whatever the message does with them', () => {
  assert.deepEqual(example.describe(), [
    {
      code: 'intake/unknown-type',
      severity: 'error',
      message: "There is no type '{type}' ({known}).",
      help: "Did you mean '{nearest}' ({count})?",
    },
    {
      code: 'intake/no-data',
      severity: 'warning',
      message: 'It describes no data.',
      help: 'Name an entity.',
    },
  ]);
});

test('placeholders survive iteration, comparison and JSON', () => {
  const set = defineDiagnostics('x', {
    y: {
      severity: 'info',
      message: (p: { items: readonly string[]; n: number; deep: { name: string } }) =>
        `${[...p.items].join(' ')} ${p.n === 1 ? 'one' : `${p.n} things`} ${p.deep.name} ${JSON.stringify({ v: p.n })}`,
      help: 'h',
    },
  });
  assert.equal(set.describe()[0]?.message, '{items} {n} things {deep} {"v":"{n}"}');
});

test('the compiler checks codes and parameters', () => {
  // @ts-expect-error -- no such code
  assert.throws(() => example.create('unknown', {}), /No diagnostic 'intake\/unknown'/);
  // @ts-expect-error -- a parameter of the help is missing
  example.create('unknown-type', { type: 'a', known: [], count: 1 });
});

test('a code that is not kebab-case is a bug', () => {
  const definition = { severity: 'error', message: () => '', help: '' } as const;
  assert.throws(() => defineDiagnostics('x', { notKebab: definition }), /kebab-case/);
});
