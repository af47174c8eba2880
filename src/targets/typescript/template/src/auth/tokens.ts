import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';

export const SESSION_SECONDS = 12 * 3600;
/** Tokens that were found valid before need no second look at their signature. */
const MOST_KNOWN = 10_000;

interface Known {
  readonly session: string;
  readonly expires: number;
}

/** Signs and checks session tokens: JWTs by HS256 that carry the id of a session. */
export class Tokens {
  readonly #key: Uint8Array;
  readonly #known = new Map<string, Known>();

  constructor(secret: string) {
    this.#key = new TextEncoder().encode(secret);
  }

  sign(session: string, account: string, issuedAt: number): Promise<string> {
    return new SignJWT({ sid: session })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(account)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + SESSION_SECONDS)
      .sign(this.#key);
  }

  /** The session of a token, or undefined if the token is not one of ours or has expired. */
  async session(token: string): Promise<string | undefined> {
    const known = this.#known.get(token) ?? (await this.#verify(token));
    return known && known.expires > Date.now() / 1000 ? known.session : undefined;
  }

  async #verify(token: string): Promise<Known | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.#key, { algorithms: ['HS256'] });
      const { sid, exp } = payload;
      if (typeof sid !== 'string' || exp === undefined) return undefined;
      const known = { session: sid, expires: exp };
      const [oldest] = this.#known.keys();
      if (this.#known.size >= MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
      this.#known.set(token, known);
      return known;
    } catch {
      return undefined;
    }
  }
}
