import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line } from './statements.ts';

test('a statement that is too long is broken as rustfmt breaks it', () => {
  const space = ' '.repeat(8);
  assert.equal(
    line('owner.refuses(PATH, &cases).await;'),
    `${space}owner.refuses(PATH, &cases).await;\n`,
  );
  const member = (name: string) => `owner.member("${name}", "a.b", false, &record, &given).await`;
  const long = member('n'.repeat(30));
  assert.equal(line(`let answer = ${long};`), `${space}let answer =\n${space}    ${long};\n`);
  const name = 'n'.repeat(40);
  assert.equal(
    line(`let answer = ${member(name)};`),
    [
      `${space}let answer = owner\n`,
      `${space}    .member("${name}", "a.b", false, &record, &given)\n`,
      `${space}    .await;\n`,
    ].join(''),
  );
});
