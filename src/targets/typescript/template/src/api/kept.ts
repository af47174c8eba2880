import { uuidv7 } from '../uuid.ts';
import { Problem } from '../http/problem.ts';
import { notFound } from '../http/problem.ts';
import { segment } from '../fields/issues.ts';
import { KeptRecords } from './kept-records.ts';
import type { KeptRecord } from './kept-records.ts';
import type { ApiAnswer, ApiRequest } from './operation.ts';
import { isPart } from './part.ts';

/** A value that the service fills in where a request leaves it out. */
export interface Supplied {
  readonly property: string;
  readonly from: 'null' | 'value' | 'created' | 'updated';
  readonly value?: unknown;
  /** A date rather than a time. */
  readonly date?: boolean;
}

/** What is kept, and how records are told apart. */
export interface CollectionDefinition {
  readonly name: string;
  /** The property that stands in the path of a single record. */
  readonly key: string;
  readonly keyFrom: 'caller' | 'integer' | 'uuid';
  readonly supplied: readonly Supplied[];
}

/** How an operation shows records: within which properties, and with which parameters. */
export interface Keeping {
  readonly status: number;
  /** False: the answer has no body. */
  readonly answers: boolean;
  readonly answerIn?: string;
  readonly requestIn?: string;
  readonly count?: string;
  readonly limit?: string;
  readonly offset?: string;
  readonly page?: string;
  readonly pageSize?: number;
  readonly filters: readonly string[];
}

type Handle = (request: ApiRequest) => Promise<ApiAnswer>;

/** Operations that keep records in the database, in the shape that the contract gives them. */
export class Collection {
  readonly #definition: CollectionDefinition;
  readonly #records: KeptRecords;

  constructor(definition: CollectionDefinition) {
    this.#definition = definition;
    this.#records = new KeptRecords(definition.name);
  }

  list(keeping: Keeping): Handle {
    return async ({ query, database }) => {
      const given = query as Readonly<Record<string, unknown>>;
      const number = (name: string | undefined) =>
        name === undefined ? undefined : (given[name] as number | undefined);
      const limit = number(keeping.limit) ?? keeping.pageSize;
      const page = number(keeping.page);
      const start = number(keeping.offset) ?? (page === undefined ? 0 : (page - 1) * (limit ?? 0));
      const wanted = keeping.filters.filter((name) => given[name] !== undefined);
      const { records, count } = await this.#records.list(database, {
        filters: Object.fromEntries(wanted.map((name) => [name, given[name]])),
        limit: limit ?? (start > 0 ? Number.MAX_SAFE_INTEGER : undefined),
        offset: Math.max(0, start),
      });
      const { answerIn, status } = keeping;
      if (answerIn === undefined) return { status, body: records };
      const counted = keeping.count === undefined ? {} : { [keeping.count]: count };
      return { status, body: { [answerIn]: records, ...counted } };
    };
  }

  create(keeping: Keeping): Handle {
    return async ({ body, database, raw }) => {
      const { key, keyFrom } = this.#definition;
      const given = recordIn(body, keeping);
      const made = await database.write(async (tx) => {
        const value =
          keyFrom === 'caller'
            ? given[key]
            : keyFrom === 'integer'
              ? await this.#records.nextNumber(tx)
              : uuidv7();
        const record = { [key]: value, ...this.#filled({ ...given, [key]: value }, undefined) };
        return this.#records.add(tx, String(value), record);
      });
      if (!made) throw taken(key, keeping);
      const path = (raw.raw.url ?? '').split('?', 1)[0];
      const location = `${path}/${encoded(String(made[key]))}`;
      return { ...shown(made, keeping), ...(keeping.status === 201 && { headers: { location } }) };
    };
  }

  read(keeping: Keeping): Handle {
    return async ({ path, database }) => {
      const record = await this.#records.find(database.db, keyIn(path));
      if (!record) throw notFound();
      return shown(record, keeping);
    };
  }

  replace(keeping: Keeping): Handle {
    return this.#change(keeping, (before, given) => this.#filled(given, before));
  }

  update(keeping: Keeping): Handle {
    return this.#change(keeping, (before, given) => ({
      ...patched(before, given),
      ...this.#times(before),
    }));
  }

  delete(keeping: Keeping): Handle {
    return async ({ path, database }) => {
      const record = await database.write(async (tx) => {
        const found = await this.#records.find(tx, keyIn(path));
        if (found) await this.#records.remove(tx, keyIn(path));
        return found;
      });
      if (!record) throw notFound();
      return shown(record, keeping);
    };
  }

  #change(keeping: Keeping, next: (before: KeptRecord, given: KeptRecord) => KeptRecord): Handle {
    return async ({ path, body, database }) => {
      const { key } = this.#definition;
      const given = recordIn(body, keeping);
      const record = await database.write(async (tx) => {
        const before = await this.#records.find(tx, keyIn(path));
        if (!before) throw notFound();
        if (given[key] !== undefined && given[key] !== before[key]) throw fixed(key, keeping);
        const changed = { ...next(before, given), [key]: before[key] };
        await this.#records.put(tx, keyIn(path), changed);
        return changed;
      });
      return shown(record, keeping);
    };
  }

  /** What a request gives, and what it leaves out. */
  #filled(given: KeptRecord, before: KeptRecord | undefined): KeptRecord {
    const time = new Date();
    const supplied = this.#definition.supplied
      .filter(
        ({ property, from }) =>
          given[property] === undefined || from === 'updated' || from === 'created',
      )
      .map(({ property, from, value, date }) => [
        property,
        from === 'null'
          ? null
          : from === 'value'
            ? value
            : from === 'created' && before
              ? before[property]
              : textOf(time, date),
      ]);
    return { ...given, ...Object.fromEntries(supplied) };
  }

  #times(before: KeptRecord): KeptRecord {
    const time = new Date();
    const times = this.#definition.supplied
      .filter(({ from }) => from === 'created' || from === 'updated')
      .map(({ property, from, date }) => [
        property,
        from === 'created' ? before[property] : textOf(time, date),
      ]);
    return Object.fromEntries(times);
  }
}

/** The parameter of the path; the contract has checked it. */
function keyIn(path: object): string {
  return String(Object.values(path)[0]);
}

function recordIn(body: unknown, { requestIn }: Keeping): KeptRecord {
  const record = requestIn === undefined ? body : isPart(body) ? body[requestIn] : undefined;
  return isPart(record) ? record : {};
}

function shown(record: KeptRecord, { status, answers, answerIn }: Keeping): ApiAnswer {
  if (!answers) return { status };
  return { status, body: answerIn === undefined ? record : { [answerIn]: record } };
}

/** A JSON merge patch (RFC 7396), but that null is a value where the contract allows it. */
function patched(before: KeptRecord, patch: KeptRecord): KeptRecord {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(entries) };
}

function textOf(time: Date, date = false): string {
  const text = time.toISOString();
  return date ? text.slice(0, 10) : text;
}

function pointerTo(key: string, { requestIn }: Keeping): string {
  return (requestIn === undefined ? '' : segment(requestIn)) + segment(key);
}

const taken = (key: string, keeping: Keeping) =>
  new Problem('conflict', `There is a record with this ${key} already.`, {
    errors: [{ pointer: pointerTo(key, keeping), code: 'duplicate', message: 'is taken' }],
  });

const fixed = (key: string, keeping: Keeping) =>
  new Problem('validation-failed', 'The body is not valid: see errors.', {
    errors: [
      { pointer: pointerTo(key, keeping), code: 'read-only', message: 'must be that of the path' },
    ],
  });

/** A key in a path, with escapes for all but what RFC 3986 leaves free. */
function encoded(key: string): string {
  const escape = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(key).replace(/[!'()*]/g, escape);
}
