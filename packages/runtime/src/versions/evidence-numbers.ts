import type { DecisionNumbers } from './decision.ts';
import type { CanaryEvidence } from './statistics/canary-evidence.ts';
import type { LogHistogram } from './statistics/log-histogram.ts';

/** What has been gathered, as it is stored. */
export function evidenceNumbers(
  evidence: CanaryEvidence,
  quantiles: readonly number[],
): Pick<DecisionNumbers, 'measures' | 'latencyMs'> {
  const times = (histogram: LogHistogram) =>
    Object.fromEntries(
      [...new Set([...quantiles, 0.99])].flatMap((quantile) => {
        const ms = histogram.quantile(quantile);
        return ms === undefined ? [] : [[`p${quantile * 100}`, Math.round(ms * 100) / 100]];
      }),
    );
  return {
    measures: evidence.measures.map(({ name, active, candidate, worse, fineP }) => ({
      name,
      active: { ...active },
      candidate: { ...candidate },
      worseP: worse.p,
      fineP,
    })),
    latencyMs: {
      active: times(evidence.latencies.active),
      candidate: times(evidence.latencies.candidate),
    },
  };
}
