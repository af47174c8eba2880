import { createHmac, createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import type { Principal } from '../component/context.ts';
import { UnauthenticatedError } from '../errors/middleware-errors.ts';
import { RecentMap } from '../middleware/recent-map.ts';
import type { Authenticate, Credentials } from './authenticate.ts';
import { problem } from './problem.ts';

/** How tokens are signed and what they have to say; part of the gateway's configuration. */
export interface JwtConfig {
  readonly algorithm: 'HS256' | 'RS256' | 'ES256' | 'EdDSA';
  /** The shared secret, or the public key as PEM. */
  readonly key: string;
  /** A cookie that holds the token too; a bearer token wins. */
  readonly cookie?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** The claim with the roles, a list of texts; default `roles`. */
  readonly rolesClaim?: string;
}

interface Claims {
  readonly sub?: unknown;
  readonly exp?: unknown;
  readonly nbf?: unknown;
  readonly iss?: unknown;
  readonly aud?: unknown;
  readonly [name: string]: unknown;
}

interface Known {
  readonly principal: Principal;
  /** Seconds since 1970. */
  readonly from: number;
  readonly until: number;
}

const LONGEST = 8192;

/**
 * Knows callers by JSON Web Tokens (RFC 7519), as bearer or in a cookie. One algorithm only, whatever a token
 * says (RFC 8725, section 3.1). Tokens that hold are remembered until they expire.
 * @param now seconds since 1970
 */
export function jwt(config: JwtConfig, now = () => Date.now() / 1000): Authenticate {
  const holds = verifier(config);
  const known = new RecentMap<Known>(2000);
  return (request) => {
    const { token, fromCookie } = tokenOf(request, config.cookie);
    if (token === undefined) return undefined;
    let found = known.get(token);
    if (found === undefined) {
      found = read(token, config, holds);
      known.set(token, found);
    }
    const time = now();
    if (time >= found.until) throw new UnauthenticatedError('The token has expired.');
    if (time < found.from) throw new UnauthenticatedError('The token does not hold yet.');
    if (fromCookie) assertSameOrigin(request);
    return found.principal;
  };
}

function read(
  token: string,
  config: JwtConfig,
  holds: (token: string, signature: Buffer) => boolean,
): Known {
  const parts = token.split('.');
  const [header = '', payload = '', signature = ''] = parts;
  const head = parse(header);
  const fine =
    token.length <= LONGEST &&
    parts.length === 3 &&
    head?.['alg'] === config.algorithm &&
    head['crit'] === undefined &&
    holds(`${header}.${payload}`, Buffer.from(signature, 'base64url'));
  const claims: Claims | undefined = fine ? parse(payload) : undefined;
  if (claims === undefined) throw new UnauthenticatedError('The token is not valid.');
  const { sub, exp, nbf, iss, aud } = claims;
  if (typeof sub !== 'string' || typeof exp !== 'number') {
    throw new UnauthenticatedError('The token says not whose it is, or not until when.');
  }
  const { issuer, audience, rolesClaim = 'roles' } = config;
  if (issuer !== undefined && iss !== issuer) throw new UnauthenticatedError('A wrong issuer.');
  if (audience !== undefined && ![aud].flat().includes(audience)) {
    throw new UnauthenticatedError('The token is for somebody else.');
  }
  const roles = [claims[rolesClaim] ?? []].flat().filter((role) => typeof role === 'string');
  return { principal: { id: sub, roles }, from: typeof nbf === 'number' ? nbf : 0, until: exp };
}

function verifier({ algorithm, key }: JwtConfig): (signed: string, signature: Buffer) => boolean {
  if (algorithm === 'HS256') {
    return (signed, signature) => {
      const right = createHmac('sha256', key).update(signed).digest();
      return right.length === signature.length && timingSafeEqual(right, signature);
    };
  }
  const publicKey: KeyObject = createPublicKey(key);
  const digest = algorithm === 'EdDSA' ? null : 'sha256';
  // RFC 7518, section 3.4: the two numbers side by side, not in DER.
  const input =
    algorithm === 'ES256' ? { key: publicKey, dsaEncoding: 'ieee-p1363' as const } : publicKey;
  return (signed, signature) => verify(digest, Buffer.from(signed), input, signature);
}

function tokenOf({ headers }: Credentials, cookie: string | undefined) {
  const { authorization } = headers;
  if (authorization !== undefined && /^bearer /i.test(authorization)) {
    return { token: authorization.slice('bearer '.length).trim(), fromCookie: false };
  }
  if (cookie === undefined || headers.cookie === undefined)
    return { token: undefined, fromCookie: false };
  for (const pair of headers.cookie.split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === cookie)
      return { token: pair.slice(at + 1).trim(), fromCookie: true };
  }
  return { token: undefined, fromCookie: false };
}

/** A browser sends cookies along with requests that other sites make; those must not change anything. */
function assertSameOrigin({ method, headers }: Credentials): void {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') {
    // A WebSocket is opened by GET and can do everything.
    if (headers.upgrade === undefined) return;
  }
  const from = headers.origin ?? headers.referer;
  const host = from === undefined || !URL.canParse(from) ? undefined : new URL(from).host;
  if (host !== undefined && host === headers.host) return;
  throw problem(403, 'other-origin', 'Another site may not do this in the name of its visitor.');
}

function parse(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
