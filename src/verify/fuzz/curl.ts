import type { HttpRequest } from '../http/exchange.ts';

/** What a curl has to know of a record to make it first, by id. */
export interface CurlRecord {
  readonly resource: { readonly collection: string };
  readonly made?: HttpRequest;
}

export type CurlRecords = Map<string, CurlRecord>;

/**
 * Commands for a shell that make a request again: `$URL` is the base of a running service, `$TOKEN` a bearer
 * token. Records that it refers to are made first; `jq` reads their ids.
 */
export function curlOf(request: HttpRequest, known: ReadonlyMap<string, CurlRecord>): string {
  const setup = new Map<string, string>();
  const command = render(request, known, setup, 0);
  return [...setup.values(), command].join('\n');
}

/** Texts longer than this are written as a repetition where they are one. */
const LONG = 400;

function render(
  request: HttpRequest,
  known: ReadonlyMap<string, CurlRecord>,
  setup: Map<string, string>,
  depth: number,
): string {
  const quoted = (text: string) => withVariables(quote(text), known, setup, depth);
  const { body } = request;
  const parts = ['curl -sS -i', ...(request.method === 'GET' ? [] : [`-X ${request.method}`])];
  // Without this curl tidies up `..` in the path.
  if (/\.\.|%2e/i.test(request.target)) parts.push('--path-as-is');
  parts.push(`"$URL"${quoted(request.target)}`);
  for (const [name, value] of Object.entries(request.headers)) {
    const isToken = name === 'authorization' && value.length > 60;
    // curl leaves out a header without a value unless it ends in a semicolon.
    const header = value === '' ? quote(`${name};`) : quoted(`${name}: ${value}`);
    parts.push(`-H ${isToken ? '"authorization: Bearer $TOKEN"' : header}`);
  }
  if (body !== undefined && !('content-type' in request.headers)) parts.push(`-H 'content-type:'`);
  if (body === undefined) return parts.join(' ');
  const text = Buffer.isBuffer(body) ? body.toString('utf8') : body;
  const isText = !Buffer.isBuffer(body) || Buffer.from(text).equals(body);
  if (isText && text.length <= LONG) return `${parts.join(' ')} --data-binary ${quoted(text)}`;
  return `node -e ${quote(`process.stdout.write(${expression(body)})`)} | ${parts.join(' ')} --data-binary @-`;
}

/** The body as a JavaScript expression, long repetitions shortened. */
function expression(body: string | Buffer): string {
  const text = Buffer.isBuffer(body) ? body.toString('latin1') : body;
  const runs = text.match(/([^])\1{19,}|(?:(?!([^])\2{19})[^])+/gu) ?? [];
  const parts = runs.map((run) => {
    const [first = ''] = run;
    const isRun = run.length >= 20 && run === first.repeat(run.length / first.length);
    return isRun
      ? `${JSON.stringify(first)}.repeat(${run.length / first.length})`
      : JSON.stringify(run.slice(0, 2000));
  });
  return Buffer.isBuffer(body) ? `Buffer.from(${parts.join(' + ')}, 'latin1')` : parts.join(' + ');
}

/** Ids of records that we made become shell variables, and the commands that make them go to `setup`. */
function withVariables(
  quoted: string,
  known: ReadonlyMap<string, CurlRecord>,
  setup: Map<string, string>,
  depth: number,
): string {
  return quoted.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const record = known.get(id);
    if (!record || depth > 6) return id;
    const variable = variableOf(record);
    if (!setup.has(variable)) {
      // Its own setup comes before it: the place is taken after the recursion.
      const command = record.made
        ? render(record.made, known, setup, depth + 1).replace('curl -sS -i', 'curl -sS')
        : `curl -sS "$URL"${quote(record.resource.collection)} -H "authorization: Bearer $TOKEN"`;
      const path = record.made ? '.id' : '.items[0].id';
      setup.set(variable, `${variable}=$(${command} | jq -r ${path})`);
    }
    return `'"$${variable}"'`;
  });
}

/** `/api/order-lines` → `ORDER_LINES_ID`; records of one collection share a variable: one is as good as another. */
function variableOf({ resource }: CurlRecord): string {
  const name = resource.collection.slice(resource.collection.lastIndexOf('/') + 1);
  return `${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_ID`;
}

/** A word of a POSIX shell: only the quote itself needs care. */
function quote(text: string): string {
  return `'${text.replaceAll(`'`, `'\\''`)}'`;
}
