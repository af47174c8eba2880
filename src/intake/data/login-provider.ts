const providers =
  /^(?:apple|google|facebook|git ?hub|git ?lab|microsoft|linked ?in|twitter|x|discord|slack|oauth2?|sso|open ?id|magic links?|social (?:login|media|accounts?))(?: (?:oauth2?|accounts?|login|sign-?in|id))?$/iu;

/** "Sign in with Apple or email": who vouches for somebody is none of his attributes. */
export function isLoginProvider(name: string): boolean {
  return providers.test(name);
}
