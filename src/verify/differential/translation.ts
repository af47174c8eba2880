import type { HttpRequest } from '../http/exchange.ts';

type Differ = (where: string, first: unknown, second: unknown) => void;
type Json = Readonly<Record<string, unknown>>;

/** Ids, times, tokens and cursors within a text; an escape is none, nor the beginning of one. */
const CHOSEN =
  /%[0-9a-f]{2}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT\d\d(?::|%3A)\d\d(?::|%3A)\d\d\.\d{3}Z|[\w-]+\.[\w-]+\.[\w-]+|[\w-]{20,}/gi;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** Times that two services take of their own clock are at most so far apart. */
const CLOCK_MS = 10_000;

/** Which value of the second service stands for which of the first: learned from their answers. */
export class Translation {
  readonly #second = new Map<string, string>();
  readonly #origins: readonly [string, string];

  /** @param origins of the services, such as `http://127.0.0.1:3000` */
  constructor(origins: readonly [string, string]) {
    this.#origins = origins;
  }

  /** The request to the second service that means what it means to the first. */
  request(request: HttpRequest): HttpRequest {
    const { target, headers, body } = request;
    return {
      ...request,
      target: this.#text(target),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, this.#text(value)]),
      ),
      ...(body !== undefined && { body: typeof body === 'string' ? this.#text(body) : body }),
    };
  }

  /** Compares two JSON values, and learns from them. */
  compare(first: unknown, second: unknown, where: string, differ: Differ): void {
    if (isObject(first) && isObject(second)) {
      for (const name of new Set([...Object.keys(first), ...Object.keys(second)]))
        this.compare(first[name], second[name], `${where}/${name}`, differ);
    } else if (!this.same(where, first, second)) differ(where, first, second);
  }

  /** True if both are equal, or each its service's own choice for the same. */
  same(where: string, first: unknown, second: unknown): boolean {
    if (first === second) return true;
    if (typeof first !== 'string' || typeof second !== 'string') return false;
    if (areTimes(first, second)) {
      this.#second.set(first, second).set(encodeURIComponent(first), encodeURIComponent(second));
      return true;
    }
    const known = this.#second.get(first);
    if (known !== undefined) return known === second;
    if (areChosen(where, first, second)) {
      this.#second.set(first, second);
      return true;
    }
    return plain(where, this.#text(first)) === plain(where, second);
  }

  #text(text: string): string {
    const [first, second] = this.#origins;
    const translated = text.replace(CHOSEN, (part) => this.#second.get(part) ?? part);
    return translated.replaceAll(first, second);
  }
}

function areChosen(where: string, first: string, second: string): boolean {
  return /\/(nextCursor|token)$/.test(where) || (UUID.test(first) && UUID.test(second));
}

function areTimes(first: string, second: string): boolean {
  if (!TIME.test(first) || !TIME.test(second)) return false;
  return Math.abs(Date.parse(first) - Date.parse(second)) < CLOCK_MS;
}

/** What is left to compare of a text that is made of other values. */
function plain(where: string, text: string): string {
  // Whether UTF-8 is named does not matter: JSON is always that (RFC 8259, 8.1).
  return where === 'header content-type' ? text.replace(/; *charset=utf-8$/i, '') : text;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
