import type { HttpRequest } from '../http/exchange.ts';

/** Bodies longer than this are described, not repeated. */
const LONGEST_BODY = 4000;

/** The arguments of a curl that sends a request to `$URL`; `quote` makes a shell word of a text. */
export function curlCommand(request: HttpRequest, quote: (text: string) => string): string {
  const { method, target, headers, body } = request;
  const words = [
    method === 'GET' ? '' : method === 'HEAD' ? '-I' : `-X ${method}`,
    // `--path-as-is` keeps `..` in a path, which curl would resolve.
    `${target.includes('..') ? '--path-as-is ' : ''}"$URL"${quote(target)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    body === undefined ? '' : bodyWords(body, quote),
  ];
  return words.filter((word) => word !== '').join(' ');
}

/** A shell word that says a text, with variables in the place of values. */
export function variableText(text: string, variables: ReadonlyMap<string, string>): string {
  const found = [...variables].find(([value]) => text.includes(value));
  if (found === undefined) return quoted(text);
  const [value, variable] = found;
  const at = text.indexOf(value);
  const before = variableText(text.slice(0, at), variables);
  const after = variableText(text.slice(at + value.length), variables);
  return `${before}"$${variable}"${after}`;
}

function bodyWords(body: string | Buffer, quote: (text: string) => string): string {
  if (body.length > LONGEST_BODY) {
    const start = quoted(body.toString().slice(0, 40));
    return `--data-binary @body # ${body.length} bytes that begin with ${start}`;
  }
  if (typeof body === 'string') return `--data-raw ${quote(body)}`;
  return `--data-binary @<(echo ${body.toString('base64')} | base64 -d)`;
}

function quoted(text: string): string {
  if (/^[\w./:=?&%,+-]*$/.test(text) && !/[?&]/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
