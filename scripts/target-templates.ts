import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from './generators.ts';

/**
 * `src/targets/<name>/template.gen.ts`: the files of `src/targets/<name>/template/` as text, because
 * targets are pure and can't read them. The files themselves are checked and tested as code.
 */
export const targetTemplates: Generator = async (root) => {
  const folder = 'src/targets/*/template/';
  const files = globSync([`${folder}**/*`, `${folder}.*`], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
  const byTarget = Map.groupBy(files.toSorted(), (file) => file.split('/')[2] ?? '');
  const modules = [...byTarget].map(([target, paths]): [string, string] => {
    const start = `src/targets/${target}/template/`.length;
    const entries = paths.map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return `  ${JSON.stringify(path.slice(start))}: ${JSON.stringify(text)},\n`;
    });
    const head = '// Made by `npm run generate` from the files of template/; edits are lost.\n';
    const text = `${head}export const template: Readonly<Record<string, string>> = {\n${entries.join('')}};\n`;
    return [`src/targets/${target}/template.gen.ts`, text];
  });
  return new Map(modules);
};
