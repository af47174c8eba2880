import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './root.ts';

/** Programs that slow tests may ask for with a line `// needs: <program>`, and their Debian packages. */
const debianPackages: Readonly<Record<string, string>> = {
  chromium: 'chromium',
  java: 'openjdk-17-jre-headless',
  mvn: 'maven',
  'nats-server': 'nats-server',
  'rabbitmq-server': 'rabbitmq-server',
};

/**
 * Installs what the given test files need and the machine lacks, where we may (root on Debian or Ubuntu);
 * otherwise says exactly what to install, and the tests that need it report why they are skipped.
 */
export function installSystemPackages(files: readonly string[]): void {
  const needed = new Set(files.flatMap((file) => needs(readFileSync(join(root, file), 'utf8'))));
  const missing = [...needed].filter((program) => !isInstalled(program));
  if (missing.length === 0) return;
  const command = [
    'apt-get',
    'install',
    '-y',
    '--no-install-recommends',
    ...missing.map(packageOf),
  ];
  if (process.getuid?.() !== 0 || !isInstalled('apt-get')) {
    console.error(
      `Some tests need programs that are not here. Install them with: sudo ${command.join(' ')}`,
    );
    return;
  }
  console.error(`installing ${missing.join(', ')} …`);
  const run = (args: readonly string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const args = command.slice(1);
  if (!run(args) && !(run(['update']) && run(args)))
    console.error(`could not install them: ${command.join(' ')}`);
}

/** The programs named by `// needs: a, b` lines of a test file. */
export function needs(source: string): string[] {
  return [...source.matchAll(/^\/\/ needs: (.+)$/gm)].flatMap((match) =>
    (match[1] ?? '').trim().split(/\s*,\s*/),
  );
}

const packageOf = (program: string) => debianPackages[program] ?? program;

/** Looked for, not run: asked for its version, a server may just start. */
const isInstalled = (program: string) =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'].some((folder) =>
    existsSync(join(folder, program)),
  );
