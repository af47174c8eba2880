import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { AnswerParser, type AnswerParts } from './answer-parser.ts';
import { type CallHolder, type UpstreamCall, UpstreamError } from './upstream-call.ts';

/** Whose connection it is. */
export interface ConnectionOwner {
  /** Ticks of the clock by which limits are kept. */
  now(): number;
  /** It can take the next call. */
  onIdle(connection: UpstreamConnection): void;
  onClosed(connection: UpstreamConnection): void;
}

/** In milliseconds. */
export interface ConnectionLimits {
  readonly tickMs: number;
  readonly connectMs: number;
  /** Shorter than any sensible server keeps an idle connection: a request must not meet its end. */
  readonly idleMs: number;
}

const LONGEST_IDLE_MS = 60_000;

/** One connection to an upstream: one call after another. */
export class UpstreamConnection implements CallHolder, AnswerParts {
  readonly #socket: Socket;
  readonly #owner: ConnectionOwner;
  readonly #limits: ConnectionLimits;
  readonly #parser = new AnswerParser();
  #call: UpstreamCall | undefined;
  #connected = false;
  #answering = false;
  #uploading = false;
  #paused = false;
  #error: Error | undefined = undefined;
  /** The tick after which it is given up. */
  #until: number;

  constructor(url: URL, first: UpstreamCall, owner: ConnectionOwner, limits: ConnectionLimits) {
    this.#owner = owner;
    this.#limits = limits;
    this.#call = first;
    first.holder = this;
    this.#until = this.#after(limits.connectMs);
    const secure = url.protocol === 'https:';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = Number(url.port) || (secure ? 443 : 80);
    this.#socket = secure
      ? connectSecurely({
          host,
          port,
          servername: /[a-z]/i.test(host) && !host.includes(':') ? host : '',
          ALPNProtocols: ['http/1.1'],
        })
      : connect({ host, port });
    this.#socket.setNoDelay(true);
    this.#socket.on(secure ? 'secureConnect' : 'connect', () => this.#start());
    this.#socket.on('data', (piece: Buffer) => this.#read(piece));
    this.#socket.on('end', () => this.#parser.close());
    this.#socket.on('error', (cause) => {
      const reason = this.#connected ? 'broken' : 'connect';
      this.#error ??= new UpstreamError(reason, cause.message, { cause });
    });
    this.#socket.on('close', () => this.#closed());
  }

  /** Sends a call; only when there is none. */
  send(call: UpstreamCall): void {
    this.#call = call;
    call.holder = this;
    this.#write(call);
  }

  /** Looks at the limits. */
  tick(now: number): void {
    if (now < this.#until || this.#paused) return;
    const call = this.#call;
    if (call === undefined) this.destroy();
    else if (!this.#connected)
      this.abandon(call, new UpstreamError('connect', 'It took too long.'));
    else this.abandon(call, new UpstreamError('timeout', 'No answer in time.'));
  }

  /** It is of no use any more; a call under way fails. */
  destroy(error?: Error): void {
    this.#error ??= error;
    this.#socket.destroy();
  }

  abandon(_call: UpstreamCall, error: Error): void {
    this.destroy(error);
  }

  pause(): void {
    this.#paused = true;
    this.#socket.pause();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#until = this.#after(this.#call?.request.idleMs ?? 0);
    this.#socket.resume();
  }

  onHead(status: number, headers: string[]): void {
    this.#answering = true;
    this.#call?.listener.onHead(status, headers);
  }

  onData(chunk: Buffer): void {
    // Given up in the middle of a piece: the rest of it is nobody's.
    if (!this.#socket.destroyed) this.#call?.listener.onData(chunk);
  }

  onEnd(): void {
    const call = this.#call;
    if (call === undefined || this.#socket.destroyed) return;
    this.#call = undefined;
    call.holder = undefined;
    if (this.#paused) this.resume();
    // Of a request that is still being sent nobody knows where the next would begin.
    if (this.#uploading || !this.#parser.reusable) this.#socket.destroy();
    else {
      const { keepAliveSeconds } = this.#parser;
      // A second less: the request has to get there, too.
      const said = keepAliveSeconds === undefined ? undefined : (keepAliveSeconds - 1) * 1000;
      this.#until = this.#after(Math.min(said ?? this.#limits.idleMs, LONGEST_IDLE_MS));
      this.#owner.onIdle(this);
    }
    call.listener.onEnd();
  }

  /** Whether it may take a call: it is open, and nothing came that nobody asked for. */
  get usable(): boolean {
    return this.#parser.reusable && !this.#socket.destroyed && this.#socket.writable;
  }

  #start(): void {
    this.#connected = true;
    if (this.#call !== undefined) this.#write(this.#call);
  }

  #write(call: UpstreamCall): void {
    const { method, body, timeoutMs } = call.request;
    call.sent = true;
    this.#answering = false;
    this.#until = this.#after(timeoutMs);
    this.#parser.begin(method, this);
    if (body === undefined) this.#socket.write(call.head, 'latin1');
    else if (Buffer.isBuffer(body)) {
      this.#socket.cork();
      this.#socket.write(call.head, 'latin1');
      this.#socket.write(body);
      this.#socket.uncork();
    } else {
      this.#socket.write(call.head, 'latin1');
      void this.#upload(call, body);
    }
  }

  /** Passes a body on at the pace of the upstream. */
  async #upload(call: UpstreamCall, body: AsyncIterable<Buffer>): Promise<void> {
    this.#uploading = true;
    // How slow a caller may be is for the server to say.
    this.#until = Infinity;
    try {
      for await (const chunk of body) {
        if (this.#call !== call || this.#socket.destroyed) return;
        if (chunk.length === 0) continue;
        this.#socket.cork();
        if (call.chunked) this.#socket.write(`${chunk.length.toString(16)}\r\n`, 'latin1');
        const more = this.#socket.write(chunk);
        if (call.chunked) this.#socket.write('\r\n', 'latin1');
        this.#socket.uncork();
        if (!more) await this.#drained(call);
      }
      if (this.#call !== call) return;
      this.#uploading = false;
      if (call.chunked) this.#socket.write('0\r\n\r\n', 'latin1');
      if (!this.#answering) this.#until = this.#after(call.request.timeoutMs);
    } catch (error) {
      if (this.#call === call) this.destroy(error as Error);
    }
  }

  #drained({ request }: UpstreamCall): Promise<void> {
    if (!this.#answering) this.#until = this.#after(request.timeoutMs);
    return new Promise((resolve) => {
      const done = () => {
        if (!this.#answering) this.#until = Infinity;
        this.#socket.off('drain', done);
        this.#socket.off('close', done);
        resolve();
      };
      this.#socket.once('drain', done);
      this.#socket.once('close', done);
    });
  }

  #read(piece: Buffer): void {
    try {
      this.#parser.push(piece);
    } catch (error) {
      this.destroy(new UpstreamError('broken', 'The answer makes no sense.', { cause: error }));
      return;
    }
    if (this.#call === undefined) {
      if (!this.#parser.reusable) this.#socket.destroy();
    } else if (this.#answering) this.#until = this.#after(this.#call.request.idleMs);
  }

  #closed(): void {
    const call = this.#call;
    this.#call = undefined;
    this.#owner.onClosed(this);
    if (call === undefined) return;
    call.holder = undefined;
    call.listener.onError(
      this.#error ?? new UpstreamError('broken', 'The connection ended before the answer did.'),
    );
  }

  /** Never too early: the tick that is under way does not count. */
  #after(ms: number): number {
    return this.#owner.now() + Math.ceil(ms / this.#limits.tickMs) + 1;
  }
}
