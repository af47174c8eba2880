import type { Gateway } from '../gateway/gateway.ts';
import type { RecordedExchange } from '../gateway/recorded.ts';
import type { Replayed } from '../gateway/replay.ts';
import { compareAnswers } from './compare/compare-answers.ts';
import type { IsIgnored } from './compare/compare-values.ts';
import { DifferenceEvidence } from './compare/difference-evidence.ts';
import { type IgnoreRule, ignoring } from './compare/ignore-rules.ts';
import { operationOf } from './compare/operation.ts';
import type { DecisionNumbers } from './decision.ts';
import { evidenceNumbers } from './evidence-numbers.ts';
import type { VersionTarget } from '../gateway/gateway-config.ts';
import type { Finding, Phase } from './phase.ts';
import { CanaryEvidence } from './statistics/canary-evidence.ts';
import type { Tolerance } from './tolerance.ts';

/** How requests are copied to a candidate, and what of its answers is compared. */
export interface ShadowOptions {
  /** Share of the requests that are compared, 0 to 1; default 1. */
  readonly share?: number;
  /** Default: GET and HEAD. Others need copies of the store: an isolated candidate, and `again`. */
  readonly methods?: readonly string[];
  /** The active version on a copy of the store, to be asked a second time; default: the active version itself. */
  readonly again?: VersionTarget;
  readonly ignore?: readonly IgnoreRule[];
  /** Share of the answers that may differ beyond noise; with more, the candidate is never promoted. Default 0.02. */
  readonly tolerated?: number;
  /** Then it is inconclusive; default: an hour. */
  readonly limitMs?: number;
}

/** What the phase needs to know. */
export interface ShadowSetting {
  readonly gateway: Gateway;
  readonly service: string;
  readonly active: string;
  /** The name under which the active version is asked again. */
  readonly again: string;
  readonly candidate: string;
  readonly tolerance: Tolerance;
  readonly alpha: number;
  /** No other phase follows: errors and latency have to be certain here. */
  readonly isLast: boolean;
  readonly now: () => number;
  readonly random: () => number;
}

export const defaultMethods: readonly string[] = ['GET', 'HEAD'];
/** Comparisons at a time; requests beyond that are not compared: a shadow must not slow anything down. */
const MOST = 16;

/** Asks a candidate what the active version was asked, and compares: nobody sees its answers. */
export class ShadowPhase implements Phase {
  readonly name = 'shadow';
  readonly #setting: ShadowSetting;
  readonly #options: ShadowOptions;
  readonly #isIgnored: IsIgnored;
  readonly #differences: DifferenceEvidence;
  readonly #evidence: CanaryEvidence;
  #stop = () => {};
  #startedAt = 0;
  #underWay = 0;
  #skipped = 0;

  constructor(setting: ShadowSetting, options: ShadowOptions) {
    this.#setting = setting;
    this.#options = options;
    this.#isIgnored = ignoring(options.ignore ?? []);
    this.#differences = new DifferenceEvidence(options.tolerated);
    this.#evidence = new CanaryEvidence(setting.tolerance);
  }

  start(): void {
    const { gateway, service, active, now, random } = this.#setting;
    const { share = 1, methods = defaultMethods } = this.#options;
    this.#startedAt = now();
    this.#stop = gateway.tap(service, {
      wants: (method, version) => {
        if (version !== active || !methods.includes(method) || random() >= share) return false;
        if (this.#underWay < MOST) return true;
        this.#skipped += 1;
        return false;
      },
      take: (exchange) => void this.#compare(exchange),
    });
  }

  check(now: number): Finding {
    const alpha = this.#setting.alpha / 2;
    this.#evidence.tick(now);
    const found = this.#differences.found(alpha);
    const worse = this.#evidence.worse(alpha);
    if (found.length + worse.length > 0) {
      const differ = found.map(
        ({ operation, kind, pointer, active, candidate }) =>
          `${operation}: ${pointer} ${kind}: ${active ?? 'nothing'} became ${candidate ?? 'nothing'}`,
      );
      return {
        verdict: 'roll back',
        reasons: [...differ, ...worse.map((name) => `more: ${name}`)],
      };
    }
    const open = [
      ...(this.#differences.isFine(this.#setting.alpha) ? [] : ['differences']),
      ...(this.#setting.isLast ? this.#evidence.open(this.#setting.alpha) : []),
    ];
    if (open.length === 0) return { verdict: 'promote', reasons: ['the answers are the same'] };
    return now - this.#startedAt < (this.#options.limitMs ?? 3_600_000)
      ? { verdict: 'wait', reasons: open }
      : { verdict: 'inconclusive', reasons: open.map((name) => `not certain yet: ${name}`) };
  }

  stop(): void {
    this.#stop();
  }

  numbers(now: number): DecisionNumbers {
    const { tolerance, alpha } = this.#setting;
    const found = this.#differences.found(alpha / 2);
    const places = new Set(
      found.map(({ operation, kind, pointer }) => `${operation} ${kind} ${pointer}`),
    );
    const rest = this.#differences
      .fields()
      .filter(({ operation, kind, pointer }) => !places.has(`${operation} ${kind} ${pointer}`));
    return {
      share: 0,
      seconds: (now - this.#startedAt) / 1000,
      alpha,
      ...evidenceNumbers(this.#evidence, tolerance.quantiles),
      compared: this.#differences.triples,
      notCompared: this.#skipped,
      differences: found.slice(0, 100),
      noise: rest.slice(0, 100),
    };
  }

  async #compare({ request, answer }: RecordedExchange): Promise<void> {
    const { gateway, service, again, candidate, random } = this.#setting;
    this.#underWay += 1;
    try {
      // In random order, at the same time: neither finds a warmer cache, or a later state, more often.
      const ask = (version: string) => gateway.replay(service, version, request);
      const swap = random() < 0.5;
      const first = ask(swap ? candidate : again);
      const second = ask(swap ? again : candidate);
      const [one, two] = await Promise.all([first, second]);
      const [repeated, new_] = swap ? [two, one] : [one, two];
      const operation = operationOf(request.method, request.path.replace(/\?.*$/s, ''));
      this.#differences.add(
        operation,
        compareAnswers(answer, repeated.answer, this.#isIgnored),
        compareAnswers(answer, new_.answer, this.#isIgnored),
      );
      this.#observe('active', repeated);
      this.#observe('candidate', new_);
    } catch {
      // One of the versions has been taken out meanwhile.
      this.#skipped += 1;
    } finally {
      this.#underWay -= 1;
    }
  }

  #observe(arm: 'active' | 'candidate', { answer, latencyMs }: Replayed): void {
    this.#evidence.add({ arm, at: this.#setting.now(), status: answer.status, latencyMs });
  }
}
