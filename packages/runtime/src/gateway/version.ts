import type { VersionTarget } from './gateway-config.ts';

/** What one version is doing; outlives changes of the routes. */
export interface Traffic {
  inFlight: number;
  /** Called when the last request ends. */
  readonly idle: Set<() => void>;
  /** Which of its URLs is next. */
  turn: number;
  /** Origins that could not be reached → until when they are passed over, on `performance.now()`. */
  readonly away: Map<string, number>;
}

/** How long a URL that could not be reached is passed over, when there are others. */
const AWAY_MS = 1000;

/** One version of a service, as a target of requests. */
export class Version {
  readonly service: string;
  readonly name: string;
  readonly target: VersionTarget;
  readonly weight: number;
  readonly urls: readonly URL[];
  readonly traffic: Traffic;

  constructor(service: string, name: string, target: VersionTarget, traffic?: Traffic) {
    this.service = service;
    this.name = name;
    this.target = target;
    this.weight = target.weight ?? 1;
    this.urls = [target.url ?? []].flat().map((url) => new URL(url));
    this.traffic = traffic ?? { inFlight: 0, idle: new Set(), turn: 0, away: new Map() };
  }

  begin(): void {
    this.traffic.inFlight += 1;
  }

  end(): void {
    this.traffic.inFlight -= 1;
    if (this.traffic.inFlight > 0) return;
    for (const idle of this.traffic.idle) idle();
    this.traffic.idle.clear();
  }

  /**
   * The URL whose turn it is.
   * @param failed where the attempt before was: a retry goes elsewhere, whoever else asks in between
   */
  nextUrl(failed?: URL): URL | undefined {
    const { traffic, urls } = this;
    for (let passed = 0; passed < urls.length; passed += 1) {
      traffic.turn = (traffic.turn + 1) % urls.length;
      const url = urls[traffic.turn];
      if (url === failed && urls.length > 1) continue;
      if (traffic.away.size === 0 || url === undefined || this.#isThere(url)) return url;
    }
    // None is known to be there: the one that has been away longest is the likeliest to be back.
    const since = ({ origin }: URL) => traffic.away.get(origin) ?? 0;
    const others = urls.length > 1 ? urls.filter((url) => url !== failed) : urls;
    return others.toSorted((one, other) => since(one) - since(other))[0];
  }

  /** It could not be reached. */
  markAway({ origin }: URL): void {
    this.traffic.away.set(origin, performance.now() + AWAY_MS);
  }

  /** It answered. */
  markThere({ origin }: URL): void {
    if (this.traffic.away.size > 0) this.traffic.away.delete(origin);
  }

  #isThere({ origin }: URL): boolean {
    const { away } = this.traffic;
    const until = away.get(origin);
    if (until === undefined) return true;
    if (performance.now() < until) return false;
    away.delete(origin);
    return true;
  }
}
