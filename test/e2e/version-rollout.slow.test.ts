import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../scripts/root.ts';

describe('examples/version-rollout', () => {
  it('promotes the good version, takes back the others, and loses no request', () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(root, 'examples/version-rollout/rollout.ts')],
      { encoding: 'utf8', timeout: 180_000 },
    );
    assert.equal(status, 0, stderr + stdout);
    assert.match(
      stdout,
      /^1\.1\.0 beside 1\.0\.0: promote \(canary.*\n.*\n {2}requests that failed meanwhile: 0$/m,
    );
    assert.match(stdout, /^1\.2\.0 beside 1\.1\.0: roll back \(shadow/m);
    assert.match(stdout, /^ {2}GET \/orders\/\*: \/body\/total type: .* became /m);
    assert.match(stdout, /^1\.3\.0 beside 1\.1\.0: roll back \(canary.*\n {2}more: errors$/m);
    assert.match(stdout, /^active: 1\.1\.0$/m);
    const [, sent, ok, failed] = /(\d+) sent = (\d+) ok \+ (\d+) failed/.exec(stdout) ?? [];
    assert.equal(Number(sent), Number(ok) + Number(failed));
  });
});
