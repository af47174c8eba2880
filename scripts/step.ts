import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { root } from './root.ts';

/** One step of `check` or `test`: a program, run by this Node when its first word is `node`. */
export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Variables of the environment besides ours. */
  readonly env?: Readonly<Record<string, string>>;
  /** Others wait for this one: it goes first where there are not enough processors. */
  readonly longest?: true;
  /** Passes output through while it runs instead of showing it only on failure. */
  readonly live?: true;
}

/** How a step ended; `note` is the last line that it printed. */
export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly note: string;
}

/** Runs one step and prints its line, with its whole output when it fails. */
export async function runStep({ name, command, live, env, longest }: Step): Promise<StepResult> {
  const started = performance.now();
  const [program, ...args] = command;
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: root,
    // Node keeps there what it has compiled, stripped of its types: a quarter of the time of a short run.
    // The compiler and the linter are programs in Go, which spend a third of their time collecting garbage.
    env: {
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
      GOGC: '400',
      ...process.env,
      ...env,
    },
    stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined && !longest && !live) yieldProcessor(child.pid);
  let output = '';
  const collect = (chunk: string) => (output += chunk);
  child.stdout?.setEncoding('utf8').on('data', collect);
  child.stderr?.setEncoding('utf8').on('data', collect);
  const ok = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      output += `cannot start ${program}: ${error.message}\n`;
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  const seconds = (performance.now() - started) / 1000;
  const note = ok ? (output.trim().split('\n').at(-1) ?? '') : '';
  if (!ok && output) console.log(output.trimEnd());
  const mark = ok ? styleText('green', '✔') : styleText('red', '✘');
  console.log(
    `${mark} ${name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s  ${styleText('dim', note.slice(0, 100))}`,
  );
  return { name, ok, seconds, note };
}

function yieldProcessor(pid: number): void {
  try {
    setPriority(pid, 5);
  } catch {
    // It has ended already, or the system does not let us: it only takes longer.
  }
}

/** Prints the one line that everybody looks at; gives the exit code. */
export function verdict(what: string, results: readonly StepResult[], started: number): 0 | 1 {
  const failed = results.filter((result) => !result.ok).map((result) => result.name);
  const time = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  if (failed.length === 0) console.log(styleText('green', `${what}: all green in ${time}`));
  else console.log(styleText('red', `${what}: FAILED (${failed.join(', ')}) in ${time}`));
  return failed.length === 0 ? 0 : 1;
}
