import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { installPython } from '../support/python-environment.ts';
import { installRust } from '../support/rust-environment.ts';
import { editPlaces } from './support/edit-places.ts';
import { type Running, Workplace } from './support/command-line.ts';

const FIRST = `# Notes

## Task
- title (string, required)
- priority: low, medium, high
- notes (text)

## Comment
- body (text, required)
- task (reference to Task, required)
`;

/** A field goes, a choice goes, three fields come: with a default, without, and unique. */
const SECOND = `# Notes

## Task
- title (string, required, unique)
- priority: low, high
- done (boolean, required, default false)
- due date

## Comment
- body (text, required)
- stars (integer, required, default 3)
- task (reference to Task, required)
`;

/** Where a user of each target puts a line of his own, and the comment that starts one. */
const targets = {
  typescript: {
    edited: ['src/main.ts', 'src/resources/tasks/task.fields.ts'],
    comment: '//',
    install: async () => undefined,
  },
  python: {
    edited: ['main.py', 'app/resources/tasks/schema.py'],
    comment: '#',
    install: installPython,
  },
  rust: {
    edited: ['src/main.rs', 'src/resources/tasks.rs'],
    comment: '//',
    install: installRust,
  },
};

interface Record {
  readonly id: string;
  readonly [property: string]: unknown;
}

for (const [target, { edited, comment, install }] of Object.entries(targets)) {
  describe(`a ${target} service whose requirements change`, () => {
    const work = new Workplace();
    after(() => work.remove());
    const path = (name: string) => work.path('notes', ...name.split('/'));
    let headers = { 'content-type': 'application/json', authorization: '' };
    let missing: string | undefined;

    async function start(): Promise<{ readonly url: string; readonly running: Running }> {
      const running = work.start(['run', 'notes', '--port', '0']);
      const [url = ''] = await running.until(/http:\/\/127\.0\.0\.1:\d+/);
      return { url, running };
    }
    async function stop(running: Running): Promise<void> {
      running.process.kill('SIGTERM');
      assert.equal((await running.ended).code, 0);
    }
    async function post(url: string, body: object): Promise<Record> {
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      const text = await answer.text();
      assert.equal(answer.status, 201, text);
      return JSON.parse(text) as Record;
    }
    async function list(url: string): Promise<readonly Record[]> {
      const answer = await fetch(url, { headers });
      assert.equal(answer.status, 200);
      return ((await answer.json()) as { items: Record[] }).items;
    }

    it('keeps its records and the edits of its user', async (t) => {
      writeFileSync(work.path('first.md'), FIRST);
      writeFileSync(work.path('second.md'), SECOND);
      const made = ['forge', 'first.md', '--target', target, '--out', 'notes', '--no-verify'];
      assert.equal((await work.run(made)).code, 0);
      missing = await install(path('.'));
      if (missing !== undefined) return t.skip(missing);
      const before = await start();
      const account = await post(`${before.url}/api/auth/register`, {
        email: 'ada@example.com',
        password: 'correct horse battery',
      });
      headers = { ...headers, authorization: `Bearer ${String(account['token'])}` };
      const task = await post(`${before.url}/api/tasks`, {
        title: 'One',
        priority: 'low',
        notes: 'keep me',
      });
      await post(`${before.url}/api/comments`, { body: 'Mine', taskId: task.id });
      const first = await fetch(`${before.url}/api/tasks/${task.id}`, { headers });
      const known = { ...headers, 'if-none-match': first.headers.get('etag') ?? '' };
      const same = await fetch(`${before.url}/api/tasks/${task.id}`, { headers: known });
      assert.equal(same.status, 304);
      await stop(before.running);

      for (const file of edited) appendFileSync(path(file), `${comment} Mine: ${file}\n`);
      const places = editPlaces(path('.'), comment);
      assert.equal(places.length, 20);
      const migration = readdirSync(path('migrations'), { recursive: true, encoding: 'utf8' }).find(
        (name) => /0001/.test(name),
      );
      const published = statSync(path(`migrations/${migration}`)).mtimeMs;
      const ended = await work.run(['regenerate', 'notes', 'second.md'], { seconds: 500 });
      assert.equal(ended.code, 0, ended.stdout + ended.stderr);
      assert.match(ended.stdout, /^For its callers: breaking/m);
      assert.match(ended.stdout, /, (verified|not fully verified: .+)$/m);
      assert.match(ended.stderr, /task\.notes \(in _retired_0002_notes\)/);
      assert.equal(statSync(path(`migrations/${migration}`)).mtimeMs, published);
      for (const file of edited)
        assert.ok(readFileSync(path(file), 'utf8').includes(`${comment} Mine: ${file}\n`), file);
      for (const { file, text } of places)
        assert.ok(readFileSync(path(file), 'utf8').split('\n').includes(text), `${file}: ${text}`);

      const next = await start();
      const [old] = await list(`${next.url}/api/tasks`);
      assert.deepEqual(old, {
        id: task.id,
        title: 'One',
        priority: 'low',
        done: false,
        dueDate: null,
        createdAt: task['createdAt'],
        updatedAt: task['updatedAt'],
      });
      const [said] = await list(`${next.url}/api/tasks/${task.id}/comments`);
      assert.deepEqual([said?.['body'], said?.['stars']], ['Mine', 3]);
      // Nobody has written it, but it is shown with other properties.
      const other = await fetch(`${next.url}/api/tasks/${task.id}`, { headers: known });
      assert.equal(other.status, 200);
      // The table was made anew: what refers to it still does.
      const refused = await fetch(`${next.url}/api/tasks/${task.id}`, {
        method: 'DELETE',
        headers,
      });
      assert.equal(refused.status, 409);
      await stop(next.running);
    });

    it('gives back what the requirements name again', async (t) => {
      if (missing !== undefined) return t.skip(missing);
      const back = await work.run(['regenerate', 'notes', 'first.md', '--no-verify']);
      assert.equal(back.code, 0, back.stderr);
      const { url, running } = await start();
      const [task] = await list(`${url}/api/tasks`);
      assert.equal(task?.['notes'], 'keep me');
      await stop(running);
    });

    it('does not start on records that can not follow, says which, and changes nothing', async (t) => {
      if (missing !== undefined) return t.skip(missing);
      const strict = FIRST.replace('- notes (text)', '- notes (text)\n- owner (string, required)');
      writeFileSync(work.path('strict.md'), strict);
      const ended = await work.run(['regenerate', 'notes', 'strict.md', '--no-verify']);
      assert.equal(ended.code, 0, ended.stderr);
      assert.match(ended.stderr, /targets\/records-refused/);
      for (const attempt of [1, 2]) {
        const failed = await work.run(['run', 'notes', '--port', '0']);
        const words = /There are records of task, and the new owner is required/;
        assert.match(failed.stderr, words, `attempt ${attempt}`);
      }
    });

    it('does not start on migrations that were edited after they ran', async (t) => {
      if (missing !== undefined) return t.skip(missing);
      for (const name of readdirSync(path('migrations'), { recursive: true, encoding: 'utf8' }))
        if (/0001.*\.(py|sql)$/.test(name))
          appendFileSync(path(`migrations/${name}`), target === 'python' ? '# x\n' : '-- x\n');
      const failed = await work.run(['run', 'notes', '--port', '0']);
      // sqlx says it in its own words.
      const words =
        /Migration 0001\S* was edited after this database ran it|migration 1 was previously applied but has been modified/;
      assert.match(failed.stderr, words);
    });
  });
}
