/** What an answer consists of, as it comes; `onEnd` is last. */
export interface AnswerParts {
  /** @param headers name, value, name, value, as they came; names may have upper case */
  onHead(status: number, headers: string[]): void;
  onData(chunk: Buffer): void;
  onEnd(): void;
}

/** An answer that is not HTTP/1, or whose end two programs could see in different places. */
export class MalformedAnswerError extends Error {}

const LONGEST_HEAD = 32_768;
const LONGEST_LINE = 4096;
const MOST_INTERIM = 16;
const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');
const NOTHING = Buffer.alloc(0);

const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: .*)?$/;
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\r(?!\n)|(?<!\r)\n/;
const CHUNK = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i;

type State =
  | 'idle'
  | 'head'
  | 'length'
  | 'until-close'
  | 'chunk-size'
  | 'chunk'
  | 'chunk-end'
  | 'trailers';

/**
 * Reads the answers of one connection, one after another, from pieces of any size (RFC 9112). Strict where leniency
 * lets two programs disagree about where an answer ends: lines end with CR LF, there is one length or the one coding
 * `chunked`, and no header is folded. Trailers are read and dropped.
 */
export class AnswerParser {
  /** Whether the connection can be used again once the answer has ended. */
  reusable = true;
  /** How long the server keeps an idle connection, in seconds, when it says so. */
  keepAliveSeconds: number | undefined = undefined;
  #parts: AnswerParts | undefined = undefined;
  #state: State = 'idle';
  #bodiless = false;
  /** Bytes to come of the body or of its chunk. */
  #left = 0;
  /** Interim answers, or bytes of trailers, so far. */
  #count = 0;
  /** The beginning of a line or head whose end is still to come: so many bytes at the start of the room. */
  #held = 0;
  #room: Buffer = NOTHING;

  get busy(): boolean {
    return this.#state !== 'idle';
  }

  /** The next answer is that of a request with this method. */
  begin(method: string, parts: AnswerParts): void {
    this.#parts = parts;
    this.#bodiless = method === 'HEAD';
    this.#count = 0;
    this.#state = 'head';
  }

  /** @throws MalformedAnswerError; after that the connection is of no use */
  push(piece: Buffer): void {
    let at = 0;
    const data = this.#held === 0 ? piece : this.#joined(piece);
    while (at < data.length) {
      const next = this.#step(data, at);
      if (next === undefined) {
        const longest = this.#state === 'head' ? LONGEST_HEAD : LONGEST_LINE;
        if (data.length - at > longest) throw new MalformedAnswerError('A line has no end.');
        if (at > 0 || data === piece) this.#room = data.subarray(at);
        this.#held = data.length - at;
        return;
      }
      at = next;
      this.#held = 0;
    }
    // Who was given a part of the room may keep it.
    this.#room = NOTHING;
  }

  /** The connection has ended. @returns whether the answer is whole */
  close(): boolean {
    if (this.#state !== 'until-close') return false;
    this.#end();
    return true;
  }

  /** Reads one part; gives where the next begins, undefined when this one is not all there. */
  #step(data: Buffer, at: number): number | undefined {
    switch (this.#state) {
      case 'head': {
        const end = data.indexOf(HEAD_END, this.#unsearched(at, HEAD_END));
        if (end === -1) return undefined;
        if (end - at > LONGEST_HEAD) throw new MalformedAnswerError('The head is too long.');
        this.#readHead(data.toString('latin1', at, end + 2));
        return end + 4;
      }
      case 'length':
      case 'chunk': {
        const end = Math.min(data.length, at + this.#left);
        this.#left -= end - at;
        this.#parts?.onData(data.subarray(at, end));
        if (this.#left > 0) return end;
        if (this.#state === 'chunk') this.#state = 'chunk-end';
        else this.#end();
        return end;
      }
      case 'until-close':
        this.#parts?.onData(at === 0 ? data : data.subarray(at));
        return data.length;
      case 'chunk-size':
      case 'chunk-end':
      case 'trailers': {
        const end = data.indexOf(LINE_END, this.#unsearched(at, LINE_END));
        if (end === -1) return undefined;
        if (end - at > LONGEST_LINE) throw new MalformedAnswerError('A line is too long.');
        this.#readLine(data.toString('latin1', at, end));
        return end + 2;
      }
      case 'idle':
        // What nobody asked for may be meant as the answer to the next request.
        this.reusable = false;
        return data.length;
    }
  }

  /** What is held and the piece after it, in a room that grows twofold: an answer may come byte by byte. */
  #joined(piece: Buffer): Buffer {
    const length = this.#held + piece.length;
    if (length > this.#room.length) {
      const larger = Buffer.allocUnsafe(2 * length);
      this.#room.copy(larger, 0, 0, this.#held);
      this.#room = larger;
    }
    piece.copy(this.#room, this.#held);
    return this.#room.subarray(0, length);
  }

  /** Where an end can begin that was not there before. */
  #unsearched(at: number, end: Buffer): number {
    return Math.max(at, this.#held - end.length + 1);
  }

  #readLine(line: string): void {
    if (ILLEGAL.test(line)) throw new MalformedAnswerError('A line has a control character.');
    if (this.#state === 'trailers') {
      if (line === '') return this.#end();
      this.#count += line.length;
      if (this.#count > LONGEST_HEAD) throw new MalformedAnswerError('The trailers are too long.');
      return;
    }
    if (this.#state === 'chunk-end') {
      if (line !== '') throw new MalformedAnswerError('A chunk is longer than it says.');
      this.#state = 'chunk-size';
      return;
    }
    const [, size] = CHUNK.exec(line) ?? [];
    if (size === undefined) throw new MalformedAnswerError('A chunk does not say its size.');
    this.#left = Number.parseInt(size, 16);
    this.#count = 0;
    this.#state = this.#left === 0 ? 'trailers' : 'chunk';
  }

  /** @param text with the end of its last line */
  #readHead(text: string): void {
    if (ILLEGAL.test(text)) throw new MalformedAnswerError('The head has a control character.');
    let from = text.indexOf('\r\n') + 2;
    const [, minor, digits] = STATUS_LINE.exec(text.slice(0, from - 2)) ?? [];
    if (digits === undefined) throw new MalformedAnswerError('This is not HTTP/1.');
    const status = Number(digits);
    const headers: string[] = [];
    const frame: Frame = { length: undefined, chunked: false, connection: '', keepAlive: '' };
    while (from < text.length) {
      const end = text.indexOf('\r\n', from);
      const colon = text.indexOf(':', from);
      const name = colon === -1 || colon > end ? '' : text.slice(from, colon);
      // A folded line begins with a space, which no name has.
      if (!NAME.test(name)) throw new MalformedAnswerError('A header has no name.');
      const value = withoutSpace(text, colon + 1, end);
      headers.push(name, value);
      note(frame, name, value);
      from = end + 2;
    }
    if (status < 200) {
      this.#count += 1;
      if (status === 101 || this.#count > MOST_INTERIM)
        throw new MalformedAnswerError(`${status} is no answer to what was asked.`);
      return;
    }
    const { length, chunked, connection, keepAlive } = frame;
    // RFC 9112, section 6.1: both at once is how answers are smuggled, and HTTP/1.0 has no codings.
    if (chunked && (length !== undefined || minor === '0'))
      throw new MalformedAnswerError('The answer has two frames.');
    this.reusable = minor === '1' && !/\bclose\b/i.test(connection);
    const [, seconds] = /\btimeout=(\d{1,6})\b/i.exec(keepAlive) ?? [];
    this.keepAliveSeconds = seconds === undefined ? undefined : Number(seconds);
    const bodiless = this.#bodiless || status === 204 || status === 304;
    this.#left = length ?? 0;
    if (bodiless || length === 0) this.#state = 'idle';
    else if (chunked) this.#state = 'chunk-size';
    else if (length !== undefined) this.#state = 'length';
    else {
      this.#state = 'until-close';
      this.reusable = false;
    }
    this.#parts?.onHead(status, headers);
    if (this.#state === 'idle') this.#end();
  }

  #end(): void {
    this.#state = 'idle';
    this.#parts?.onEnd();
  }
}

interface Frame {
  length: number | undefined;
  chunked: boolean;
  connection: string;
  keepAlive: string;
}

/** Keeps what a header says of the frame. Most names are told by their length, before anything is copied. */
function note(frame: Frame, name: string, value: string): void {
  switch (name.length) {
    case 10: {
      const lower = name.toLowerCase();
      if (lower === 'connection') frame.connection += `,${value}`;
      else if (lower === 'keep-alive') frame.keepAlive = value;
      return;
    }
    case 14:
      if (name.toLowerCase() !== 'content-length') return;
      if (frame.length !== undefined || !/^\d{1,15}$/.test(value))
        throw new MalformedAnswerError('The answer has no one length.');
      frame.length = Number(value);
      return;
    case 17:
      if (name.toLowerCase() !== 'transfer-encoding') return;
      if (frame.chunked || value.toLowerCase() !== 'chunked')
        throw new MalformedAnswerError('The only coding that is understood is chunked.');
      frame.chunked = true;
  }
}

function withoutSpace(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const isSpace = (code: number) => code === 32 || code === 9;
