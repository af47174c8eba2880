import type { Contract, Method } from '#contract';
import { code, plain, table } from '../text/markdown.ts';

const METHODS: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete'];

/** One row for each path of the contract. */
export function endpoints({ openapi }: Contract): string {
  const rows = Object.entries(openapi.paths).map(([path, item]) => {
    const given = METHODS.filter((method) => item[method] !== undefined);
    const does = given.map((method) => item[method]?.summary ?? '').filter((text) => text !== '');
    return [
      code(path),
      given.map((method) => method.toUpperCase()).join(' '),
      plain(does.map((text, index) => (index === 0 ? text : lowerFirst(text))).join(', ')),
    ];
  });
  return table(['Path', 'Methods', 'What they do'], rows);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
