import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, type Fault, type NotesFaults, problem } from './notes-answer.ts';
import { readBody, readQuery } from './notes-input.ts';

/** A running notes service. */
export interface NotesService {
  readonly url: string;
  alive(): boolean;
  stop(): Promise<void>;
}

interface Note {
  readonly id: string;
  readonly title: string;
  readonly body: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/**
 * The service of the `notes()` blueprint by hand, in memory, without filters: small enough to be plainly
 * right, so that what a gate says of it shows whether the gate is.
 */
export async function startNotes(
  document: unknown,
  faults: readonly Fault[] = [],
): Promise<NotesService> {
  const state: State = {
    notes: new Map(),
    count: 0,
    dead: false,
    document,
    has: (fault) => faults.includes(fault),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = state.dead ? 'hang-up' : handle(state, request, Buffer.concat(chunks));
      if (answer === 'hang-up') response.destroy();
      else send(state, request, response, answer);
    });
  });
  server.on('clientError', (_, socket) => {
    if (!socket.writable) return;
    const json = JSON.stringify(problem(400, 'malformed-request').json);
    const type = state.has('raw-default') ? 'text/plain' : 'application/problem+json';
    socket.end(
      `HTTP/1.1 400 Bad Request\r\ncontent-type: ${type}\r\nconnection: close\r\n\r\n${json}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    alive: () => !state.dead,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface State extends NotesFaults {
  readonly notes: Map<string, Note>;
  readonly document: unknown;
  count: number;
}

const METHODS: Readonly<Record<string, readonly string[]>> = {
  list: ['GET', 'POST'],
  item: ['GET', 'PUT', 'PATCH', 'DELETE'],
  fixed: ['GET'],
};
const FIXED = ['/events', '/health/live', '/health/ready', '/metrics', '/openapi.json', '/docs'];
const LIST_PARAMETERS =
  /^(limit|cursor|q|sort|(title|createdAt|updatedAt)(\[(ne|in|gt|gte|lt|lte)\])?)$/;

function handle(state: State, request: IncomingMessage, bytes: Buffer): Answer | 'hang-up' {
  const [path = '', search = ''] = (request.url ?? '').split('?', 2);
  const id = /^\/api\/notes\/([^/]+)$/.exec(path)?.[1];
  const kind =
    path === '/api/notes'
      ? 'list'
      : id !== undefined
        ? 'item'
        : FIXED.includes(path)
          ? 'fixed'
          : undefined;
  if (kind === undefined) return problem(404, 'not-found');
  const methods = METHODS[kind] ?? [];
  const method = request.method ?? '';
  if (!methods.includes(method)) {
    if (state.has('wrong-method')) return problem(404, 'not-found');
    return { ...problem(405, 'method-not-allowed'), headers: { allow: methods.join(', ') } };
  }
  const accept = request.headers.accept;
  if (kind !== 'fixed' && accept !== undefined && /^(text|image)\/[^*]*$/.test(accept))
    return problem(406, 'not-acceptable');
  const query = readQuery(
    state,
    search,
    path === '/api/notes' && method === 'GET'
      ? LIST_PARAMETERS
      : path === '/events'
        ? /^(limit|cursor)$/
        : undefined,
  );
  if ('status' in query) return query;
  if (kind === 'fixed') return fixed(state, path);
  if (id !== undefined) return item(state, request, id, bytes);
  return method === 'GET' ? list(state, query.values) : create(state, request, bytes);
}

function fixed(state: State, path: string): Answer {
  if (path === '/events') return { status: 200, json: { items: [], nextCursor: '0' } };
  if (path === '/metrics')
    return { status: 200, text: 'http_requests_total{method="GET"} 1\n', type: 'text/plain' };
  if (path === '/docs')
    return { status: 200, text: '<!doctype html><a href="/openapi.json">', type: 'text/html' };
  return { status: 200, json: path === '/openapi.json' ? state.document : { status: 'ok' } };
}

function list(state: State, query: ReadonlyMap<string, string>): Answer {
  const ascending = query.get('sort') === 'createdAt';
  const notes = [...state.notes.values()];
  if (!ascending) notes.reverse();
  const limit = Number(query.get('limit') ?? 20);
  const from = Number(query.get('cursor') ?? 0);
  const items = notes.slice(from, from + limit);
  const next = from + limit + (state.has('page-off-by-one') ? 1 : 0);
  return { status: 200, json: { items, nextCursor: next < notes.length ? String(next) : null } };
}

function create(state: State, request: IncomingMessage, bytes: Buffer): Answer | 'hang-up' {
  const body = readBody(state, request, bytes, ['title']);
  if (body === 'hang-up' || 'status' in body) return body;
  const { title = '', body: text = null } = body.fields;
  state.count += 1;
  const id = `0190f5c2-0000-${state.has('wrong-id') ? 4 : 7}000-8000-${String(state.count).padStart(12, '0')}`;
  const note = stamped(state, {
    id,
    title: title ?? '',
    body: text,
    createdAt: time(state),
    updatedAt: '',
  });
  state.notes.set(id, note);
  const location = state.has('no-location') ? {} : { location: `/api/notes/${id}` };
  return {
    ...record(state, note),
    status: state.has('teapot') ? 418 : 201,
    headers: { ...etag(state, note), ...location },
  };
}

function item(
  state: State,
  request: IncomingMessage,
  id: string,
  bytes: Buffer,
): Answer | 'hang-up' {
  const note = state.notes.get(id);
  if (!note) return problem(404, 'not-found');
  const current = etag(state, note)['etag'];
  if (request.method === 'GET') {
    if (
      request.headers['if-none-match'] !== undefined &&
      [current, '*'].includes(request.headers['if-none-match'])
    )
      return { status: 304, headers: etag(state, note) };
    return { ...record(state, note), headers: etag(state, note) };
  }
  const match = request.headers['if-match'];
  if (match?.startsWith('W/') && state.has('undocumented')) return problem(402, 'payment-required');
  if (
    match !== undefined &&
    !match.split(/, ?/).includes(current ?? '') &&
    match !== '*' &&
    !state.has('stale-etag')
  )
    return problem(412, 'precondition-failed');
  if (request.method === 'DELETE') {
    if (!state.has('lost-after-delete')) state.notes.delete(id);
    return { status: 204 };
  }
  const body = readBody(state, request, bytes, request.method === 'PUT' ? ['title'] : []);
  if (body === 'hang-up' || 'status' in body) return body;
  const base = request.method === 'PUT' ? { ...note, body: null } : note;
  const { title, body: text } = body.fields;
  const next = stamped(state, {
    ...base,
    ...(typeof title === 'string' && { title }),
    ...(text !== undefined && { body: text }),
  });
  state.notes.set(id, next);
  return { ...record(state, next), headers: etag(state, next) };
}

function record(state: State, note: Note): Answer {
  return { status: 200, json: state.has('leaks-secret') ? { ...note, password: 'x' } : note };
}

function etag(state: State, note: Note): Record<string, string> {
  return state.has('no-etag') ? {} : { etag: `"${note.updatedAt}"` };
}

function stamped(state: State, note: Note): Note {
  return {
    ...note,
    title: state.has('trims-title') ? note.title.trim().slice(0, 100) : note.title,
    updatedAt: time(state),
  };
}

/** A clock that moves with each look at it. */
function time(state: State): string {
  state.count += 1;
  return new Date(1_700_000_000_000 + state.count).toISOString();
}

function send(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): void {
  const isProblem = answer.status >= 400 && !state.has('problem-as-json');
  const type =
    answer.type ??
    (isProblem
      ? 'application/problem+json'
      : state.has('wrong-type')
        ? 'text/json'
        : 'application/json');
  const text = answer.text ?? (answer.json === undefined ? undefined : JSON.stringify(answer.json));
  response.writeHead(answer.status, {
    'x-request-id': '1',
    ...(text !== undefined && { 'content-type': type }),
    ...answer.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
