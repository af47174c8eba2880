import type { Component, ContextOf, Health } from '../component/component.ts';
import { probe } from '../process/probe.ts';
import { callHttp } from './call-http.ts';
import { httpInterface } from './http-interface.ts';

const PROBE_MS = 1500;

/** An HTTP service that runs somewhere else and looks after itself. */
export class RemoteComponent implements Component<typeof httpInterface> {
  readonly metadata = { interface: httpInterface };
  readonly url: string;
  readonly #healthPath: string;

  /** The base URL, without a slash at its end, and the path that answers 200 while it takes calls. */
  constructor(url: string, healthPath: string) {
    this.url = url;
    this.#healthPath = healthPath;
  }

  execute(context: ContextOf<typeof httpInterface>) {
    return callHttp(this.url, context);
  }

  async health(): Promise<Health> {
    const found = await probe(this.url + this.#healthPath, PROBE_MS);
    return found === 'ready' ? { status: 'ok' } : { status: 'failed', detail: found };
  }
}
