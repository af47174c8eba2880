import type { Output, OutputMode, Sink } from './output.ts';

/** A running stage; call exactly one of done, fail and skip. */
export interface Stage {
  /** What it is busy with, shown on the live line only (and as an event). */
  update(detail: string): void;
  done(detail?: string): void;
  fail(detail?: string): void;
  skip(reason: string): void;
}

/** Whose a stage is: a service, and the target that it is made for. */
export interface StageOwner {
  readonly service: string;
  readonly target: string;
}

interface StagePorts {
  readonly mode: OutputMode;
  readonly stdout: Sink;
  readonly style: Output['style'];
  readonly event: Output['event'];
}

const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';

/** Shows one stage in the output's mode; see Output.stage. */
export function createStage(
  { name, of }: { readonly name: string; readonly of?: StageOwner },
  { mode, stdout, style, event }: StagePorts,
): Stage {
  const shown = of ? `${of.service} (${of.target}) ${name}` : name;
  // `performance` would load a module of Node's that nothing else needs.
  const started = process.uptime();
  let detail = '';
  let tick = 0;
  const erase = mode === 'terminal' ? '\r\u001B[2K' : '';
  const draw = () => {
    const frame = frames[tick++ % frames.length] ?? '';
    const room = (stdout.columns ?? 80) - 3;
    const text = detail ? `${shown}: ${detail}` : shown;
    stdout.write(`${erase}${style('cyan', frame)} ${text.slice(0, room)}`);
  };
  event('stage', { stage: name, ...of, state: 'started' });
  const timer = mode === 'terminal' ? setInterval(draw, 100).unref() : undefined;
  if (mode === 'terminal') draw();

  const end = (state: 'done' | 'failed' | 'skipped', note?: string) => {
    clearInterval(timer);
    const ms = Math.round((process.uptime() - started) * 1000);
    event('stage', {
      stage: name,
      ...of,
      state,
      ms,
      ...(note === undefined ? {} : { detail: note }),
    });
    if (mode === 'json') return;
    const mark = {
      done: style('green', '✔'),
      failed: style('red', '✘'),
      skipped: style('yellow', '–'),
    };
    const time = state === 'skipped' ? 'skipped' : `${(ms / 1000).toFixed(1)} s`;
    stdout.write(
      `${erase}${mark[state]} ${shown}${note ? `: ${note}` : ''} ${style('dim', `(${time})`)}\n`,
    );
  };
  return {
    update: (text) => {
      detail = text;
      if (mode === 'terminal') draw();
      event('progress', { stage: name, ...of, detail: text });
    },
    done: (note) => end('done', note),
    fail: (note) => end('failed', note),
    skip: (reason) => end('skipped', reason),
  };
}
