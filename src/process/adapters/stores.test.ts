import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { storeCases } from './test-store-conformance.ts';
import type { StoreUnderTest } from './test-store-conformance.ts';
import { sqliteStore } from './sqlite-store.ts';

describe('the log in a file', () => {
  let folder = '';
  let number = 0;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'microforge-stores-'));
  });
  after(() => rmSync(folder, { recursive: true }));
  const open = (file: string): StoreUnderTest => {
    const store = sqliteStore(file);
    return {
      store,
      reopen: async () => {
        store.close();
        return open(file);
      },
      close: async () => store.close(),
    };
  };
  for (const [name, run] of storeCases)
    test(name, () => run(async () => open(join(folder, `${(number += 1)}.db`))));
});
