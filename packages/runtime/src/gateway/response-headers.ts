import { isHopByHop, nominated } from './hop-by-hop.ts';

/**
 * The headers of an answer, without those of the connection to the upstream.
 * @param headers name, value, name, value, as they came; so is what it gives
 */
export function answerHeaders(headers: readonly string[], requestId: string): string[] {
  const dropped = nominated(headerOf(headers, 'connection'));
  const result: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const raw = headers[at] ?? '';
    const name = raw.toLowerCase();
    if (isHopByHop(name) || dropped?.has(name) === true || name === 'x-request-id') continue;
    result.push(raw, headers[at + 1] ?? '');
  }
  result.push('x-request-id', requestId);
  return result;
}

/** What a header says; several of one name in one text. @param name in lower case */
export function headerOf(headers: readonly string[], name: string): string | undefined {
  let found: string | undefined;
  for (let at = 0; at < headers.length; at += 2) {
    const raw = headers[at] ?? '';
    if (raw.length !== name.length || raw.toLowerCase() !== name) continue;
    found = found === undefined ? headers[at + 1] : `${found}, ${headers[at + 1]}`;
  }
  return found;
}

/** The same by name, in lower case; several of one name as a list. */
export function headerRecord(headers: readonly string[]): Record<string, string | string[]> {
  const result = new Map<string, string | string[]>();
  for (let at = 0; at < headers.length; at += 2) {
    const name = (headers[at] ?? '').toLowerCase();
    const value = headers[at + 1] ?? '';
    const before = result.get(name);
    result.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(result);
}
