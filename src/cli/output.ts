import { diagnosticsToJson, renderDiagnostics, type Diagnostic } from '#diagnostics';
import { createStage, type Stage, type StageOwner } from './stage.ts';

// To import it would load all that `node:util` gives.
const { styleText } = process.getBuiltinModule('node:util');

/** `terminal` shows live progress, `pipe` plain lines, `json` nothing but JSON. */
export type OutputMode = 'terminal' | 'pipe' | 'json';

/** The part of a Node stream that output needs. */
export interface Sink {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(data: string | Uint8Array): unknown;
}

/** How a command speaks. Every method does the right thing in each mode, so commands never ask. */
export interface Output {
  readonly mode: OutputMode;
  /** Colours text for standard output where colours are wanted. */
  readonly style: (format: Parameters<typeof styleText>[0], text: string) => string;
  /** A line for people on stdout; silent in JSON mode. */
  line(text?: string): void;
  /** A document, alone and exactly, on stdout in every mode (ends with one newline). */
  document(text: string): void;
  /**
   * Starts a stage of long work: a live line, one plain line when it ends, or JSON events.
   * @param of whose it is, where several are made
   */
  stage(name: string, of?: StageOwner): Stage;
  /** An event of long work; only in JSON mode. */
  event(event: string, data?: Readonly<Record<string, unknown>>): void;
  /** The last word of long work: the `result` event, or `human` for people. */
  result(data: Readonly<Record<string, unknown>>, human?: string): void;
  /** Code frames on stderr, or one JSON document per call on stderr in JSON mode. */
  diagnostics(
    list: readonly Diagnostic[],
    readSource?: (document: string) => string | undefined,
  ): void;
}

export interface OutputSettings {
  readonly json: boolean;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Chooses the mode from `--json` and the stream, and colours from the stream, NO_COLOR and FORCE_COLOR. */
export function createOutput({ json, stdout, stderr, env }: OutputSettings): Output {
  const mode: OutputMode = json
    ? 'json'
    : stdout.isTTY && env['TERM'] !== 'dumb'
      ? 'terminal'
      : 'pipe';
  const print = (text: string) => void stdout.write(`${text}\n`);
  const event: Output['event'] = (name, data = {}) => {
    if (mode === 'json') print(JSON.stringify({ event: name, ...data }));
  };
  const style: Output['style'] = (format, text) =>
    mode !== 'json' && wantsColor(stdout, env)
      ? styleText(format, text, { validateStream: false })
      : text;
  return {
    mode,
    style,
    event,
    line: (text = '') => {
      if (mode !== 'json') print(text);
    },
    document: (text) => void stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    stage: (name, of) => createStage({ name, ...(of && { of }) }, { mode, stdout, style, event }),
    result: (data, human) => {
      if (mode === 'json') event('result', data);
      else if (human !== undefined) print(human);
    },
    diagnostics: (list, readSource = () => undefined) => {
      if (list.length === 0) return;
      const text =
        mode === 'json'
          ? diagnosticsToJson(list)
          : renderDiagnostics(list, { readSource, color: wantsColor(stderr, env) });
      stderr.write(text.endsWith('\n') ? text : `${text}\n`);
    },
  };
}

/** https://no-color.org and https://force-color.org: NO_COLOR wins, an empty value does not count. */
function wantsColor(stream: Sink, env: OutputSettings['env']): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
