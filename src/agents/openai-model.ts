import type { ModelAnswer, ModelPort, ModelQuestion } from './model-port.ts';

export interface OpenAiModelOptions {
  /** The endpoint's base, such as `https://models.example/v1`; `/chat/completions` is put behind it. */
  readonly url: URL;
  readonly model: string;
  /** Sent as a bearer token and to no other place: redirects are not followed. */
  readonly key?: string;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 256_000;
/** Characters of data that are shown; more is cut, so that an answer still comes in time. */
const MAX_DATA = 20_000;

/** A model behind an endpoint that answers as OpenAI's chat completions do. */
export function openAiModel({
  url,
  model,
  key,
  timeoutMs = TIMEOUT_MS,
  maxBytes = MAX_BYTES,
  signal,
}: OpenAiModelOptions): ModelPort {
  const place = new URL(`${url.href.replace(/\/+$/, '')}/chat/completions`);
  return {
    async ask(question) {
      const late = AbortSignal.timeout(timeoutMs);
      try {
        const response = await fetch(place, {
          method: 'POST',
          redirect: 'error',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            ...(key !== undefined && { authorization: `Bearer ${key}` }),
          },
          body: JSON.stringify({ model, temperature: 0, messages: messagesOf(question) }),
          signal: signal ? AbortSignal.any([late, signal]) : late,
        });
        if (!response.ok) {
          await response.body?.cancel();
          return { problem: `it answered ${response.status}` };
        }
        const body = await boundedText(response, maxBytes);
        return body === undefined ? { problem: 'its answer is too long' } : answerIn(body);
      } catch {
        // What went wrong may repeat what was sent: only the kind of it is said.
        return { problem: late.aborted ? 'it took too long' : 'it could not be reached' };
      }
    },
  };
}

function messagesOf({ task, data }: ModelQuestion) {
  const shown = JSON.stringify(data) ?? 'null';
  return [
    { role: 'system', content: task },
    { role: 'user', content: shown.slice(0, MAX_DATA) },
  ];
}

/** Undefined if there is more than `most`; what lies beyond is not read. */
async function boundedText(response: Response, most: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answerIn(body: string): ModelAnswer {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { problem: 'its answer is no JSON' };
  }
  const [first] = listAt(json, 'choices');
  const content = propertyAt(propertyAt(first, 'message'), 'content');
  return typeof content === 'string' ? { text: content } : { problem: 'its answer has no text' };
}

function propertyAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = propertyAt(value, name);
  return Array.isArray(list) ? list : [];
}
