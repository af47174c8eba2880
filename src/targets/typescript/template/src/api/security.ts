import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';
import { entriesOf, follow, isPart } from './part.ts';
import type { Part } from './part.ts';

/** What a caller shows of himself, by one scheme of the contract. */
export interface Credential {
  /** The name of the scheme in the contract. */
  readonly scheme: string;
  /** The token, the key, or `user:password`. */
  readonly value: string;
  /** What the operation asks for. */
  readonly scopes: readonly string[];
}

/** Says who shows these credentials. @throws a problem 401 or 403 */
export type Authenticate = (
  credentials: readonly Credential[],
  request: FastifyRequest,
) => Promise<unknown>;

/**
 * The credentials of the first requirement that a request meets; undefined where it needs none.
 * @throws a problem 401 if it meets none
 */
export function credentialsOf(
  security: unknown,
  document: Part,
  request: FastifyRequest,
): readonly Credential[] | undefined {
  const requirements = Array.isArray(security) ? security.filter(isPart) : [];
  if (requirements.length === 0) return undefined;
  const components = isPart(document['components']) ? document['components'] : {};
  const schemes = isPart(components['securitySchemes']) ? components['securitySchemes'] : {};
  const challenges = new Set<string>();
  for (const requirement of requirements) {
    const credentials = Object.entries(requirement).map(([scheme, scopes]) => {
      const described = follow(document, Object.hasOwn(schemes, scheme) ? schemes[scheme] : {});
      challenges.add(challengeOf(described));
      const value = valueOf(described, request);
      const wanted = Array.isArray(scopes) ? scopes.filter((one) => typeof one === 'string') : [];
      return value === undefined ? undefined : { scheme, value, scopes: wanted };
    });
    const shown = credentials.filter((credential) => credential !== undefined);
    if (shown.length === credentials.length && shown.length > 0) return shown;
  }
  if (requirements.some((requirement) => entriesOf(requirement).length === 0)) return undefined;
  throw new Problem('unauthenticated', 'This operation needs credentials.', {
    headers: { 'www-authenticate': [...challenges].join(', ') },
  });
}

function valueOf(scheme: Part, request: FastifyRequest): string | undefined {
  const { headers } = request;
  if (scheme['type'] === 'apiKey') {
    const name = String(scheme['name']);
    if (scheme['in'] === 'header') return [headers[name.toLowerCase()]].flat()[0];
    if (scheme['in'] === 'query')
      return new URL(request.raw.url ?? '/', 'http://host').searchParams.get(name) ?? undefined;
    const cookies = (headers.cookie ?? '').split(';').map((part) => part.trim());
    return cookies.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  }
  if (scheme['type'] === 'mutualTLS') return undefined;
  const wanted = scheme['type'] === 'http' ? String(scheme['scheme']).toLowerCase() : 'bearer';
  const [given = '', value = ''] = (headers.authorization ?? '').split(/\s+/, 2);
  if (given.toLowerCase() !== wanted || value === '') return undefined;
  return wanted === 'basic' ? Buffer.from(value, 'base64').toString() : value;
}

function challengeOf(scheme: Part): string {
  if (scheme['type'] === 'http' && String(scheme['scheme']).toLowerCase() === 'basic')
    return 'Basic realm="service"';
  return scheme['type'] === 'apiKey' ? 'ApiKey' : 'Bearer';
}
