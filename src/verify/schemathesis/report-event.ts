import type { HttpRequest } from '../http/exchange.ts';

/** A request that was sent, and what was answered. */
export interface Interaction {
  readonly request: HttpRequest;
  readonly status: number | undefined;
  /** The answer, where it is an object. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
}

/** What one event of a report says; all is empty where the event is about something else. */
export interface Scenario {
  readonly interactions: ReadonlyMap<string, Interaction>;
  readonly cases: ReadonlyMap<string, { readonly operation: string }>;
  readonly failures: readonly {
    readonly check: string;
    readonly operation: string;
    readonly title: string;
    readonly detail: string;
    /** The case whose request shows it. */
    readonly caseId: string;
  }[];
  /** What kept it from judging an answer: there was none. */
  readonly errors: readonly {
    readonly operation: string;
    readonly reason: string;
    /** It was Schemathesis that could not go on, not the service. */
    readonly isOwn: boolean;
  }[];
}

type Json = Readonly<Record<string, unknown>>;

/** Reads one event; what has another form than expected is left out. */
export function scenarioOf(event: Json, url: string): Scenario {
  const recorder = record(record(event['ScenarioFinished'])['recorder']);
  const error = record(event['NonFatalError']);
  const interactions = new Map<string, Interaction>();
  for (const [id, value] of Object.entries(record(recorder['interactions'])))
    interactions.set(id, interactionOf(record(value), url));
  const cases = new Map(
    Object.entries(record(recorder['cases'])).map(([id, value]) => {
      const { method, path } = record(record(value)['value']);
      return [id, { operation: `${text(method)} ${text(path)}` }];
    }),
  );
  const failures = Object.entries(record(recorder['checks'])).flatMap(([id, checks]) =>
    list(checks).flatMap((check) => {
      const { name, failure_info: info } = record(check);
      const { failure } = record(info);
      if (failure === undefined) return [];
      const { operation, title, message, case_id: probe } = record(failure);
      const caseId = typeof probe === 'string' && interactions.has(probe) ? probe : id;
      const detail = text(message).replaceAll(/\s+/g, ' ');
      return [
        { check: text(name), operation: text(operation), title: text(title), detail, caseId },
      ];
    }),
  );
  const errors =
    event['NonFatalError'] === undefined
      ? []
      : [
          {
            operation: text(error['label']),
            reason: reasonOf(error),
            isOwn: record(error['value'])['type'] === 'RecursionError',
          },
        ];
  return { interactions, cases, failures, errors };
}

function interactionOf(value: Json, url: string): Interaction {
  const { method, uri, headers, body } = record(value['request']);
  const response = record(value['response']);
  const sent = bytes(body);
  const target = text(uri).startsWith(url) ? text(uri).slice(url.length) : text(uri);
  const named = Object.entries(record(headers)).map(([name, values]) => [
    name.toLowerCase(),
    list(values).map(text).join(', '),
  ]);
  const status = response['status_code'];
  return {
    request: {
      method: text(method),
      target,
      headers: Object.fromEntries(named) as Record<string, string>,
      ...(sent !== undefined && { body: sent }),
    },
    status: typeof status === 'number' ? status : undefined,
    json: objectIn(bytes(response['content'])),
  };
}

function reasonOf(error: Json): string {
  const { title, message } = record(error['info']);
  // What goes wrong within Schemathesis is told as Python does.
  const { type, message: own } = record(error['value']);
  return [title, message, type, own]
    .map(text)
    .filter((part) => part !== '')
    .join(': ');
}

function objectIn(content: Buffer | undefined): Json | undefined {
  if (content === undefined || content[0] !== 0x7b) return undefined;
  try {
    return JSON.parse(content.toString('utf8')) as Json;
  } catch {
    return undefined;
  }
}

function bytes(value: unknown): Buffer | undefined {
  const { $base64: encoded } = record(value);
  return typeof encoded === 'string' ? Buffer.from(encoded, 'base64') : undefined;
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
