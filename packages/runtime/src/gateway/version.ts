import type { VersionTarget } from './gateway-config.ts';

/** What one version is doing; outlives changes of the routes. */
export interface Traffic {
  inFlight: number;
  /** Called when the last request ends. */
  readonly idle: Set<() => void>;
  /** Which of its URLs is next. */
  turn: number;
}

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
    this.traffic = traffic ?? { inFlight: 0, idle: new Set(), turn: 0 };
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

  /** The URL whose turn it is; each attempt asks again, so that a retry goes elsewhere. */
  nextUrl(): URL | undefined {
    this.traffic.turn = (this.traffic.turn + 1) % Math.max(1, this.urls.length);
    return this.urls[this.traffic.turn];
  }
}
