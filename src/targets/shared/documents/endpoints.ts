import { basePathOf } from '#blueprint';
import type { Service } from '#blueprint';
import type { Contract, Method } from '#contract';
import { code, plain, table } from '../text/markdown.ts';

const METHODS: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete'];

/** One row for each path of the contract. */
export function endpoints({ openapi }: Contract, service: Service): string {
  if (service.document) return operationTable(service);
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

/** Of a contract that was given: one row for each operation, below the path of its first server. */
function operationTable({ document = {}, operations = [] }: Service): string {
  const base = basePathOf(document);
  const rows = operations.map(({ method, path, label, group, name, keeps }) => [
    code(`${method.toUpperCase()} ${base}${path}`),
    plain(label),
    keeps ? `kept: ${plain(keeps.collection)}` : code(`${group}/${name}`),
  ]);
  return table(['Operation', 'What it does', 'Handler'], rows);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
