import type { FastifyReply } from 'fastify';
import { bestMatch, isJsonType } from './media-types.ts';
import type { ApiAnswer } from './operation.ts';
import { entriesOf, follow, isPart } from './part.ts';
import type { Part } from './part.ts';
import type { Schemas } from './schemas.ts';

/** An answer that the contract does not describe: a fault of the handler, logged and answered with 500. */
export class AnswerError extends Error {
  constructor(operation: string, problem: string) {
    super(`The handler of ${operation} answers what the contract does not say: ${problem}`);
  }
}

/** Checks what a handler answers, and sends it. @throws AnswerError */
export function sendAnswer(
  reply: FastifyReply,
  operation: { readonly name: string; readonly responses: unknown },
  answer: ApiAnswer,
  document: Part,
  schemas: Schemas,
): FastifyReply {
  const fail = (problem: string): never => {
    throw new AnswerError(operation.name, problem);
  };
  const { status, headers = {}, body } = answer;
  const described = responseOf(operation.responses, status, document);
  if (!described) return fail(`there is no answer ${status}`);
  for (const [name, header] of entriesOf(described['headers'])) {
    const { required } = follow(document, header);
    const isThere = Object.keys(headers).some((key) => key.toLowerCase() === name.toLowerCase());
    if (required === true && !isThere) fail(`the header ${name} is missing`);
  }
  void reply.code(status).headers(headers);
  const content = entriesOf(described['content']);
  if (content.length === 0) {
    if (body !== undefined) fail(`${status} has no body`);
    return reply.send();
  }
  const types = content.map(([type]) => type);
  const wanted = answer.type ?? types.find(isJsonType) ?? types[0] ?? '';
  const type = bestMatch(wanted, types) ?? fail(`${status} is not of the type ${wanted}`);
  const media = content.find(([name]) => name === type)?.[1];
  const schema = isPart(media) ? media['schema'] : undefined;
  if (body === undefined) {
    if (schema !== undefined) fail(`the body of ${status} is missing`);
    return reply.send();
  }
  const sent = wanted.includes('*') ? 'application/octet-stream' : wanted;
  if (!isJsonType(sent)) {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    if (!isRaw) fail(`the body of ${status} is neither text nor bytes`);
    return reply.type(sent).send(typeof body === 'string' ? body : Buffer.from(body as Uint8Array));
  }
  const text = JSON.stringify(body);
  // What is sent is checked, rather than what it was made from: dates are texts by then.
  const [issue] = schema === undefined ? [] : schemas.check(schema, 'answer', JSON.parse(text));
  if (issue) fail(`${status} ${issue.pointer ?? ''} ${issue.message}`);
  return reply.type(sent).send(text);
}

/** How the contract describes a status: itself, else its class, else any other. */
function responseOf(responses: unknown, status: number, document: Part): Part | undefined {
  if (!isPart(responses)) return undefined;
  for (const key of [String(status), `${Math.floor(status / 100)}XX`, 'default']) {
    if (Object.hasOwn(responses, key)) return follow(document, responses[key]);
  }
  return undefined;
}
