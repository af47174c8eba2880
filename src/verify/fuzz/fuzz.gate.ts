import type { Gate, GateContext, GateResult, RunningService } from '../gate.ts';
import { gateResult } from '../gate-result.ts';
import { fuzzService } from './fuzz-service.ts';
import { fuzzGiven } from './given/fuzz-given.ts';

/** Cases for one service: about ten seconds on two cores. */
const BUDGET = 6000;

/** Requests of every kind, made from the contract alone. */
export const gate: Gate = {
  name: 'fuzz',
  title: 'contract fuzz',
  order: 80,
  needs: ['boot'],
  async run(context) {
    const start = () => context.start({ RATE_LIMIT_PER_MINUTE: '10000000' });
    const service = await start();
    if (context.service.document) return given(context, service);
    const report = await fuzzService({
      url: service.url,
      document: context.contract.openapi,
      seed: context.seed,
      budget: BUDGET,
      signal: context.signal,
      alive: () => service.alive(),
      restart: start,
      progress: (text) => context.progress(text),
    });
    const summary = `${report.cases} requests, ${report.operations} operations, seed ${context.seed}`;
    const alike = report.leftOut === 0 ? '' : `, ${report.leftOut} findings like these left out`;
    return gateResult(report.findings, summary + alike);
  },
};

/** A contract that was given has forms that ours never have, and operations that nobody has written yet. */
async function given(context: GateContext, running: RunningService): Promise<GateResult> {
  const report = await fuzzGiven(context.service, {
    url: running.url,
    seed: context.seed,
    budget: BUDGET,
    signal: context.signal,
    alive: () => running.alive(),
    progress: (text) => context.progress(text),
  });
  const untried =
    report.untried === 0 ? '' : `, ${report.untried} operations without a valid request`;
  const alike = report.leftOut === 0 ? '' : `, ${report.leftOut} findings like these left out`;
  const summary = `${report.cases} requests, ${report.operations} operations, seed ${context.seed}`;
  return gateResult(report.findings, summary + untried + alike);
}
