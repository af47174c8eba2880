// needs: chromium
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { root } from '../../scripts/root.ts';
import { Workplace } from './support/command-line.ts';

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
const work = new Workplace();
after(() => work.remove());

describe(
  'npm start and /docs in a browser',
  { skip: program === undefined && 'there is no Chromium' },
  () => {
    let browser: Browser | undefined;
    after(() => browser?.close());

    it('shows the contract of the example, without errors and without any other host', async () => {
      // What `npm start` runs; the gates have a suite of their own.
      const options = ['--out', work.path('tasks'), '--no-verify', '--port', '0'];
      const running = work.start(options, undefined, join(root, 'scripts', 'start.ts'));
      const [url = ''] = await running.until(/http:\/\/127\.0\.0\.1:\d+/);
      browser = await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox'] });
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [1280, 380]) {
          const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
          const problems: string[] = [];
          const elsewhere: string[] = [];
          page.on('console', (message) => {
            if (message.type() === 'error') problems.push(message.text());
          });
          page.on('pageerror', (error) => problems.push(error.message));
          page.on('request', (request) => {
            const { origin, protocol } = new URL(request.url());
            if (protocol !== 'data:' && origin !== url) elsewhere.push(request.url());
          });
          const response = await page.goto(`${url}/docs`, { waitUntil: 'networkidle' });
          assert.equal(response?.status(), 200);
          const text = await page.locator('body').innerText();
          for (const path of ['/api/projects', '/api/tasks', '/api/auth/login'])
            assert.ok(text.includes(path), `${path} is not in:\n${text.slice(0, 500)}`);
          assert.deepEqual([problems, elsewhere], [[], []]);
          const overflow = await page.evaluate<number>(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          assert.ok(overflow <= 1, `${overflow} px too wide at ${width}`);
          const folder = process.env['SCREENSHOTS'];
          if (folder !== undefined)
            await page.screenshot({ path: join(folder, `docs-${colorScheme}-${width}.png`) });
          await page.close();
        }
      }
      running.process.kill('SIGTERM');
      assert.equal((await running.ended).code, 0);
      assert.deepEqual(await work.strayProcesses(), []);
    });
  },
);
