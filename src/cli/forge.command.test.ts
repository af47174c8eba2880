import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { command as forge } from './forge.command.ts';
import { runCommandLine } from './test-ports.ts';
import { command as verify } from './verify.command.ts';

const cwd = mkdtempSync(join(tmpdir(), 'forge-'));
after(() => rmSync(cwd, { recursive: true }));

const run = (...argv: string[]) => runCommandLine([forge, verify], argv, { cwd });
const events = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown> & { readonly event: string });

const PRD = `# Bakery

## Cake

- name (string, required)
- price (money)
- baked on (date)

## Open questions

${Array.from({ length: 8 }, (_, index) => `- Is question ${index} open?`).join('\n')}
`;

describe('forge', () => {
  it('tells what it made, assumed and left open, and how to run it', async () => {
    writeFileSync(join(cwd, 'prd.md'), PRD);
    const { code, stdout, stderr } = await run('forge', 'prd.md', '--out', 'out', '--no-verify');
    assert.deepEqual([code, stderr], [0, '']);
    for (const expected of [
      /^✔ read requirements: 1 entities, 3 fields, \d+ of 14 lines used, \d+ open questions/m,
      /^bakery \(typescript\) \w+: \S*out, \d+ files, not verified$/m,
      /^Assumed\n {2}· /m,
      /^Open questions\n( {2}· .+\n){6} {2}… and \d+ more$/m,
      /^All of it: microforge check prd\.md$/m,
      /^Run it: +microforge run \S*out$/m,
    ])
      assert.match(stdout, expected);
  });

  it('names commands that a shell understands, whatever the paths are called', async () => {
    mkdirSync(join(cwd, 'my docs'));
    writeFileSync(join(cwd, 'my docs', "team's.md"), PRD);
    const { stdout } = await run('forge', "my docs/team's.md", '--out', 'a b', '--no-verify');
    assert.match(stdout, /^All of it: microforge check 'my docs\/team'\\''s\.md'$/m);
    assert.match(stdout, /^Run it: +microforge run '\S*a b'$/m);
    assert.match(stdout, /^Or alone: +cd '\S*a b' && npm ci && npm start$/m);

    const long = await run('forge', PRD, '--out', 'long', '--no-verify');
    assert.match(long.stdout, /^All of it: microforge check <requirements>$/m);
  });

  it('refuses a folder that holds another service: forge/other-service', async () => {
    await run('forge', PRD, '--out', 'taken', '--no-verify');
    const other = PRD.replace('# Bakery', '# Library').replace('## Cake', '## Book');
    const { code, stderr } = await run('forge', other, '--out', 'taken', '--no-verify');
    assert.equal(code, 1);
    assert.match(stderr, /holds the service "bakery"; "library" would take its place/);
    assert.match(stderr, /--out/);
    const there = readFileSync(join(cwd, 'taken/.microforge/service.json'), 'utf8');
    assert.match(there, /"service": ?"bakery"/);
  });

  it('refuses a folder that holds the service in another language: forge/other-target', async () => {
    await run('forge', PRD, '--out', 'spoken', '--no-verify');
    const python = ['--target', 'python', '--no-verify'];
    const { code, stderr } = await run('forge', PRD, '--out', 'spoken', ...python);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /forge\/other-target.*holds the service in typescript; in python it would/,
    );
    const there = readFileSync(join(cwd, 'spoken/.microforge/service.json'), 'utf8');
    assert.match(there, /"target": ?"typescript"/);
  });

  it('names the side files of a merge that needs its user', async () => {
    await run('forge', PRD, '--out', 'edited', '--no-verify');
    const service = join(cwd, 'edited/src/service.ts');
    writeFileSync(service, readFileSync(service, 'utf8').replace('pageSize: 20', 'pageSize: 7'));
    const paged = `${PRD}\n## Non-functional requirements\n\n- Lists show 50 items per page\n`;
    const { code, stdout } = await run('forge', paged, '--out', 'edited', '--no-verify');
    assert.equal(code, 1);
    assert.match(
      stdout,
      /your files in \S*edited are untouched, both versions are in src\/service\.ts\.conflict$/m,
    );
    assert.match(readFileSync(`${service}.conflict`, 'utf8'), /^<<<<<<< yours/m);
  });

  it('gives an archive instead of a folder, but not to a terminal: cli/zip-to-terminal', async () => {
    const zip = ['forge', PRD, '--no-verify', '--zip'];
    const { code, stdout } = await run(...zip, '--out', 'cakes.zip');
    assert.equal(code, 0);
    assert.match(stdout, /^bakery \(typescript\) created: \S*bakery, \d+ files, not verified$/m);
    assert.match(stdout, /^Unpack it: unzip cakes\.zip\nRun it: {4}microforge run \S*bakery$/m);
    assert.match(readFileSync(join(cwd, 'cakes.zip'), 'latin1'), /^PK.*bakery\/README\.md/s);
    assert.ok(!existsSync(join(cwd, 'bakery')));
    const refused = await runCommandLine([forge], zip, { cwd, tty: true });
    assert.deepEqual([refused.code, refused.stdout], [2, '']);
    assert.match(refused.stderr, /cli\/zip-to-terminal/);
    const both = await run(...zip, '--run');
    assert.deepEqual([both.code, both.stdout], [2, '']);
  });

  it('says why an archive can not be written: cli/unwritable-file', async () => {
    const { code, stderr } = await run(
      'forge',
      PRD,
      '--no-verify',
      '--zip',
      '--out',
      'no/such.zip',
    );
    assert.equal(code, 1);
    assert.match(stderr, /cli\/unwritable-file.*no\/such\.zip/);
  });

  it('ends with the result as JSON, and verify likewise', async () => {
    const { code, stdout } = await run('forge', PRD, '--out', 'json', '--no-verify', '--json');
    const last = events(stdout).at(-1);
    assert.deepEqual([code, last?.event], [0, 'result']);
    const [service, ...others] = (last?.['services'] ?? []) as Record<string, unknown>[];
    assert.deepEqual(others, []);
    assert.deepEqual(
      [service?.['service'], service?.['target'], service?.['directory']],
      ['bakery', 'typescript', join(cwd, 'json')],
    );

    const verified = await run('verify', 'json', '--gate', 'artefacts', '--json');
    const told = events(verified.stdout);
    assert.deepEqual([verified.code, verified.stderr], [0, '']);
    assert.deepEqual(new Set(told.map(({ event }) => event)), new Set(['stage', 'result']));
    const result = told.at(-1) as unknown as {
      verdict: string;
      verification: { service: string; gates: { name: string; verdict: string }[] };
    };
    assert.equal(result.verdict, 'verified');
    assert.equal(result.verification.service, 'bakery');
    assert.deepEqual(
      result.verification.gates.map(({ name, verdict }) => [name, verdict]),
      [['artefacts', 'passed']],
    );
  });
});
