import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../db/database.ts';
import { answerPreflight } from '../http/cors.ts';
import { notFound, Problem } from '../http/problem.ts';
import { sendAnswer } from './answers.ts';
import { describeOperations } from './described.ts';
import type { Described } from './described.ts';
import { isAccepted } from './media-types.ts';
import type { ApiOperation } from './operation.ts';
import { readParameters } from './parameters.ts';
import { isPart } from './part.ts';
import { readRequestBody } from './request-body.ts';
import { Router } from './router.ts';
import { Schemas } from './schemas.ts';
import { credentialsOf } from './security.ts';
import type { Authenticate } from './security.ts';

/** What a contract that was given is served with. */
export interface Api {
  /** The path below which the operations are, such as `/v1`; empty for none. */
  readonly base: string;
  readonly operations: readonly ApiOperation[];
  readonly authenticate: Authenticate;
  /** Patterns of the contract that would take too long to check. */
  readonly unchecked: readonly string[];
}

/** What the routes need of the service around them. */
export interface ApiSurroundings {
  readonly contract: unknown;
  readonly database: Database;
  readonly corsOrigins: ReadonlySet<string>;
  /** @throws a problem 429 */
  readonly count: (client: string) => void;
}

/** The operation of the contract that a request is for. */
interface Requested {
  readonly described: Described;
  /** The parameters in its path. */
  readonly path: Readonly<Record<string, string>>;
  readonly caller: unknown;
}

declare module 'fastify' {
  interface FastifyRequest {
    operation?: Requested;
  }
}

/** Adds the operations of a contract: requests and answers are checked against it, to the letter. */
export function api({ base, operations, authenticate, unchecked }: Api) {
  return async (app: FastifyInstance, around: ApiSurroundings): Promise<void> => {
    const document = isPart(around.contract) ? around.contract : {};
    const schemas = new Schemas(document, unchecked);
    const router = new Router<Described>();
    for (const described of describeOperations(document, operations, schemas)) {
      router.add(described.method, base + described.path, described);
    }
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      '*',
      { parseAs: 'buffer' },
      async (_: FastifyRequest, body: Buffer) => body,
    );
    app.decorateRequest('operation');

    app.addHook('onRequest', async (request, reply) => {
      const match = router.find((request.raw.url ?? '').split('?', 1)[0] ?? '');
      const { method } = request;
      const found = match?.get(method) ?? (method === 'HEAD' ? match?.get('GET') : undefined);
      if (found) {
        around.count(request.ip);
        const { value: described, parameters: path } = found;
        request.routeName = base + described.path;
        const credentials = credentialsOf(described.security, document, request);
        const caller = credentials && (await authenticate(credentials, request));
        request.operation = { described, path, caller };
        return;
      }
      if (!match) throw notFound();
      const allow = [...new Set([...match.keys(), 'OPTIONS'])].toSorted().join(', ');
      if (method === 'OPTIONS') return answerPreflight(around.corsOrigins, allow, request, reply);
      throw new Problem('method-not-allowed', `This path has ${allow}.`, { headers: { allow } });
    });

    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const { described, path, caller } = request.operation ?? fail();
      const { answerTypes } = described;
      if (!isAccepted(request.headers.accept, answerTypes))
        throw new Problem('not-acceptable', `Answers are ${answerTypes.join(', ')}.`);
      const parameters = readParameters(described.parameters, request, path, schemas);
      const answer = await described.handle({
        path: parameters.path,
        query: parameters.query,
        headers: parameters.header,
        cookies: parameters.cookie,
        body: await readRequestBody(described.requestBody, request, schemas),
        caller,
        database: around.database,
        raw: request,
      });
      return sendAnswer(reply, described, answer, document, schemas);
    };
    app.all(base === '' ? '/' : base, handler);
    app.all(`${base}/*`, handler);
  };
}

function fail(): never {
  throw new Error('A request without operation has passed.');
}
