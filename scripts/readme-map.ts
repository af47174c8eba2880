import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layers } from '../src/layers.ts';
import type { Generator } from './generators.ts';

const start = '<!-- layers: made by `npm run generate` from src/layers.ts -->';
const end = '<!-- /layers -->';

/** README.md with the map of `src/layers.ts` between its two markers; a module without a folder is planned. */
export const readmeMap: Generator = async (root) => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [before, rest] = readme.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`README.md lacks "${start}" … "${end}"`);
  const isThere = (module: string) => existsSync(join(root, 'src', module));
  const rows = layers.map(
    ({ module, layer, does, pure }) =>
      `| ${layer} | \`${module}\` | ${isThere(module) ? '' : 'planned: '}${does}${pure ? ' (pure)' : ''} |`,
  );
  const table = ['| layer | module | what it does |', '|---|---|---|', ...rows].join('\n');
  return new Map([['README.md', `${before}${start}\n${table}\n${end}${after}`]]);
};
