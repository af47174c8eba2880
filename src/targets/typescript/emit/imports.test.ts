import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Imports } from './imports.ts';

describe('Imports', () => {
  it('prints each name once, sorted, values before types', () => {
    const imports = new Imports();
    for (const name of ['text', 'date', 'text']) imports.value('./fields.ts', name);
    imports.type('./fields.ts', 'RecordOf');
    imports.value('./caller.ts', 'hasRole');
    assert.equal(
      imports.print(),
      "import { hasRole } from './caller.ts';\nimport { date, text } from './fields.ts';\nimport type { RecordOf } from './fields.ts';\n",
    );
  });

  it('breaks a line that is too long', () => {
    const imports = new Imports();
    const names = ['a', 'b', 'c'].map((letter) => letter.repeat(30));
    for (const name of names) imports.value('./fields.ts', name);
    assert.equal(
      imports.print(),
      `import {\n${names.map((name) => `  ${name},\n`).join('')}} from './fields.ts';\n`,
    );
  });
});
