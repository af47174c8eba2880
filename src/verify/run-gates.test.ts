import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Gate, GateContext, GateResult } from './gate.ts';
import { gateResult } from './gate-result.ts';
import { ServiceStartError } from './process/service-start-error.ts';
import { type GateEvent, type GateRun, runGates } from './run-gates.ts';
import { ToolchainMissing } from './toolchains/toolchain-missing.ts';
import { verifyDiagnostics } from './verify.diagnostics.ts';

const passed = gateResult([], 'done');
const failed = gateResult(
  [verifyDiagnostics.create('gate-timeout', { gate: 'x', seconds: 1 })],
  '',
);

describe('runGates', () => {
  it('reports in the order of the gates, whatever ends first', async () => {
    const gates = [
      gate('b', 20, { run: async () => passed }),
      gate('a', 10, { run: () => delay(20, passed) }),
    ];
    const { reports } = await run(gates);
    assert.deepEqual(
      reports.map(({ name }) => name),
      ['a', 'b'],
    );
  });

  it('runs two at once, and one alone alone and last', async () => {
    let running = 0;
    const beside: Record<string, number> = {};
    const watch = (name: string) => async () => {
      running += 1;
      await delay(10);
      beside[name] = running;
      running -= 1;
      return passed;
    };
    const names = ['a', 'b', 'c', 'd'];
    const gates = names.map((name, order) =>
      gate(name, order, { run: watch(name), alone: name === 'b' }),
    );
    const { events } = await run(gates);
    assert.equal(beside['b'], 1);
    assert.equal(Math.max(...Object.values(beside)), 2);
    const started = events.filter(({ kind }) => kind === 'started').map((event) => event.gate);
    assert.deepEqual(started, ['a', 'c', 'd', 'b']);
  });

  it('skips what needs a gate that failed or was skipped, and nothing else', async () => {
    const gates = [
      gate('boot', 10, { run: async () => failed }),
      gate('fuzz', 20, { needs: ['boot'] }),
      gate('load', 30, { needs: ['fuzz'] }),
      gate('types', 40, { needs: ['not-chosen'] }),
    ];
    const { reports } = await run(gates);
    assert.deepEqual(
      reports.map(({ verdict, reason }) => reason ?? verdict),
      ['failed', 'boot failed', 'fuzz was skipped', 'passed'],
    );
  });

  it('stops at the first red gate when asked to', async () => {
    const gates = [gate('a', 10, { run: async () => failed }), gate('b', 20), gate('c', 30)];
    const { reports } = await run(gates, { stopAtFirst: true, slots: 1 });
    assert.deepEqual(
      reports.map(({ verdict }) => verdict),
      ['failed', 'skipped', 'skipped'],
    );
  });

  it('makes verify/gate-timeout of a gate that ignores its signal', async () => {
    const gates = [
      gate('slow', 10, { timeoutSeconds: 0.05, run: () => new Promise(() => undefined) }),
    ];
    const { reports } = await run(gates);
    assert.equal(reports[0]?.findings[0]?.code, 'verify/gate-timeout');
  });

  it('does not blame the service for packages that can not be installed in time', async () => {
    const gates = [
      gate('slow', 10, { timeoutSeconds: 0.05, run: () => new Promise(() => undefined) }),
    ];
    const { reports } = await run(gates, { installing: () => true });
    assert.equal(reports[0]?.verdict, 'skipped');
    assert.match(
      reports[0]?.reason ?? '',
      /^its packages could not be installed within 0\.05 s; check/,
    );
  });

  it('makes verify/not-started of a service that does not start, and skips without a toolchain', async () => {
    const error = new ServiceStartError('It ended with code 1.', {
      exitCode: 1,
      log: 'no \u001b[31mport',
    });
    const gates = [
      gate('boot', 10, { run: () => Promise.reject(error) }),
      gate('types', 20, { run: () => Promise.reject(new ToolchainMissing('no npm')) }),
    ];
    const { reports } = await run(gates);
    assert.equal(reports[0]?.findings[0]?.code, 'verify/not-started');
    assert.match(reports[0]?.findings[0]?.help ?? '', /^Start it by hand/);
    assert.match(reports[0]?.findings[0]?.message ?? '', /no \\u\{1b\}\[31mport/);
    assert.deepEqual([reports[1]?.verdict, reports[1]?.reason], ['skipped', 'no npm']);
  });

  it('rejects with the bug of a gate, after the others have ended and everything is closed', async () => {
    const closed: string[] = [];
    const gates = [
      gate('bug', 10, { run: () => Promise.reject(new TypeError('oops')) }),
      gate('long', 20, { run: ({ signal }) => delay(60_000, passed, { signal }) }),
    ];
    await assert.rejects(run(gates, { closed }), { name: 'TypeError', message: 'oops' });
    assert.deepEqual(closed.toSorted(), ['bug', 'long']);
  });

  it('rejects when aborted, and closes what was open', async () => {
    const closed: string[] = [];
    const gates = [gate('long', 10, { run: () => new Promise(() => undefined) })];
    const running = run(gates, { closed, signal: AbortSignal.timeout(20) });
    await assert.rejects(running, { name: 'TimeoutError' });
    assert.deepEqual(closed, ['long']);
  });

  it('refuses gates that need each other', async () => {
    const gates = [gate('a', 10, { needs: ['b'] }), gate('b', 20, { needs: ['a'] })];
    await assert.rejects(run(gates), /need each other: a, b/);
  });
});

function gate(name: string, order: number, given: Partial<Gate> = {}): Gate {
  return { name, title: name, order, run: async (): Promise<GateResult> => passed, ...given };
}

async function run(gates: readonly Gate[], given: Partial<GateRun> & { closed?: string[] } = {}) {
  const events: GateEvent[] = [];
  const { closed = [], ...others } = given;
  const reports = await runGates({
    gates,
    signal: new AbortController().signal,
    slots: 2,
    open: ({ name }, signal) => ({
      context: { signal } as GateContext,
      close: async () => void closed.push(name),
    }),
    onEvent: (event) => events.push(event),
    ...others,
  });
  return { reports, events };
}
