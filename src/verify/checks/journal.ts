import type { HttpRequest } from '../http/exchange.ts';
import type { Answer } from './answer.ts';
import { curlCommand, variableText } from './curl.ts';

/** A request that was sent. */
export interface Step {
  readonly order: number;
  readonly request: HttpRequest;
  readonly status: number;
}

/** Where a value that the service made can be had again. */
interface Origin {
  readonly variable: string;
  readonly step: Step;
  /** `.id` of the answer's JSON, or `etag` of its headers. */
  readonly from: string;
}

/** Steps before the last one that a script repeats at most. */
const LONGEST_SCRIPT = 12;

/** Remembers what was sent, so that a finding can show how to get there from an empty service. */
export class Journal {
  readonly #origins = new Map<string, Origin>();
  /** Value → variable that the reader of a script sets. */
  readonly #known = new Map<string, string>();
  #count = 0;

  /** The value needs no step: whoever runs a script sets the variable. */
  know(value: string, variable: string): void {
    this.#known.set(value, variable);
  }

  record(request: HttpRequest, answer: Answer): Step {
    this.#count += 1;
    const step = { order: this.#count, request, status: answer.status };
    if (answer.status >= 300) return step;
    const learn = (value: unknown, variable: string, from: string) => {
      if (typeof value !== 'string' || value === '' || this.#origins.has(value)) return;
      this.#origins.set(value, { variable: `${variable}${this.#count}`, step, from });
    };
    learn(answer.headers['etag'], 'ETAG', 'etag');
    learn(answer.record['nextCursor'], 'CURSOR', '.nextCursor');
    if (request.method !== 'POST') return step;
    learn(answer.record['id'], 'ID', '.id');
    learn(answer.record['token'], 'TOKEN', '.token');
    const account = answer.record['account'] as { id?: unknown } | null | undefined;
    learn(account?.id, 'ACCOUNT', '.account.id');
    return step;
  }

  /** A shell script that repeats the last of the steps, and of those before it what it builds on. */
  script(steps: readonly Step[]): string {
    const last = steps.at(-1);
    if (last === undefined) return '';
    const writes = steps.filter(({ request, status }) => request.method !== 'GET' && status < 400);
    const needed = new Map<number, Step>();
    const used = new Map<string, Origin>();
    const waiting = [last, ...writes.slice(-LONGEST_SCRIPT)];
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      if (needed.has(step.order)) continue;
      needed.set(step.order, step);
      for (const value of valuesIn(step.request)) {
        const origin = this.#known.has(value) ? undefined : this.#origins.get(value);
        if (origin === undefined || origin.step.order >= step.order) continue;
        used.set(value, origin);
        waiting.push(origin.step);
      }
    }
    const variables = new Map(this.#known);
    for (const [value, { variable }] of used) variables.set(value, variable);
    return [...needed.values()]
      .toSorted((a, b) => a.order - b.order)
      .map((step) => lineOf(step, used, variables, step === last))
      .join('\n');
  }
}

function lineOf(
  step: Step,
  used: ReadonlyMap<string, Origin>,
  variables: ReadonlyMap<string, string>,
  isLast: boolean,
): string {
  const command = curlCommand(step.request, (text) => variableText(text, variables));
  if (isLast) return `curl -i ${command}`;
  const origins = [...used.values()].filter((origin) => origin.step === step);
  const [first, ...more] = origins;
  if (first === undefined) return `curl -s ${command}`;
  // Several values of one answer: a write must not be sent twice.
  if (more.length > 0) return [`A=$(curl -si ${command})`, ...origins.map(fromAnswer)].join('\n');
  return first.from === 'etag'
    ? `${first.variable}=$(curl -s -o /dev/null -w '%header{etag}' ${command})`
    : `${first.variable}=$(curl -s ${command} | jq -r ${first.from})`;
}

function fromAnswer({ variable, from }: Origin): string {
  return from === 'etag'
    ? String.raw`${variable}=$(sed -n 's/\r$//; s/^etag: //Ip' <<<"$A")`
    : String.raw`${variable}=$(sed '1,/^\r*$/d' <<<"$A" | jq -r ${from})`;
}

/** What in a request may come from an earlier answer: ids, tokens, entity tags, cursors. */
function valuesIn({ target, headers, body }: HttpRequest): readonly string[] {
  const text = `${target} ${typeof body === 'string' ? body.slice(0, 20_000) : ''}`;
  const ids = text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
  const cursors = [...target.matchAll(/cursor=([^&]+)/g)].map((match) => decoded(match[1] ?? ''));
  const sent = Object.values(headers).flatMap((value) => [
    value,
    value.replace(/^Bearer |^session=/, ''),
  ]);
  return [...ids, ...cursors, ...sent];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
