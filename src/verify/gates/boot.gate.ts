import { join } from 'node:path';
import type { Finding, Gate, GateContext, RunningService } from '../gate.ts';
import { gateResult } from '../gate-result.ts';
import { ServiceStartError } from '../process/service-start-error.ts';
import { gatesDiagnostics } from './gates.diagnostics.ts';

/** Settings that can't be right, and a value for each (SP-13.6). */
const WRONG: Readonly<Record<string, string>> = {
  PORT: '70000',
  JWT_SECRET: 'short',
  BODY_LIMIT_BYTES: 'many',
  RATE_LIMIT_PER_MINUTE: '-1',
};

/** It starts on nothing, starts again on what it left, stops when asked, and refuses nonsense. */
export const gate: Gate = {
  name: 'boot',
  title: 'boot',
  order: 50,
  timeoutSeconds: 90,
  async run(context) {
    const database = { DATABASE_FILE: join(await context.folder(), 'service.db') };
    const started = performance.now();
    const first = await context.start(database);
    const bootMs = Math.round(performance.now() - started);
    const findings = [
      ...(await stopped(first)),
      ...(await startedAgain(context, database)),
      ...(await wrongSettings(context)),
    ];
    const summary = 'started twice, stopped twice, refused wrong settings';
    return gateResult(findings, summary, { bootMs });
  },
};

async function stopped(service: RunningService): Promise<readonly Finding[]> {
  const { code } = await service.stop();
  if (code === 0) return [];
  const how = code === null ? 'had to be killed' : `ended with ${code}`;
  return [{ ...gatesDiagnostics.create('stop-unclean', { how }), clause: 'SP-13.5' }];
}

async function startedAgain(
  context: GateContext,
  database: Readonly<Record<string, string>>,
): Promise<readonly Finding[]> {
  try {
    return await stopped(await context.start(database));
  } catch (error) {
    if (!(error instanceof ServiceStartError)) throw error;
    return [
      {
        ...gatesDiagnostics.create('restart-failed', { reason: error.message }),
        clause: 'SP-14.2',
      },
    ];
  }
}

/** All at once, and each must be named; then the profile's own limits can't be what hid one behind another. */
async function wrongSettings(context: GateContext): Promise<readonly Finding[]> {
  const hasAccounts = context.service.access === 'accounts';
  const wrong = Object.entries(WRONG).filter(([name]) => hasAccounts || name !== 'JWT_SECRET');
  try {
    const service = await context.start(Object.fromEntries(wrong));
    await service.stop();
    const [[setting, value] = ['', '']] = wrong;
    return [
      { ...gatesDiagnostics.create('config-accepted', { setting, value }), clause: 'SP-13.6' },
    ];
  } catch (error) {
    if (!(error instanceof ServiceStartError)) throw error;
    const { exitCode, log } = error.data;
    const unnamed = wrong.map(([name]) => name).filter((name) => !log.includes(name));
    if (exitCode === 1 && unnamed.length === 0) return [];
    const settings = unnamed.length === 0 ? 'nothing, but must end with 1' : unnamed.join(', ');
    const code = exitCode === undefined ? 'nothing (it hangs)' : String(exitCode);
    return [
      { ...gatesDiagnostics.create('config-fault-unnamed', { settings, code }), clause: 'SP-13.6' },
    ];
  }
}
