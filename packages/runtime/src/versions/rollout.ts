import type { Gateway } from '../gateway/gateway.ts';
import type { VersionTarget } from '../gateway/gateway-config.ts';
import { type CanaryOptions, CanaryPhase, defaultSteps } from './canary-phase.ts';
import type { Decision } from './decision.ts';
import type { DecisionStore } from './decision-store.ts';
import type { Finding, Phase } from './phase.ts';
import { RolloutRefusedError } from './rollout-refused-error.ts';
import { defaultMethods, type ShadowOptions, ShadowPhase } from './shadow-phase.ts';
import { defaultTolerance, type Tolerance } from './tolerance.ts';

/** What is rolled out, and how. */
export interface RolloutOptions {
  readonly gateway: Gateway;
  readonly service: string;
  /** Deployed already: it answers at its target. */
  readonly candidate: { readonly version: string; readonly target: VersionTarget };
  /** Compares answers first; false: does not. Default: safe methods, all requests. */
  readonly shadow?: ShadowOptions | false;
  /** Then gives it live traffic; false: decides on the comparison alone. */
  readonly canary?: CanaryOptions | false;
  readonly tolerance?: Partial<Tolerance>;
  /** Where every decision is kept. */
  readonly decisions?: DecisionStore;
  /** Told of every decision. */
  readonly onDecision?: (decision: Decision) => void;
  /** Ends a version that has no request any more: the old one after a promotion, else the candidate. */
  readonly retire?: (version: string) => unknown;
  /** How often evidence is weighed; as often as one likes. */
  readonly checkMs?: number;
  /** How long a version's last requests may take. */
  readonly drainMs?: number;
  /** Milliseconds that do not go backwards. */
  readonly now?: () => number;
  /** 0 to 1. */
  readonly random?: () => number;
}

/**
 * Puts a candidate beside the active version of a service, compares both under live traffic, and promotes it or
 * takes it back: promoted only when everything that is measured has been shown to be fine, taken back as soon as
 * anything has been shown to be worse, and when time is up without an answer. No request is lost either way.
 */
export class Rollout {
  readonly #options: RolloutOptions;
  readonly #active: string;
  readonly #again: string;
  readonly #before: Readonly<Record<string, VersionTarget>>;
  readonly #now: () => number;
  readonly #ended = Promise.withResolvers<Decision>();
  #phases: Phase[] = [];
  #timer: NodeJS.Timeout | undefined;
  #running = false;

  /** @throws RolloutRefusedError when it cannot be done so; ServiceNotFoundError */
  constructor(options: RolloutOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    const { gateway, service, candidate, shadow = {}, canary = {} } = options;
    const refuse = (reason: string) => new RolloutRefusedError(service, reason);
    const { definition, shares } = gateway.route(service);
    const [active, ...others] = shares;
    if (active === undefined || others.length > 0) {
      throw refuse(`it needs one active version, and has ${shares.length}.`);
    }
    if (candidate.version === active.name) throw refuse(`${active.name} is active already.`);
    if (shadow === false && canary === false) throw refuse('neither shadow nor canary is wanted.');
    const steps = (canary === false ? undefined : canary.steps) ?? defaultSteps;
    if (steps.length === 0 || steps.some(({ share }) => !(share > 0 && share < 1))) {
      throw refuse('a step of a canary has a share between 0 and 1.');
    }
    this.#active = active.name;
    this.#again =
      shadow !== false && shadow.again !== undefined ? `${active.name} again` : active.name;
    this.#before = definition.versions;
    if (shadow !== false) this.#assertSafe(shadow, refuse);
  }

  /** Begins; resolves with the last decision, once its versions are in place and the other has ended. Rejects with what `retire` throws. */
  run(): Promise<Decision> {
    if (this.#running) return this.#ended.promise;
    this.#running = true;
    const {
      gateway,
      service,
      candidate,
      shadow = {},
      canary = {},
      tolerance,
      random = Math.random,
    } = this.#options;
    const full = { ...defaultTolerance, ...tolerance };
    const count = (shadow === false ? 0 : 1) + (canary === false ? 0 : 1);
    const setting = {
      gateway,
      service,
      active: this.#active,
      again: this.#again,
      candidate: candidate.version,
      tolerance: full,
      // Whatever is looked at, all errors together stay below alpha.
      alpha: full.alpha / count,
      now: this.#now,
      random,
      isLast: canary === false,
      setShare: (share: number) => this.#setShare(share),
    };
    if (shadow !== false) this.#phases.push(new ShadowPhase(setting, shadow));
    if (canary !== false) this.#phases.push(new CanaryPhase(setting, canary));
    this.#setShare(0);
    this.#phases[0]?.start();
    this.#timer = setInterval(() => this.#check(), this.#options.checkMs ?? 250);
    return this.#ended.promise;
  }

  /** Takes the candidate back, now. */
  async rollBack(reason: string): Promise<Decision> {
    await this.#end({ verdict: 'roll back', reasons: [reason] });
    return this.#ended.promise;
  }

  /** What is known now; undefined once it is over. */
  status(): Decision | undefined {
    const [phase] = this.#phases;
    return (
      phase &&
      this.#decision(phase, { verdict: 'go on', reasons: phase.check(this.#now()).reasons })
    );
  }

  #check(): void {
    const [phase] = this.#phases;
    if (phase === undefined) return;
    const { versions } = this.#options.gateway.route(this.#options.service);
    if (!versions.has(this.#active) || !versions.has(this.#options.candidate.version)) {
      void this.#end({
        verdict: 'inconclusive',
        reasons: ['the configuration names other versions now'],
      });
      return;
    }
    const finding = phase.check(this.#now());
    if (finding.verdict === 'wait') return;
    if (finding.verdict === 'go on') this.#record(this.#decision(phase, finding));
    else if (finding.verdict === 'promote' && this.#phases.length > 1) {
      this.#record(this.#decision(phase, { ...finding, verdict: 'go on' }));
      phase.stop();
      this.#phases.shift();
      this.#phases[0]?.start();
    } else void this.#end(finding);
  }

  async #end(finding: Finding): Promise<void> {
    const [phase] = this.#phases;
    if (phase === undefined) return;
    clearInterval(this.#timer);
    phase.stop();
    this.#phases = [];
    const decision = this.#decision(phase, finding);
    const { gateway, service, candidate, retire, drainMs } = this.#options;
    const promoted = decision.verdict === 'promote';
    const old = promoted ? this.#active : candidate.version;
    const { versions } = gateway.route(service);
    const stays = promoted
      ? { [candidate.version]: { ...candidate.target, weight: 1 } }
      : this.#before;
    // Whoever has changed the versions meanwhile has the last word.
    const isOurs = versions.has(this.#active) && versions.has(candidate.version);
    if (isOurs) gateway.setVersions(service, stays);
    this.#record(decision);
    const gone = versions.get(old);
    try {
      if (gone !== undefined) await gateway.drained(gone, drainMs);
      await retire?.(old);
      this.#ended.resolve(decision);
    } catch (error) {
      this.#ended.reject(error);
    }
  }

  #setShare(share: number): void {
    const { gateway, service, candidate, shadow } = this.#options;
    const active = this.#before[this.#active] ?? {};
    const again = shadow !== undefined && shadow !== false ? shadow.again : undefined;
    gateway.setVersions(service, {
      ...this.#before,
      [this.#active]: { ...active, weight: 1 - share },
      [candidate.version]: { ...candidate.target, weight: share },
      ...(again !== undefined && { [this.#again]: { ...again, weight: 0 } }),
    });
  }

  #assertSafe(shadow: ShadowOptions, refuse: (reason: string) => RolloutRefusedError): void {
    const { methods = defaultMethods, again } = shadow;
    const { target } = this.#options.candidate;
    const { gateway, service } = this.#options;
    const active = gateway.route(service).versions.get(this.#active)?.target;
    for (const method of methods) {
      // Both are asked what was done already: what changes something must change nothing but a copy.
      const unsafe = [target, again ?? active ?? {}].some((each) => !gateway.mayCopy(each, method));
      if (!unsafe) continue;
      throw refuse(
        `${method} changes something. To compare it, the candidate and \`again\` need their own copies of the store (isolated).`,
      );
    }
  }

  #decision(phase: Phase, { verdict, reasons }: Finding): Decision {
    return {
      at: new Date().toISOString(),
      service: this.#options.service,
      active: this.#active,
      candidate: this.#options.candidate.version,
      phase: phase.name,
      verdict: verdict === 'wait' ? 'go on' : verdict,
      reasons,
      numbers: phase.numbers(this.#now()),
    };
  }

  #record(decision: Decision): void {
    this.#options.decisions?.record(decision);
    this.#options.onDecision?.(decision);
  }
}
