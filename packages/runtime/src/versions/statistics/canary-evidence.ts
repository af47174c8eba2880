import type { Tolerance } from '../tolerance.ts';
import { EventMeasure } from './event-measure.ts';
import { LogHistogram } from './log-histogram.ts';
import { OutageEvidence } from './outage-evidence.ts';

/** One request that a version has answered, or not. */
export interface Observation {
  readonly arm: 'active' | 'candidate';
  /** Milliseconds on any clock that does not go backwards. */
  readonly at: number;
  /** HTTP status; 5xx is an error, 4xx a refusal. */
  readonly status: number;
  /** Of answers that are no errors; undefined when there was none. */
  readonly latencyMs: number | undefined;
}

/** Requests before a quantile of the active version is trusted as a threshold. */
const ENOUGH = 100;

/**
 * Gathers what two versions do with live traffic, at the same time and by random assignment, and weighs it
 * continuously: more errors, more refusals, slower answers.
 *
 * Latencies are compared quantile by quantile: an answer is slow when it is above the quantile of the active
 * version's past (times the tolerated ratio for the candidate). With a threshold from the past, slow answers are
 * events like errors, and the same comparison holds at any time, whatever the distribution is.
 */
export class CanaryEvidence {
  readonly measures: readonly EventMeasure[];
  readonly latencies = { active: new LogHistogram(), candidate: new LogHistogram() };
  readonly outage = new OutageEvidence();
  readonly #tolerance: Tolerance;
  readonly #errors: EventMeasure;
  readonly #refusals: EventMeasure;
  readonly #slow: readonly { readonly quantile: number; readonly measure: EventMeasure }[];
  readonly #past = new LogHistogram();
  readonly #warm = { active: 0, candidate: 0 };
  #thresholds: readonly number[] | undefined;
  #blockEnd: number | undefined;

  constructor(tolerance: Tolerance) {
    this.#tolerance = tolerance;
    const boundaries = { ratio: tolerance.errorRatio, share: tolerance.errorShare };
    this.#errors = new EventMeasure('errors', boundaries);
    this.#refusals = new EventMeasure('refusals', boundaries);
    this.#slow = tolerance.quantiles.map((quantile) => ({
      quantile,
      measure: new EventMeasure(`latency p${quantile * 100}`, { ratio: 1 }),
    }));
    this.measures = [this.#errors, this.#refusals, ...this.#slow.map(({ measure }) => measure)];
  }

  add({ arm, at, status, latencyMs }: Observation): void {
    this.tick(at);
    if (arm === 'candidate') this.outage.add(status >= 500 || status === 0);
    this.#warm[arm] += 1;
    const warm = this.#warm[arm] > this.#tolerance.warmUp;
    const failed = status >= 500 || status === 0;
    if (warm) {
      this.#errors.add(arm, failed);
      this.#refusals.add(arm, status >= 400 && status < 500);
    }
    if (latencyMs === undefined || failed) return;
    if (warm) {
      this.latencies[arm].add(latencyMs);
      const scaled = arm === 'candidate' ? latencyMs / this.#tolerance.latencyRatio : latencyMs;
      for (const [index, { measure }] of this.#slow.entries()) {
        const threshold = this.#thresholds?.[index];
        if (threshold !== undefined) measure.add(arm, scaled > threshold);
      }
      if (arm === 'active') this.#past.add(latencyMs);
    }
  }

  /** Ends the block when its time is over; to be called when there may be no requests. */
  tick(now: number): void {
    this.#blockEnd ??= now + this.#tolerance.blockMs;
    if (now < this.#blockEnd) return;
    this.#blockEnd = now + this.#tolerance.blockMs;
    for (const measure of this.measures) measure.endBlock();
    if (this.#past.total < ENOUGH) return;
    this.#thresholds = this.#slow.map(({ quantile }) => this.#past.quantile(quantile) ?? 0);
    if (this.#past.total > MOST) this.#past.fade();
  }

  /** The measures by which the candidate is worse, with an error of at most alpha for all together. */
  worse(alpha: number): readonly string[] {
    const each = alpha / this.measures.length;
    const names = this.measures.filter(({ worse }) => worse.refutes(each)).map(({ name }) => name);
    return this.outage.reached ? ['outage', ...names] : names;
  }

  /** The measures of which it is not known yet that the candidate is fine. All must be before it is promoted. */
  open(alpha: number): readonly string[] {
    return this.measures.filter((measure) => !measure.isFine(alpha)).map(({ name }) => name);
  }
}

const MOST = 10_000;
