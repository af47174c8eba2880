import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { canonicalJson } from '#blueprint';
import { createContract } from '#contract';
import { pristineFiles } from '#files';
import { stringify } from 'yaml';
import { notes } from '../../test/fixtures/workshop.ts';
import type { Fault } from '../../test/support/notes-answer.ts';
import type { GateEvent } from './run-gates.ts';
import { verifyService } from './verify-service.ts';

const blueprint = notes();
const { openapi, asyncapi } = createContract({ blueprint, service: blueprint.system.services[0]! });
const repository = join(import.meta.dirname, '../..');

let directory = '';

describe('verifyService', () => {
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'microforge-test-'));
    writeService([]);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('verifies a service that keeps its contract, and leaves no process and no file', async () => {
    const before = readdirSync(directory).toSorted();
    const events: GateEvent[] = [];
    const { value } = await verify(['artefacts', 'boot', 'contract', 'fuzz', 'load'], events);
    assert.deepEqual(
      value?.gates.flatMap(({ findings }) => findings),
      [],
    );
    assert.equal(value?.verdict, 'verified');
    assert.ok(events.some(({ kind }) => kind === 'progress'));
    assert.deepEqual(readdirSync(directory).toSorted(), before);
    assert.deepEqual(running(), []);
  });

  it('fails a service with faults, and skips what needs a service that does not start', async () => {
    writeService(['long-title']);
    const red = await verify(['boot', 'fuzz']);
    assert.equal(red.value?.verdict, 'failed');
    assert.ok(
      red.value?.gates[1]?.findings.every(({ code }) => code === 'verify/invalid-accepted'),
    );
    write('src/main.ts', `throw new Error('broken');`);
    const dead = await verify(['boot', 'fuzz', 'contract']);
    const verdicts = dead.value?.gates.map(({ verdict, reason }) => reason ?? verdict);
    assert.deepEqual(verdicts, ['failed', 'boot failed', 'boot failed']);
    assert.match(dead.value?.gates[0]?.findings[0]?.message ?? '', /ended with code 1.*broken/s);
  });

  it('kills everything at once when aborted', async () => {
    const controller = new AbortController();
    const onEvent = (event: GateEvent) => {
      if (event.kind === 'progress') controller.abort(new Error('stop'));
    };
    const options = { directory, gates: ['boot', 'fuzz'], signal: controller.signal, onEvent };
    await assert.rejects(verifyService(options), /stop/);
    await delay(50);
    assert.deepEqual(running(), []);
  });

  it('says which gates there are, and what it can not verify', async () => {
    const code = async (gates?: string[]) => (await verify(gates)).diagnostics[0]?.code;
    assert.equal(await code(['fuss']), 'verify/unknown-gate');
    write('.microforge/service.json', '{"target":"cobol","service":"notes"}');
    assert.equal(await code(), 'verify/unknown-target');
    write('.microforge/service.json', '{"target":"typescript","service":"tasks"}');
    assert.equal(await code(), 'verify/unknown-service');
    write('.microforge/service.json', '[');
    assert.equal(await code(), 'verify/service-unreadable');
    rmSync(join(directory, '.microforge'), { recursive: true });
    assert.equal(await code(), 'verify/service-unreadable');
  });
});

function verify(gates?: readonly string[], events: GateEvent[] = []) {
  const signal = AbortSignal.timeout(60_000);
  const onEvent = (event: GateEvent) => events.push(event);
  return verifyService({ directory, signal, onEvent, ...(gates && { gates }) });
}

/** A folder as a target would make it; its service is that of the tests, with the faults. */
function writeService(faults: readonly Fault[]): void {
  const main = `
    import { startNotes } from ${JSON.stringify(join(repository, 'test/support/notes-service.ts'))};
    import { readFileSync } from 'node:fs';
    const wrong = ['PORT', 'BODY_LIMIT_BYTES', 'RATE_LIMIT_PER_MINUTE'].filter((name) => !/^\\d{1,4}$|^\\d{6,}$/.test(process.env[name] ?? '0'));
    if (wrong.length > 0) { console.error(wrong.join(' ')); process.exit(1); }
    const document = JSON.parse(readFileSync('openapi.json', 'utf8'));
    const { url, stop } = await startNotes(document, ${JSON.stringify(faults)});
    console.log(JSON.stringify({ url }));
    process.on('SIGTERM', () => stop().then(() => process.exit(0)));
  `;
  write('package.json', '{"name":"notes","type":"module"}');
  write('openapi.json', JSON.stringify(openapi));
  write('openapi.yaml', stringify(openapi));
  write('asyncapi.yaml', stringify(asyncapi));
  write('src/main.ts', main);
  write('node_modules/.keep', '');
  write('.microforge/service.json', '{"target":"typescript","service":"notes"}');
  for (const { path, content } of pristineFiles(
    { files: [], pending: new Map() },
    canonicalJson(blueprint),
  )) {
    write(path, content);
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
}

/** The processes that run in the service's folder. */
function running(): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === directory;
    } catch {
      return false;
    }
  });
}
