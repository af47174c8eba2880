import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { buildBlueprint, buildEntity, buildField, buildService, canonicalJson } from '#blueprint';
import { fileTree, pristineFiles } from '#files';
import { stringify } from 'yaml';
import { gateContext } from '../../../test/support/gate-context.ts';
import { gate } from './artefacts.gate.ts';

let directory = '';

/** A service whose contract is as short as one can be: it is read again in every test. */
const title = buildField('page', { name: 'title', type: { kind: 'string' }, maxLength: 255 });
const page = buildEntity({ name: 'page', plural: 'pages', fields: [title] });
const blueprint = buildBlueprint({
  name: 'notes',
  services: [buildService({ name: 'notes', access: 'public', entities: [page] })],
});

describe('the artefacts gate', () => {
  const files = serviceFiles();
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'microforge-test-'));
    for (const { path, content } of files) write(path, content);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('passes what was generated, also without a file that is the user’s', async () => {
    assert.deepEqual(await findings(), []);
    rmSync(join(directory, 'README.md'));
    assert.deepEqual(await findings(), []);
  });

  it('finds verify/file-missing', async () => {
    rmSync(join(directory, 'src/main.ts'));
    assert.deepEqual(await findings(), [`verify/file-missing 'src/main.ts' is missing.`]);
  });

  it('finds verify/file-unparsable in JSON and YAML', async () => {
    write('package.json', '{');
    write('asyncapi.yaml', 'a: [');
    assert.deepEqual(
      (await findings()).map((line) => line.split(':')[0]),
      [
        `verify/file-unparsable 'asyncapi.yaml' can't be read`,
        `verify/file-unparsable 'package.json' can't be read`,
      ],
    );
  });

  it('finds verify/contract-differs in either spelling', async () => {
    for (const path of ['openapi.json', 'openapi.yaml']) {
      write(path, readFileSync(join(directory, path), 'utf8').replace('255', '256'));
    }
    const found = await findings();
    assert.equal(found.length, 2);
    assert.match(
      found[0] ?? '',
      /^verify\/contract-differs 'openapi\.json' .* 256 instead of 255\.$/,
    );
  });

  it('finds verify/foreign-host, verify/inconsistent and verify/file-too-large', async () => {
    const packages = {
      '': { name: 'notes' },
      'node_modules/one': { resolved: 'https://evil.example/one.tgz' },
    };
    write('package-lock.json', JSON.stringify({ packages }));
    write('src/main.ts', 'x'.repeat(6_000_000));
    const codes = (await findings()).map((line) => line.split(' ')[0]);
    assert.deepEqual(codes, [
      'verify/foreign-host',
      'verify/file-too-large',
      'verify/inconsistent',
    ]);
  });

  it('does not pass without a pristine copy', async () => {
    rmSync(join(directory, '.microforge/pristine.json'));
    assert.match((await findings())[0] ?? '', /^files\/pristine-unreadable/);
    assert.equal((await gate.run(gateContext({ directory, blueprint }))).verdict, 'failed');
  });
});

/** What stands in a service's folder: files that a target could have made, and their pristine copy. */
function serviceFiles(): readonly { readonly path: string; readonly content: string }[] {
  const { openapi, asyncapi } = gateContext({ blueprint }).contract;
  const packages = {
    '': { name: 'notes', dependencies: { one: '1.0.0' } },
    'node_modules/one': {},
  };
  const files = {
    'package.json': { name: 'notes', dependencies: { one: '1.0.0' } },
    'package-lock.json': { packages },
    'openapi.json': openapi,
    'openapi.yaml': openapi,
    'asyncapi.yaml': asyncapi,
    'src/main.ts': 'x',
    'README.md': 'mine',
  };
  const tree = Object.entries(files).map(([path, value]) => ({
    path,
    content: path.endsWith('.yaml')
      ? stringify(value)
      : typeof value === 'string'
        ? value
        : JSON.stringify(value),
    owner: path === 'README.md' ? ('scaffold' as const) : ('generated' as const),
    sources: [],
  }));
  const own = pristineFiles({ files: fileTree(tree), pending: new Map() }, canonicalJson({}));
  return [...tree, ...own];
}

async function findings(): Promise<readonly string[]> {
  const result = await gate.run(gateContext({ directory, blueprint }));
  assert.equal(result.verdict === 'passed', result.findings.length === 0);
  return result.findings.map(({ code, message }) => `${code} ${message}`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
}
