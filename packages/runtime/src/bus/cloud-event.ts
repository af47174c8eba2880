import { randomUUID } from 'node:crypto';
import { InvalidEventError, MessageTooLargeError } from './bus-errors.ts';

/** CloudEvents 1.0: what travels over every bus. Other attributes are lower-case extensions with text values. */
export interface CloudEvent<Data = unknown> {
  readonly specversion: '1.0';
  /** With `source`, the identity of the event: the durable path takes a second one for a repetition. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  /** RFC 3339. */
  readonly time?: string;
  readonly datacontenttype?: string;
  readonly dataschema?: string;
  /** W3C trace context, from the extension for distributed tracing. */
  readonly traceparent?: string;
  /** From the partitioning extension: events with the same key are handled in order. */
  readonly partitionkey?: string;
  readonly data?: Data;
  readonly [extension: string]: unknown;
}

/** The longest event, encoded. */
export const maxEventBytes = 1_000_000;

/** Makes an event, with an id and the time unless they are given. */
export const newEvent = <Data>(
  event: Pick<CloudEvent<Data>, 'source' | 'type'> & Partial<CloudEvent<Data>>,
): CloudEvent<Data> => ({
  specversion: '1.0',
  id: randomUUID(),
  time: new Date().toISOString(),
  ...(event.data !== undefined && { datacontenttype: 'application/json' }),
  ...event,
});

/** The JSON format of an event. @throws InvalidEventError, MessageTooLargeError */
export function encodeEvent(event: CloudEvent): string {
  const problem = eventProblem(event);
  if (problem !== undefined) throw new InvalidEventError(problem);
  const text = JSON.stringify(event);
  // UTF-8 has at most three bytes for a UTF-16 unit: most need not be counted.
  if (text.length * 3 > maxEventBytes) {
    const bytes = Buffer.byteLength(text);
    if (bytes > maxEventBytes) throw new MessageTooLargeError(bytes, maxEventBytes);
  }
  return text;
}

/** Reads the JSON format. @throws InvalidEventError, MessageTooLargeError */
export function decodeEvent(text: string): CloudEvent {
  if (text.length > maxEventBytes) throw new MessageTooLargeError(text.length, maxEventBytes);
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    throw new InvalidEventError('it is no JSON');
  }
  const problem = eventProblem(event);
  if (problem !== undefined) throw new InvalidEventError(problem);
  return event as CloudEvent;
}

const known: ReadonlySet<string> = new Set([
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'datacontenttype',
  'dataschema',
  'data_base64',
  'traceparent',
  'partitionkey',
]);

/** Why something is no event, after the rules of CloudEvents 1.0 for attributes; undefined when it is one. */
export function eventProblem(event: unknown): string | undefined {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return 'it is no object';
  const attributes = event as Record<string, unknown>;
  if (attributes['specversion'] !== '1.0') return 'its specversion is not "1.0"';
  for (const name of ['id', 'source', 'type']) {
    const value = attributes[name];
    if (typeof value !== 'string' || value === '') return `it has no "${name}"`;
  }
  // Of each request and its answer: no lists, and no expression for names that all have.
  for (const name of Object.keys(attributes)) {
    if (name === 'data') continue;
    if (!known.has(name) && !/^[a-z0-9]+$/.test(name))
      return `"${name}" is no name of an attribute`;
    const kind = typeof attributes[name];
    if (kind !== 'string' && kind !== 'number' && kind !== 'boolean' && kind !== 'undefined') {
      return `the attribute "${name}" is no text, number or boolean`;
    }
  }
  return undefined;
}
