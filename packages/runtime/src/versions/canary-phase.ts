import type { Gateway } from '../gateway/gateway.ts';
import type { DecisionNumbers } from './decision.ts';
import { evidenceNumbers } from './evidence-numbers.ts';
import type { Finding, Phase } from './phase.ts';
import { CanaryEvidence } from './statistics/canary-evidence.ts';
import type { Tolerance } from './tolerance.ts';

/** One step: the candidate's share of the requests, and for how long at least. */
export interface CanaryStep {
  /** 0 to 1, both excluded. */
  readonly share: number;
  readonly ms: number;
}

/** How live traffic is given to a candidate. */
export interface CanaryOptions {
  /** Default: 5 %, 20 %, 50 %, a minute each. The last lasts until a verdict. */
  readonly steps?: readonly CanaryStep[];
  /** Then it is inconclusive; default: an hour. */
  readonly limitMs?: number;
}

/** What a phase needs to know. */
export interface CanarySetting {
  readonly gateway: Gateway;
  readonly service: string;
  readonly active: string;
  readonly candidate: string;
  readonly tolerance: Tolerance;
  /** For this phase. */
  readonly alpha: number;
  readonly now: () => number;
  /** Gives the candidate a share of the requests. */
  readonly setShare: (share: number) => void;
}

export const defaultSteps: readonly CanaryStep[] = [
  { share: 0.05, ms: 60_000 },
  { share: 0.2, ms: 60_000 },
  { share: 0.5, ms: 60_000 },
];

/** Gives a candidate a growing share of live traffic, and watches both versions. */
export class CanaryPhase implements Phase {
  readonly name = 'canary';
  readonly #setting: CanarySetting;
  readonly #steps: readonly CanaryStep[];
  readonly #limitMs: number;
  readonly #evidence: CanaryEvidence;
  #stop = () => {};
  #step = 0;
  #startedAt = 0;
  #stepAt = 0;

  constructor(
    setting: CanarySetting,
    { steps = defaultSteps, limitMs = 3_600_000 }: CanaryOptions = {},
  ) {
    this.#setting = setting;
    this.#steps = steps;
    this.#limitMs = limitMs;
    this.#evidence = new CanaryEvidence(setting.tolerance);
  }

  start(): void {
    const { gateway, service, active, candidate, now, setShare } = this.#setting;
    this.#startedAt = now();
    this.#stepAt = this.#startedAt;
    this.#stop = gateway.onExchange((end) => {
      if (end.service !== service || (end.outcome !== 'ok' && end.outcome !== 'failed')) return;
      if (end.version !== active && end.version !== candidate) return;
      // What had to be tried again is an error, though the caller did not see it.
      const failed = end.outcome === 'failed' || end.attempts > 1;
      this.#evidence.add({
        arm: end.version === candidate ? 'candidate' : 'active',
        at: now(),
        // An answer that broke off began with a good status.
        status: failed ? Math.max(500, end.status) : end.status,
        latencyMs: failed ? undefined : end.latencyMs,
      });
    });
    setShare(this.#share);
  }

  check(now: number): Finding {
    const { alpha } = this.#setting;
    this.#evidence.tick(now);
    const worse = this.#evidence.worse(alpha);
    if (worse.length > 0)
      return { verdict: 'roll back', reasons: worse.map((name) => `more: ${name}`) };
    const ms = this.#steps[this.#step]?.ms ?? 0;
    const last = this.#step >= this.#steps.length - 1;
    if (now - this.#stepAt >= ms && !last) {
      this.#step += 1;
      this.#stepAt = now;
      this.#setting.setShare(this.#share);
      return { verdict: 'go on', reasons: [`the share is ${this.#share}`] };
    }
    const open = this.#evidence.open(alpha);
    if (last && now - this.#stepAt >= ms && open.length === 0) {
      return { verdict: 'promote', reasons: ['all measures are fine'] };
    }
    return now - this.#startedAt < this.#limitMs
      ? { verdict: 'wait', reasons: open }
      : { verdict: 'inconclusive', reasons: open.map((name) => `not certain yet: ${name}`) };
  }

  stop(): void {
    this.#stop();
  }

  numbers(now: number): DecisionNumbers {
    const { tolerance, alpha } = this.#setting;
    const seconds = (now - this.#startedAt) / 1000;
    return {
      share: this.#share,
      seconds,
      alpha,
      ...evidenceNumbers(this.#evidence, tolerance.quantiles),
    };
  }

  get #share(): number {
    return this.#steps[this.#step]?.share ?? 0;
  }
}
