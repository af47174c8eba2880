import { isRecord } from '#blueprint';
import { givenCases } from '../fuzz/given/given-cases.ts';
import { givenOperations } from '../fuzz/given/given-operations.ts';
import { GivenSchemas } from '../fuzz/given/given-schemas.ts';
import { keptSequence } from '../fuzz/given/kept-sequence.ts';
import { createRandom } from '../fuzz/random.ts';
import type { HttpRequest } from '../http/exchange.ts';
import type { TwinQuestions } from './ask-twins.ts';

type Json = Readonly<Record<string, unknown>>;

/** Rounds at most: a contract of one operation has only so many different requests. */
const MOST_ROUNDS = 200;
/** Texts about which validators like to disagree. */
const TEXTS: readonly string[] = [
  '',
  ' 2026-01-01',
  '2026-02-30',
  '2026-1-1',
  '0000-01-01',
  '2026-01-01\n',
  '2026-01-01 00:00:00Z',
  '2026-01-01t00:00:00z',
  '2026-01-01T00:00:00+0530',
  '2026-12-31T23:59:60Z',
  '2026-01-01T24:00:00Z',
  '25:00:00Z',
  '12:00:00',
  'P1W1D',
  'PT',
  'a@b',
  '"a b"@c.de',
  'a..b@c.de',
  'ä@ö.de',
  'a.com.',
  '-a.com',
  '01.2.3.4',
  '::',
  '1::2::3',
  'http:',
  'http://a b',
  'http://ä.de',
  '//a.b',
  '%zz',
  '{a',
  '(',
  '/a~',
  '01',
  '0#',
  '3BE6453C-03EB-4357-AE5A-984A0E574A54',
  'urn:uuid:3be6453c-03eb-4357-ae5a-984a0e574a54',
  'YWI=',
  'YWJ=',
  'YWI',
  '====',
  '\u0000',
  '😀',
  '\u2028',
  '1e400',
  '__proto__',
];
/** Methods of which a path may have none, some or all. */
const METHODS = ['GET', 'PUT', 'PATCH', 'DELETE', 'POST', 'OPTIONS'];

/**
 * Asks services of a contract that was given: each operation with what the contract allows and with what it
 * does not, round after round with other values, until there were `least` requests; records that are kept
 * are followed through their life in each round.
 */
export async function askGiven(asked: TwinQuestions, least: number): Promise<void> {
  const { twins, service, signal } = asked;
  const { document = {} } = service;
  const operations = givenOperations(service);
  const schemas = new GivenSchemas(document);
  const random = createRandom(asked.seed);
  twins.clause = 'SP-2.7';
  for (const path of new Set(operations.map((operation) => operation.path)))
    for (const method of METHODS)
      await twins.send({ method, target: path.replace(/\{[^}]*\}/g, '%7E'), headers: {} });
  for (let round = 0; round < MOST_ROUNDS && (round === 0 || twins.requests < least); round += 1) {
    const values = random.fork(`round ${round}`);
    for (const operation of operations) {
      signal.throwIfAborted();
      if (round > 0 && twins.requests >= least) break;
      asked.onProgress(`${twins.requests} requests`);
      twins.clause = 'SP-16.3';
      const cases = givenCases(document, operation, schemas, values.fork(operation.name));
      for (const { request } of cases) await twins.send(request);
      if (round === 0)
        for (const request of withTexts(cases[0]?.request)) await twins.send(request);
    }
    twins.clause = 'SP-16.8';
    for (const { name: collection } of service.collections ?? []) {
      const kept = { document, operations, collection, schemas, random: values, client: twins };
      await keptSequence(kept);
    }
  }
}

/** The request with each text in each property of its body. */
function withTexts(request: HttpRequest | undefined): readonly HttpRequest[] {
  const body = request && jsonBody(request);
  if (!body) return [];
  return Object.keys(body).flatMap((name) =>
    TEXTS.map((text) => ({ ...request, body: JSON.stringify({ ...body, [name]: text }) })),
  );
}

function jsonBody({ headers, body }: HttpRequest): Json | undefined {
  if (typeof body !== 'string' || !/json/.test(headers['content-type'] ?? '')) return undefined;
  const value = JSON.parse(body) as unknown;
  return isRecord(value) ? value : undefined;
}
