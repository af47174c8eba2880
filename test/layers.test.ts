import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileViolations } from '../scripts/file-rules.ts';
import { imports, layerViolations } from '../scripts/layer-rules.ts';
import { packageViolations } from '../scripts/package-rules.ts';
import { layers } from '../src/layers.ts';

// That they hold in the tree itself is a step of `npm run check`: scripts/layers.ts.

/** The violations of one planted file in an otherwise empty tree. */
const planted = (path: string, text: string) => layerViolations(new Map([[path, text]]), layers);

describe('layers', () => {
  it('are listed bottom to top', () => {
    assert.deepEqual(
      layers.map(({ layer }) => layer),
      layers.map(({ layer }) => layer).sort((a, b) => a - b),
    );
  });

  const violations: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'only lower layers': ['src/intake/a.ts', `import { verify } from '#verify';`],
    'only lower layers, the same is not lower': [
      'src/rules/a.ts',
      `import type { X } from '#contract';`,
    ],
    'only lower layers, over lines': [
      'src/rules/a.ts',
      `import {\n  a,\n  b,\n} from '#contract';`,
    ],
    'only lower layers, exports too': ['src/rules/a.ts', `export * from '#cli';`],
    'only lower layers, dynamic too': ['src/rules/a.ts', `const m = await import('#cli');`],
    'never deeper': ['src/verify/a.ts', `import { x } from '#blueprint/field.ts';`],
    'reaches out of its module': ['src/verify/a.ts', `import { x } from '../blueprint/index.ts';`],
    'reaches out of its module, tests too': [
      'src/verify/a.test.ts',
      `import '../blueprint/field.ts';`,
    ],
    'its own module': ['src/verify/a.ts', `import { x } from '#verify';`],
    'is pure': ['src/targets/rust/a.ts', `import { readFileSync } from 'node:fs';`],
    'adapters are loaded': ['src/process/a.ts', `import { x } from './adapters/x.ts';`],
    'not in src/layers.ts': ['src/helpers/a.ts', ''],
  };
  for (const [problem, [path, text]] of Object.entries(violations)) {
    it(`reports: ${problem}`, () => {
      const [first, ...others] = planted(path, text);
      assert.match(first ?? 'nothing reported', new RegExp(problem.split(',')[0]!));
      assert.deepEqual(others, []);
    });
  }

  it('allow lower modules, own files, and node: where it is needed', () => {
    const text = `import { a } from '#blueprint';\nimport { b } from './b.ts';\nimport fs from 'node:fs';`;
    assert.deepEqual(planted('src/verify/gates/a.ts', text), []);
    assert.deepEqual(planted('src/rules/a.test.ts', `import test from 'node:test';`), []);
    assert.deepEqual(planted('src/process/adapters/a.ts', `import fs from 'node:fs';`), []);
    const lazy = `import type { X } from './adapters/x.ts';\nconst load = () => import('./adapters/x.ts');`;
    assert.deepEqual(planted('src/process/a.ts', lazy), []);
    assert.deepEqual(
      planted('src/cli/a.ts', `// import { x } from '#cli';\n * import('#cli')`),
      [],
    );
  });

  it('see every form of import', () => {
    const text = `import 'a';\nimport b from "b";\nimport type {\n  C,\n} from 'c';\nexport { d } from 'd';\nimport('e');`;
    assert.deepEqual(imports(text).sort(), ['a', 'b', 'c', 'd', 'e']);
  });
});

describe('packages', () => {
  const planted = (text: string) =>
    packageViolations(new Map([['packages/runtime/src/bus/a.test.ts', text]]));

  it('report what reaches out of them', () => {
    const outside = [
      `import { x } from '#blueprint';`,
      `import { x } from '../../../../src/blueprint/index.ts';`,
      `import { root } from '../../../../scripts/root.ts';`,
      `export { x } from '../../../other/src/index.ts';`,
    ];
    for (const text of outside) assert.match(planted(text)[0] ?? '', /reaches out of its package/);
    assert.deepEqual(
      planted(`import a from '../a.ts';\nimport b from 'node:fs';\nimport 'ajv';`),
      [],
    );
  });
});

describe('file rules', () => {
  it('report sizes, names and default exports', () => {
    const report = (path: string, text: string) => fileViolations(new Map([[path, text]]))[0];
    assert.match(report('src/a/long.ts', '\n'.repeat(401)) ?? '', /401 lines/);
    assert.match(report('src/a/longish.ts', '\n'.repeat(81)) ?? '', /median is 81/);
    assert.match(report('src/a/CamelCase.ts', '') ?? '', /kebab-case/);
    assert.match(report('src/a/a.ts', 'export default 1;') ?? '', /default export/);
    assert.match(report('src/a/a.test.ts', '\nbeforeEach(() => {});') ?? '', /into a describe/);
    assert.equal(report('src/a/a.test.ts', '\n  afterEach(() => {});'), undefined);
    assert.equal(report('src/a/registry.gen.ts', '\n'.repeat(500)), undefined);
  });
});
