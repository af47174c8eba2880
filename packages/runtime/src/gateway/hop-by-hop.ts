/**
 * Whether a header concerns one connection only and is not forwarded (RFC 9110, section 7.6.1). `name` is in
 * lower case.
 */
export function isHopByHop(name: string): boolean {
  switch (name) {
    case 'connection':
    case 'keep-alive':
    case 'proxy-connection':
    case 'proxy-authenticate':
    case 'proxy-authorization':
    case 'te':
    case 'trailer':
    case 'transfer-encoding':
    case 'upgrade':
      return true;
    default:
      return false;
  }
}

/** The names that a Connection header declares to be of one connection too, but for its own options. */
export function nominated(connection: string | undefined): ReadonlySet<string> | undefined {
  // What nearly every client sends.
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return;
  return new Set(connection.toLowerCase().split(/[\s,]+/));
}
