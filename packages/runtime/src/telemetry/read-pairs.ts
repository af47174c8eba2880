/** A list such as `a=1,b=two%20words`, of W3C Baggage without properties; undefined when it is none. */
export function readPairs(text: string): Record<string, string> | undefined {
  const pairs = new Map<string, string>();
  for (const part of text.split(',')) {
    if (part.trim() === '') continue;
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (at === -1 || name === '') return undefined;
    try {
      pairs.set(decodeURIComponent(name), decodeURIComponent(part.slice(at + 1).trim()));
    } catch {
      return undefined;
    }
  }
  return Object.fromEntries(pairs);
}
