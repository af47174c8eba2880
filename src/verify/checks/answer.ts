import { jsonOf } from '../http/exchange.ts';
import type { HttpResponse } from '../http/exchange.ts';
import type { JsonRecord } from '#rules';

/** An answer with its JSON read. */
export interface Answer extends HttpResponse {
  readonly json: unknown;
  /** The JSON as an object; empty where it is none. */
  readonly record: JsonRecord;
  /** The elements of `items`, where there are any. */
  readonly items: readonly JsonRecord[];
  /** What was asked, for messages: `POST /api/orders`. */
  readonly asked: string;
}

export function readAnswer(response: HttpResponse, asked: string): Answer {
  const json = response.text === '' ? undefined : jsonOf(response);
  const record = asRecord(json);
  const items = Array.isArray(record['items']) ? record['items'].map(asRecord) : [];
  return { ...response, json, record, items, asked };
}

export function asRecord(json: unknown): JsonRecord {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  return isObject ? (json as JsonRecord) : {};
}
