/** The described media type that a given one is of: itself, else its kind, else any. */
export function bestMatch(given: string, described: readonly string[]): string | undefined {
  const type = plain(given);
  const [kind] = type.split('/');
  return (
    described.find((name) => plain(name) === type) ??
    described.find((name) => plain(name) === `${kind}/*`) ??
    described.find((name) => plain(name) === '*/*')
  );
}

export function isJsonType(type: string): boolean {
  return /^[^/]+\/(?:json|[^;]*\+json)(?:;|$)/.test(plain(type));
}

/** Does `Accept` admit one of these types, or the problem documents of any operation? */
export function isAccepted(accept: string | undefined, types: readonly string[]): boolean {
  if (accept === undefined || types.length === 0) return true;
  return accept
    .slice(0, 4000)
    .split(',')
    .some((range) => {
      const wanted = plain(range);
      if (/;\s*q=0(?:\.0*)?\s*(?:;|$)/.test(range)) return false;
      if (wanted === '*/*' || wanted === 'application/problem+json') return true;
      const [kind] = wanted.split('/');
      return types.some((type) => {
        const offered = plain(type);
        if (offered === wanted || offered === '*/*') return true;
        return wanted === `${kind}/*` && offered.startsWith(`${kind}/`);
      });
    });
}

const plain = (type: string) => type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
