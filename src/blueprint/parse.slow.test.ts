import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

test('zod is loaded when something is parsed, not before', () => {
  const loads = (code: string) =>
    execFileSync(
      process.execPath,
      [
        '--no-warnings',
        '--input-type=module',
        '-e',
        `
      import { registerHooks } from 'node:module';
      let zod = false;
      registerHooks({ resolve: (name, context, next) => { if (name === 'zod') zod = true; return next(name, context); } });
      const module = await import('#blueprint');
      ${code}
      console.log(zod);`,
      ],
      { encoding: 'utf8', timeout: 15_000 },
    ).trim();
  assert.equal(
    loads(
      'await import("#contract"); module.checkBlueprint(module.buildBlueprint({ name: "a", services: [] }));',
    ),
    'false',
  );
  assert.equal(loads('await module.parseBlueprint({});'), 'true');
});
