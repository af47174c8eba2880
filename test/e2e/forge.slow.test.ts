import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from '../../scripts/root.ts';
import { type Ended, Workplace } from './support/command-line.ts';
import { contentOf, identityOf } from './support/folder-content.ts';

const work = new Workplace();
after(() => work.remove());

const library = (titleLength: number, more = '') => `# Library

## Book
- title (string, required, max length ${titleLength})
- isbn (string, unique)
${more}`;

interface ForgeResult {
  readonly event: string;
  readonly services: readonly {
    readonly outcome: string;
    readonly verification?: { readonly verdict: string };
  }[];
}

/** The last event of a command with `--json`; every line has to be one. */
function resultOf({ stdout, stderr }: Ended): ForgeResult {
  const events = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ForgeResult);
  const last = events.at(-1);
  assert.equal(last?.event, 'result', stderr);
  return last;
}

function outcomeOf(ended: Ended): string {
  const { services } = resultOf(ended);
  assert.equal(services.length, 1, ended.stderr);
  return services[0]?.outcome ?? '';
}

const forge = (requirements: string, out: string, ...more: string[]) =>
  work.run(['forge', requirements, '--out', out, '--no-verify', '--json', ...more]);

describe('forge with all gates', () => {
  copyFileSync(join(root, 'examples', 'team-tasks.md'), work.path('team-tasks.md'));
  // Below a folder that git ignores, as `npm start` does: tools must not pass the service by.
  const tasks = 'repository/build/tasks';
  mkdirSync(work.path('repository', '.git'), { recursive: true });
  writeFileSync(work.path('repository', '.gitignore'), 'build/\n');
  const verified = () =>
    work.run(['forge', 'team-tasks.md', '--out', tasks, '--json'], { seconds: 120 });

  it('publishes a verified service', async () => {
    const ended = await verified();
    assert.equal(ended.code, 0, ended.stdout + ended.stderr);
    assert.equal(outcomeOf(ended), 'created');
    assert.equal(resultOf(ended).services[0]?.verification?.verdict, 'verified');
    const reports = readdirSync(work.path(tasks, '.microforge', 'verification')).sort();
    assert.deepEqual(reports, ['findings.sarif', 'junit.xml', 'summary.txt', 'verification.json']);
  });

  it('leaves every file alone when nothing has changed', async () => {
    const before = identityOf(work.path(tasks));
    const ended = await verified();
    assert.deepEqual([ended.code, outcomeOf(ended)], [0, 'unchanged'], ended.stderr);
    assert.deepEqual(identityOf(work.path(tasks)), before);
  });

  it('publishes nothing when a gate is red, and leaves what is there', async () => {
    const entry = work.path(tasks, 'src', 'app.ts');
    writeFileSync(entry, `${readFileSync(entry, 'utf8')}\nthrow new Error('edited by hand');\n`);
    const before = identityOf(work.path(tasks));
    const prd = readFileSync(work.path('team-tasks.md'), 'utf8');
    writeFileSync(work.path('more.md'), prd.replace('- colour (', '- shade (string)\n- colour ('));
    const ended = await work.run(['forge', 'more.md', '--out', tasks], { seconds: 120 });
    assert.equal(ended.code, 1);
    assert.match(ended.stderr, /error\[forge\/not-published\]: The gates .*boot/);
    assert.match(ended.stdout, /edited by hand/);
    assert.deepEqual(identityOf(work.path(tasks)), before);
  });

  it('leaves no process and no temporary folder behind', async () => {
    assert.deepEqual(await work.strayProcesses(), []);
    assert.deepEqual(work.temporaryFiles(), []);
    assert.deepEqual(readdirSync(work.path('repository', 'build')), ['tasks']);
  });

  it('stops when asked to, publishes nothing and says nothing of a bug', async () => {
    const running = work.start(['forge', 'team-tasks.md', '--out', 'stopped']);
    await running.until(/boot/);
    running.process.kill('SIGINT');
    const { code, stderr } = await running.ended;
    assert.equal(code, 1, stderr);
    assert.equal(stderr, 'Stopped.\n');
    assert.ok(!existsSync(work.path('stopped')));
    assert.deepEqual(await work.strayProcesses(), []);
    assert.deepEqual(work.temporaryFiles(), []);
  });
});

describe('run', () => {
  it('serves a forged service until SIGTERM, and then ends well', async () => {
    writeFileSync(work.path('shop.md'), library(80));
    assert.equal((await forge('shop.md', 'shop')).code, 0);
    const running = work.start(['run', 'shop', '--port', '0']);
    const [url = ''] = await running.until(/http:\/\/127\.0\.0\.1:\d+/);
    assert.equal((await fetch(`${url}/health/ready`)).status, 200);
    const served = await (await fetch(`${url}/openapi.json`)).text();
    assert.equal(served, readFileSync(work.path('shop', 'openapi.json'), 'utf8'));
    const account = await fetch(`${url}/api/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ada@example.com', password: 'correct horse battery' }),
    });
    assert.equal(account.status, 201);
    const { token } = (await account.json()) as { token: string };
    const books = await fetch(`${url}/api/books`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.deepEqual(await books.json(), { items: [], nextCursor: null });
    running.process.kill('SIGTERM');
    assert.equal((await running.ended).code, 0);
    assert.deepEqual(await work.strayProcesses(), []);
    await assert.rejects(fetch(url));
  });
});

describe('forge again', () => {
  it('gives the same bytes in every folder', async () => {
    writeFileSync(work.path('library.md'), library(80));
    const codes = await Promise.all(
      ['one', 'two'].map(async (out) => (await forge('library.md', out)).code),
    );
    assert.deepEqual(codes, [0, 0]);
    assert.ok(contentOf(work.path('one')).size > 50);
    assert.deepEqual(contentOf(work.path('one')), contentOf(work.path('two')));
  });

  it('updates what the requirements change, keeps the edits of the user and all other files', async () => {
    const fields = work.path('one', 'src', 'main.ts');
    writeFileSync(fields, `// Mine: do not touch.\n${readFileSync(fields, 'utf8')}`);
    writeFileSync(work.path('one', 'NOTES.txt'), 'mine too');
    const before = identityOf(work.path('one'));
    writeFileSync(work.path('library.md'), library(80, '- pages (integer)\n'));
    const ended = await forge('library.md', 'one');
    assert.deepEqual([ended.code, outcomeOf(ended)], [0, 'updated'], ended.stderr);
    assert.match(readFileSync(fields, 'utf8'), /^\/\/ Mine: do not touch\.\n/);
    assert.match(readFileSync(work.path('one', 'openapi.json'), 'utf8'), /"pages"/);
    const after = identityOf(work.path('one'));
    for (const path of ['NOTES.txt', 'src/main.ts', 'src/app.ts', 'tsconfig.json'])
      assert.equal(after.get(path), before.get(path), path);
  });

  it('merges an edit with a change elsewhere in the same file', async () => {
    const file = work.path('one', 'package.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"private": true,', '"private": true,\n  "author": "Ada",'));
    writeFileSync(work.path('library.md'), library(90, '- pages (integer)\n- shelf (string)\n'));
    const ended = await forge('library.md', 'one');
    assert.equal(ended.code, 0, ended.stderr);
    assert.equal((JSON.parse(readFileSync(file, 'utf8')) as { author: string }).author, 'Ada');
  });

  it('keeps the old version when both changed the same lines', async () => {
    const file = readdirSync(work.path('one', 'src', 'resources'), {
      recursive: true,
      encoding: 'utf8',
    }).find((path) => path.endsWith('book.fields.ts'));
    const path = work.path('one', 'src', 'resources', file ?? '');
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes('90'), text);
    writeFileSync(path, text.replace('90', '95'));
    const before = identityOf(work.path('one'));
    writeFileSync(work.path('library.md'), library(70, '- pages (integer)\n- shelf (string)\n'));
    const ended = await forge('library.md', 'one');
    assert.deepEqual([ended.code, outcomeOf(ended)], [1, 'refused']);
    assert.match(ended.stderr, /files\/merge-conflict/);
    const after = identityOf(work.path('one'));
    const added = [...after.keys()].filter((name) => !before.has(name));
    for (const [name, identity] of before)
      if (!name.startsWith('.microforge/')) assert.equal(after.get(name), identity, name);
    assert.equal(added.length, 1, added.join());
    // The side file is the way out: without markers it becomes the file.
    const side = work.path('one', added[0] ?? '');
    writeFileSync(side, readFileSync(path, 'utf8').replace('95', '75'));
    const again = await forge('library.md', 'one');
    assert.deepEqual([again.code, outcomeOf(again)], [0, 'updated'], again.stderr);
    assert.match(readFileSync(path, 'utf8'), /75/);
    assert.ok(!existsSync(side));
  });
});
