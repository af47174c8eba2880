import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a program ran. */
export interface Timed {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** What takes longer misses every limit, and is ended. */
const LONGEST_SECONDS = 60;

const reporter = fileURLToPath(new URL('report-peak.mjs', import.meta.url));

/**
 * Runs this Node with arguments, from its start to its end. Memory is measured only when asked: the
 * reporter has to be loaded, and would count as time.
 * @throws when it ends with another code than those of `codes`
 */
export async function runTimed(
  args: readonly string[],
  {
    memory = false,
    cwd = tmpdir(),
    codes = [0],
  }: {
    readonly memory?: boolean;
    readonly cwd?: string;
    /** Codes to end with that are no failure. */
    readonly codes?: readonly (number | null)[];
  } = {},
): Promise<Timed> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-peak-'));
  const peakFile = join(folder, 'peak');
  try {
    const started = performance.now();
    const child = spawn(process.execPath, [...(memory ? ['--import', reporter] : []), ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, BENCH_PEAK_FILE: peakFile },
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_SECONDS * 1000);
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    clearTimeout(timer);
    const seconds = (performance.now() - started) / 1000;
    if (!codes.includes(code))
      throw new Error(`node ${args.join(' ')} ended with ${code}: ${said}`);
    const peakMegabytes = memory ? Number(readFileSync(peakFile, 'utf8')) / 1024 : 0;
    return { seconds, peakMegabytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
