import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createContract } from '#contract';
import { notes } from '../../../test/fixtures/workshop.ts';
import type { Fault } from '../../../test/support/notes-answer.ts';
import { startNotes } from '../../../test/support/notes-service.ts';
import { type FuzzReport, fuzzService } from './fuzz-service.ts';

const blueprint = notes();
const document = createContract({ blueprint, service: blueprint.system.services[0]! }).openapi;

/** What each fault of the service must be found as; a part of the message says where. */
const found: Readonly<Record<Fault, readonly [code: string, part: string]>> = {
  'crash-on-unicode': ['verify/server-error', 'body /title'],
  'dies-on-deep': ['verify/process-died', 'a nesting of 100,000'],
  'empty-title': ['verify/invalid-accepted', 'body /title: 0 characters'],
  'extra-property': ['verify/invalid-accepted', 'body /unexpected'],
  'hangs-up': ['verify/no-answer', 'body /title'],
  'leaks-path': ['verify/problem-leaks', '/app/src'],
  'leaks-secret': ['verify/undocumented-property', 'password'],
  'long-title': ['verify/invalid-accepted', '256 characters'],
  'lost-after-delete': ['verify/sequence-broken', 'reading after a delete'],
  'no-blame': ['verify/fault-not-named', '/title'],
  'no-etag': ['verify/header-wrong', 'etag'],
  'no-location': ['verify/header-wrong', 'location'],
  'null-title': ['verify/invalid-accepted', 'null'],
  'page-off-by-one': ['verify/sequence-broken', 'page after page'],
  'problem-as-json': ['verify/undocumented-type', 'application/json'],
  'raw-default': ['verify/raw-not-refused', 'text/plain'],
  'refuses-long': ['verify/valid-refused', '255 characters'],
  'stale-etag': ['verify/sequence-broken', 'stale ETag'],
  teapot: ['verify/never-accepted', '418'],
  'trims-title': ['verify/not-kept', 'body /title'],
  undocumented: ['verify/undocumented-status', '402'],
  'unknown-query': ['verify/invalid-accepted', 'unknown parameter'],
  'wrong-id': ['verify/schema-broken', '/id'],
  'wrong-method': ['verify/invalid-accepted', 'the method'],
  'wrong-type': ['verify/undocumented-type', 'text/json'],
};

/** Faults that don't hide each other share a service: a run takes a third of a second. */
const groups: readonly (readonly Fault[])[] = [
  [
    'crash-on-unicode',
    'empty-title',
    'extra-property',
    'leaks-path',
    'leaks-secret',
    'no-location',
    'page-off-by-one',
    'wrong-method',
  ],
  [
    'hangs-up',
    'lost-after-delete',
    'no-blame',
    'null-title',
    'raw-default',
    'refuses-long',
    'stale-etag',
    'undocumented',
  ],
  ['long-title', 'no-etag', 'problem-as-json', 'trims-title', 'unknown-query', 'wrong-id'],
  ['dies-on-deep', 'wrong-type'],
  ['teapot'],
];

describe('fuzzService', () => {
  it('finds nothing in a service that keeps its contract', async () => {
    const report = await fuzz();
    assert.deepEqual(report.findings, []);
    assert.ok(report.cases > 500);
  });

  it('knows every fault of the service', () => {
    assert.deepEqual(groups.flat().toSorted(), Object.keys(found).toSorted());
  });

  for (const group of groups) {
    it(`finds ${group.join(', ')}`, async () => {
      const { findings } = await fuzz(group);
      for (const fault of group) {
        const [code, part] = found[fault];
        const finding = findings.find((one) => one.code === code && one.message.includes(part));
        assert.ok(
          finding,
          `${fault}: ${JSON.stringify(
            findings.map(({ message }) => message),
            null,
            1,
          )}`,
        );
      }
    });
  }

  it('shrinks a finding to the least request that shows it', async () => {
    const { findings } = await fuzz(['crash-on-unicode']);
    const finding = findings.find(
      ({ message }) => message.startsWith('POST') && message.includes('scripts'),
    );
    assert.match(finding?.curl ?? '', /-X POST .*--data-binary '\{"title":"[^"]+"\}'$/);
    assert.equal(finding?.clause, 'SP-2.3');
  });

  it('makes the same requests for the same seed', async () => {
    const [first, second] = [await fuzz(['empty-title']), await fuzz(['empty-title'])];
    assert.deepEqual(first, second);
  });
});

async function fuzz(faults: readonly Fault[] = []): Promise<FuzzReport> {
  const service = await startNotes(document, faults);
  try {
    return await fuzzService({
      url: service.url,
      document,
      seed: 1,
      budget: 1000,
      signal: AbortSignal.timeout(20_000),
      alive: () => service.alive(),
      restart: () => startNotes(document, faults),
      progress: () => undefined,
    });
  } finally {
    await service.stop();
  }
}
