import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type Ended, Workplace } from './support/command-line.ts';
import { contentOf } from './support/folder-content.ts';

const work = new Workplace();
after(() => work.remove());

const requirements = `# Library

## Book
- title (string, required)
- isbn (string, unique)
`;

/** Every code of an error that was told, in the form for people and in the form for programs. */
async function errorsOf(
  args: readonly string[],
  input?: string,
): Promise<Ended & { readonly errors: readonly string[] }> {
  const options = input === undefined ? {} : { input };
  // One after the other: two that forge into the same folder at once may well be told so.
  const human = await work.run(args, options);
  const json = await work.run([...args, '--json'], options);
  assert.equal(human.code, json.code, json.stderr);
  const told = json.stderr
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => JSON.parse(line) as { code: string; severity: string }[])
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
  for (const code of told) assert.ok(human.stderr.includes(`error[${code}]`), human.stderr);
  for (const line of json.stdout.split('\n').filter((text) => text !== '')) JSON.parse(line);
  return { ...human, errors: told };
}

/** As a person who tells a story would write: thousands of lines without any data. */
function novel(): string {
  const sentence =
    'She looked out of the window, where the rain had begun again, and thought of the long way home. ';
  return Array.from(
    { length: 400 },
    (_, index) => `Chapter ${index + 1}\n\n${sentence.repeat(6)}\n`,
  ).join('\n');
}

before(() => {
  writeFileSync(work.path('library.md'), requirements);
  writeFileSync(work.path('empty.md'), '');
  writeFileSync(work.path('blank.md'), '\n \t\r\n\n');
  writeFileSync(work.path('binary.md'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff, 0xfe]));
  writeFileSync(work.path('novel.md'), novel());
  writeFileSync(work.path('huge.md'), novel().repeat(Math.ceil(5e6 / novel().length)));
  writeFileSync(work.path('gigantic.md'), Buffer.alloc(17 * 1024 * 1024, 'a'));
  writeFileSync(work.path('secret.md'), requirements);
  mkdirSync(work.path('folder'));
});

describe('requirements that nothing can be made of', () => {
  const cases: readonly (readonly [file: string, code: string])[] = [
    ['empty.md', 'intake/empty'],
    ['blank.md', 'intake/empty'],
    ['binary.md', 'cli/not-text'],
    ['novel.md', 'intake/no-data'],
    ['huge.md', 'intake/too-large'],
    ['gigantic.md', 'cli/unreadable-requirements'],
    ['missing.md', 'cli/unreadable-requirements'],
    ['folder', 'cli/unreadable-requirements'],
  ];
  for (const [file, code] of cases) {
    it(`${file}: ${code}, nothing on stdout, no folder`, async () => {
      // Commands that read requirements share the way they do it: each here, all of them once below.
      const printed = await errorsOf(['blueprint', file]);
      assert.deepEqual([printed.code, printed.errors, printed.stdout], [1, [code], '']);
      const forged = await errorsOf(['forge', file, '--no-verify', '--out', 'never']);
      assert.deepEqual([forged.code, forged.errors], [1, [code]]);
      assert.ok(!existsSync(work.path('never')));
    });
  }

  it('are refused in the same way by check and contract', async () => {
    for (const command of ['check', 'contract']) {
      const { code, errors, stdout } = await errorsOf([command, 'empty.md']);
      assert.deepEqual([code, errors, stdout], [1, ['intake/empty'], '']);
    }
  });

  it('come from standard input as well', async () => {
    assert.deepEqual((await errorsOf(['blueprint', '-'], '')).errors, ['intake/empty']);
    const good = await work.run(['blueprint', '-'], { input: requirements });
    assert.equal(good.code, 0, good.stderr);
    assert.equal((JSON.parse(good.stdout) as { formatVersion: number }).formatVersion, 1);
  });
});

describe('places where nothing can be published', () => {
  const forge = (out: string) => errorsOf(['forge', 'library.md', '--no-verify', '--out', out]);

  it('a file', async () => {
    writeFileSync(work.path('file'), 'mine');
    for (const out of ['file', 'file/below']) {
      const { code, errors } = await forge(out);
      assert.deepEqual([code, errors], [1, ['files/not-a-folder']]);
    }
    assert.deepEqual(contentOf(work.path(), ['tmp']).has('file'), true);
  });

  it('a folder with something else in it, which stays as it was', async () => {
    mkdirSync(work.path('foreign'));
    writeFileSync(work.path('foreign', 'letter.txt'), 'dear reader');
    const { code, errors } = await forge('foreign');
    assert.deepEqual([code, errors], [1, ['files/not-a-service']]);
    assert.deepEqual(readdirSync(work.path('foreign')), ['letter.txt']);
  });

  it('a file system that can not be written', async () => {
    const { code, errors } = await forge('/proc/service');
    assert.equal(code, 1);
    assert.equal(errors.length, 1);
    assert.match(errors[0] ?? '', /^files\//);
  });

  it(
    'a folder without permission',
    { skip: process.getuid?.() === 0 && 'root may do all' },
    async () => {
      mkdirSync(work.path('locked'));
      chmodSync(work.path('locked'), 0o555);
      assert.deepEqual((await forge('locked/service')).errors, ['files/unwritable']);
    },
  );

  it('leave nothing behind', () => {
    assert.deepEqual(
      readdirSync(work.path()).filter((name) => name.startsWith('.')),
      [],
    );
  });
});

describe('wrong use', () => {
  const cases: readonly (readonly [args: readonly string[], code: string])[] = [
    [['forge', 'library.md', '--target', 'cobol'], 'forge/unknown-target'],
    [['forge', 'library.md', '--target', ''], 'cli/bad-option'],
    [['forge', 'library.md', '--seed', 'x'], 'cli/bad-option'],
    [['forge', 'library.md', '--run', '--port', '70000'], 'cli/bad-option'],
    [['forge', 'library.md', '--no-verfy'], 'cli/bad-option'],
    [['forge'], 'cli/wrong-arguments'],
    [['forge', 'a', 'b'], 'cli/wrong-arguments'],
    [['frge', 'library.md'], 'cli/unknown-command'],
    [['contract', 'library.md', '--openapi', '2.0'], 'cli/bad-option'],
    [['contract', 'library.md', '--format', 'xml'], 'cli/bad-option'],
    [['contract', 'library.md', '--service', 'shop'], 'cli/unknown-service'],
    [['contract', 'diff', 'a.yaml'], 'cli/bad-option'],
    [['verify', 'folder', '--seed', '-1'], 'cli/bad-option'],
    [['run', 'folder', '--port', 'http'], 'cli/bad-option'],
  ];
  for (const [args, code] of cases) {
    it(`${args.join(' ')}: ${code}`, async () => {
      const { code: exit, errors } = await errorsOf(args);
      assert.deepEqual([exit, errors], [2, [code]]);
    });
  }

  it('contract diff of documents that are none', async () => {
    writeFileSync(work.path('list.yaml'), '- a\n- b\n');
    const missing = await errorsOf(['contract', 'diff', 'gone.yaml', 'list.yaml']);
    assert.deepEqual(
      [missing.code, missing.errors],
      [1, ['cli/unreadable-document', 'cli/unreadable-document']],
    );
    assert.equal(missing.stdout, '');
  });
});

describe('a forged service', () => {
  before(async () => {
    const args = ['forge', 'library.md', '--no-verify', '--out', 'library'];
    const { code, stderr } = await work.run(args);
    assert.equal(code, 0, stderr);
  });

  it('has gates of certain names', async () => {
    const { code, errors } = await errorsOf(['verify', 'library', '--gate', 'boot,boots']);
    assert.deepEqual([code, errors], [2, ['verify/unknown-gate']]);
  });

  it('can not listen on a port that is taken, and says so', async (t) => {
    const server = createServer().listen(0, '127.0.0.1');
    t.after(() => server.close());
    const { port } = await new Promise<AddressInfo>((resolve) =>
      server.once('listening', () => resolve(server.address() as AddressInfo)),
    );
    for (const args of [
      ['run', 'library', '--port', String(port)],
      ['forge', 'library.md', '--no-verify', '--out', 'library', '--run', '--port', String(port)],
    ]) {
      const { code, errors, stderr } = await errorsOf(args);
      assert.deepEqual([code, errors], [1, ['verify/not-started']]);
      assert.match(stderr, /EADDRINUSE|in use/);
    }
    assert.deepEqual(await work.strayProcesses(), []);
  });

  it('that is missing or damaged is told from a good one', async () => {
    for (const command of ['run', 'verify']) {
      for (const folder of ['nowhere', 'folder']) {
        const { code, errors } = await errorsOf([command, folder]);
        assert.equal(code, 1);
        assert.equal(errors.length, 1, errors.join());
      }
    }
    for (const [file, text, commands] of [
      ['service.json', '{"target":"typescript"', ['run', 'verify']],
      ['service.json', 'null', ['run', 'verify']],
      ['service.json', '{"target":"cobol","service":"library"}', ['run', 'verify']],
      ['blueprint.json', '{"formatVersion":', ['verify']],
      ['blueprint.json', '{"formatVersion":1}', ['verify']],
      ['blueprint.json', '[]', ['verify']],
    ] as const) {
      writeFileSync(work.path('library', '.microforge', file), text);
      for (const command of commands) {
        const { code, errors } = await errorsOf([command, 'library']);
        assert.deepEqual([code, errors.length], [1, 1], `${command} with ${file} ${text}`);
      }
      const forge = ['forge', 'library.md', '--no-verify', '--out', 'library'];
      if (text.includes('cobol')) {
        // It may be right, and made by somebody who knows more targets.
        const { code, errors } = await errorsOf(forge);
        assert.deepEqual([code, errors], [1, ['forge/other-target']]);
        writeFileSync(work.path('library', '.microforge', file), 'null');
      }
      // Forging again repairs it, and says no more than a warning.
      const again = await work.run(forge);
      assert.equal(again.code, 0, `forge with ${file} ${text}: ${again.stderr}`);
    }
  });

  it('that is another one is neither verified as this one nor replaced', async () => {
    const identity = work.path('library', '.microforge', 'service.json');
    const before = readFileSync(identity, 'utf8');
    writeFileSync(identity, '{"target":"typescript","service":"shop"}');
    const verified = await errorsOf(['verify', 'library']);
    assert.deepEqual([verified.code, verified.errors.length], [1, 1]);
    const forged = await errorsOf(['forge', 'library.md', '--no-verify', '--out', 'library']);
    assert.deepEqual([forged.code, forged.errors], [1, ['forge/other-service']]);
    writeFileSync(identity, before);
  });
});
