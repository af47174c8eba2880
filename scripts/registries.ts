import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Generator } from './generators.ts';

/** `src/targets/registry.gen.ts`: every `src/targets/<name>/<name>.target.ts`, loaded when asked for. */
export const targetRegistry: Generator = async (root) =>
  registry(root, 'targets', '*/*.target.ts', 'target');

/** `src/verify/registry.gen.ts`: every `*.gate.ts` below `src/verify`. */
export const gateRegistry: Generator = async (root) =>
  registry(root, 'verify', '**/*.gate.ts', 'gate');

/** `src/verify/toolchains/registry.gen.ts`: every `src/verify/toolchains/<target>.toolchain.ts`. */
export const toolchainRegistry: Generator = async (root) =>
  registry(root, 'verify/toolchains', '*.toolchain.ts', 'toolchain');

/** `src/cli/registry.gen.ts`: every `src/cli/*.command.ts`; names and summaries are here so that help loads none. */
export const commandRegistry: Generator = async (root) => {
  const files = find(root, 'cli', '*.command.ts');
  const entries = await Promise.all(
    files.map(async (file) => {
      const url = pathToFileURL(join(root, 'src/cli', file)).href;
      const { command } = (await import(url)) as { command: { name: string; summary: string } };
      return `  {
    name: ${quote(command.name)},
    summary: ${quote(command.summary)},
    load: async () => (await import('./${file}')).command,
  },
`;
    }),
  );
  const text = `${head}import type { RegisteredCommand } from './registered-command.ts';

export const commands: readonly RegisteredCommand[] = ${list(entries)};
`;
  return new Map([['src/cli/registry.gen.ts', text]]);
};

const head = '// Made by `npm run generate`; edits are lost.\n';

/** Entries load their module when asked: start-up pays only for what the command uses. */
function registry(
  root: string,
  module: string,
  pattern: string,
  role: string,
): ReadonlyMap<string, string> {
  const entries = find(root, module, pattern).map((file) => {
    const name = quote(basename(file, `.${role}.ts`));
    const load = `async () => (await import('./${file}')).${role}`;
    const oneLine = `  { name: ${name}, load: ${load} },\n`;
    return oneLine.length <= 101 ? oneLine : `  {\n    name: ${name},\n    load: ${load},\n  },\n`;
  });
  const type = role[0]?.toUpperCase() + role.slice(1);
  const text = `${head}import type { ${type} } from './${role}.ts';

export const ${role}Registry: readonly {
  readonly name: string;
  readonly load: () => Promise<${type}>;
}[] = ${list(entries)};
`;
  return new Map([[`src/${module}/registry.gen.ts`, text]]);
}

const find = (root: string, module: string, pattern: string) =>
  globSync(pattern, { cwd: join(root, 'src', module) })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const list = (entries: readonly string[]) =>
  entries.length === 0 ? '[]' : `[\n${entries.join('')}]`;

/** A string as the formatter writes it: the quotes that need no escape. */
const quote = (text: string) =>
  text.includes("'") ? JSON.stringify(text) : `'${text.replaceAll('\\', '\\\\')}'`;
