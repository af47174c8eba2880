import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderMegabytes, packagesMegabytes } from './megabytes.ts';
import { forgeForBench } from './forge-for-bench.ts';
import { type ServerProcess, type Startable, startServer } from './server-process.ts';

/** A generated service, and one written by hand with the same packages. */
export interface Contestants {
  readonly ours: Startable;
  readonly rival: Startable;
  /** Who the rival is. */
  readonly name: string;
  /** What a container image holds of each beside its language. */
  readonly megabytes: readonly [ours: number, rival: number];
}

const rivals = join(import.meta.dirname, '../rivals');
const LONGEST_BUILD = 30 * 60_000;

/** By target: forges, builds for production as the Dockerfile does, and gives what to start. */
export const contestantsOf: Readonly<Record<string, (directory: string) => Promise<Contestants>>> =
  { typescript, python, rust };

/** Makes the tables by starting the generated service once, and gives each contestant a file of them. */
export async function makeDatabases(
  { ours }: Contestants,
  folder: string,
): Promise<readonly [string, string]> {
  const [one, two] = [join(folder, 'ours.db'), join(folder, 'rival.db')];
  const server = await startOn(ours, one);
  await server.stop();
  for (const suffix of ['', '-wal'])
    if (existsSync(one + suffix)) copyFileSync(one + suffix, two + suffix);
  return [one, two];
}

/** Starts one on its file, with no limit to the number of requests. */
export function startOn(one: Startable, file: string): Promise<ServerProcess> {
  return startServer(one, { DATABASE_FILE: file, RATE_LIMIT_PER_MINUTE: '1000000000' });
}

async function typescript(directory: string): Promise<Contestants> {
  await forgeForBench(directory, 'typescript');
  const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  run(process.execPath, compiler, directory);
  const quiet = '--disable-warning=ExperimentalWarning';
  const fastify = join(rivals, 'fastify');
  return {
    ours: { command: [process.execPath, quiet, 'dist/main.js'], cwd: directory },
    rival: { command: [process.execPath, quiet, join(fastify, 'server.mjs')], cwd: directory },
    name: 'a hand-written Fastify service',
    megabytes: [
      folderMegabytes(join(directory, 'dist')) + packagesMegabytes(directory),
      folderMegabytes(fastify) + packagesMegabytes(directory, ['fastify', '@node-rs/argon2']),
    ],
  };
}

async function python(directory: string): Promise<Contestants> {
  await forgeForBench(directory, 'python');
  const interpreter = join(directory, '.venv/bin/python');
  const fastapi = join(rivals, 'fastapi');
  const program = join(import.meta.dirname, 'package-sizes.py');
  const sizeOf = (...packages: readonly string[]) =>
    Number(execFileSync(interpreter, [program, ...packages], { encoding: 'utf8' }));
  // As in the image: compiled before they start.
  const bytecode = ['-X', `pycache_prefix=${join(directory, '.bytecode')}`];
  const code = ['.venv/lib', 'app', 'migrations', fastapi];
  run(interpreter, [...bytecode, '-m', 'compileall', '-q', ...code], directory);
  const started = (program: string): Startable => {
    return { command: [interpreter, '-B', ...bytecode, program], cwd: directory };
  };
  const used = ['fastapi', 'sqlalchemy', 'uvicorn', 'httptools', 'uvloop', 'pyjwt', 'argon2-cffi'];
  return {
    ours: started('main.py'),
    rival: started(join(fastapi, 'main.py')),
    name: 'a hand-written FastAPI service',
    megabytes: [
      folderMegabytes(join(directory, 'app')) + sizeOf('-r', join(directory, 'requirements.txt')),
      folderMegabytes(fastapi) + sizeOf(...used),
    ],
  };
}

/** The rival is one more program of the same crate: the same versions of the same crates, built alike. */
async function rust(directory: string): Promise<Contestants> {
  await forgeForBench(directory, 'rust');
  cpSync(join(rivals, 'axum'), join(directory, 'src/bin/rival'), { recursive: true });
  run('cargo', ['build', '--release', '--locked', '--quiet'], directory);
  const program = (name: string): Startable => {
    return { command: [join(directory, 'target/release', name)], cwd: directory };
  };
  const [ours, rival] = [program('server'), program('rival')];
  return {
    ours,
    rival,
    name: 'a hand-written Axum and sqlx service',
    megabytes: [folderMegabytes(ours.command[0]), folderMegabytes(rival.command[0])],
  };
}

function run(program: string, args: readonly string[], cwd: string): void {
  execFileSync(program, args, { cwd, timeout: LONGEST_BUILD, stdio: ['ignore', 'ignore', 'pipe'] });
}
