import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic } from './diagnostic.ts';
import { mergeService, type ServiceEntry } from './merge-service.ts';
import { withoutPlace } from './service-definition.ts';

/** One service of entries, each in a file of its own folder `/1`, `/2` … */
function merge(...entries: ServiceEntry[]) {
  const diagnostics: Diagnostic[] = [];
  const parts = entries.map((entry, index) => ({
    path: `/${index + 1}/services.json`,
    entry,
    filled: new Set<string>(),
  }));
  const value = mergeService('a', parts, () => undefined, diagnostics);
  return { value: value && withoutPlace(value), problems: diagnostics.map((each) => each.message) };
}

describe('a service of several files', () => {
  it('is a process: the last word counts, environments are merged, paths count from their file', () => {
    const base = {
      kind: 'process',
      command: './run.sh',
      args: ['a'],
      env: { A: '1', B: '1' },
    } as const;
    assert.deepEqual(merge(base, { env: { B: '2' }, port: '8080', args: [] }).value, {
      kind: 'process',
      id: 'a',
      locate: null,
      command: '/1/run.sh',
      args: [],
      directory: '/1',
      env: { A: '1', B: '2' },
      port: 8080,
      health: '/health/ready',
    });
    assert.deepEqual(merge({ ...base, command: 'node', directory: '../x' }, {}).value, {
      kind: 'process',
      id: 'a',
      locate: null,
      command: 'node',
      args: ['a'],
      directory: '/x',
      env: { A: '1', B: '1' },
      port: 0,
      health: '/health/ready',
    });
  });

  it('is a remote service, whose address is nothing but an address', () => {
    const remote = (url: string) => merge({ kind: 'remote', url, health: '/up' });
    assert.deepEqual(remote('https://Example.org:443/base/').value, {
      kind: 'remote',
      id: 'a',
      locate: null,
      url: 'https://example.org/base',
      health: '/up',
    });
    for (const url of ['', 'x', 'file:///etc', 'http://a:b@host', 'http://host?x=1']) {
      assert.deepEqual(remote(url).problems, [
        '/services/a/url must be the http or https address of a service.',
      ]);
    }
  });

  it('begins anew with another kind', () => {
    const first = { module: './m.ts', class: 'A', config: { x: 1 } };
    assert.equal(merge(first, { kind: 'remote', url: 'http://h' }).value?.kind, 'remote');
    assert.equal(merge({ kind: 'remote', url: 'http://h' }, first).value?.kind, 'class');
  });

  it('has what its kind has', () => {
    const problem = (entry: ServiceEntry) => merge(entry).problems;
    assert.deepEqual(problem({ module: './m.ts', class: 'A', port: 1 }), [
      '/services/a/port means nothing for a class.',
    ]);
    assert.deepEqual(problem({ class: 'A' }), ['/services/a needs "module".']);
    assert.deepEqual(problem({ kind: 'process', command: 'x', url: 'http://x' }), [
      '/services/a/url means nothing for a process.',
    ]);
    assert.deepEqual(problem({ kind: 'process' }), [
      '/services/a needs "command", or the "directory" of a forged service.',
    ]);
    assert.deepEqual(problem({ kind: 'process', command: 'x', port: 'http' }), [
      '/services/a/port must be a port, or 0 for any that is free.',
    ]);
  });
});
