import { posix } from 'node:path';
import type { Layer } from '../src/layers.ts';

/**
 * What breaks the map, one line each, given path → text: a module imports only from lower layers, only as
 * `#module`, keeps everything else private behind its index.ts, and pure modules import nothing of `node:`
 * but in their `adapters/`, which they load only when asked to.
 */
export function layerViolations(
  files: ReadonlyMap<string, string>,
  layers: readonly Layer[],
): string[] {
  const known = new Map(layers.map((layer) => [layer.module, layer]));
  const violations: string[] = [];
  for (const [path, text] of files) {
    const module = /^src\/([^/]+)\//.exec(path)?.[1];
    // Templates are code of generated services, which know nothing of our modules.
    if (module === undefined || path.includes('/template/')) continue;
    const from = known.get(module);
    if (!from) {
      violations.push(`${path}: "${module}" is not in src/layers.ts`);
      continue;
    }
    const say = (problem: string) => violations.push(`${path}: ${problem}`);
    if (from.pure && !isAdapter(path) && !isTest(path)) {
      const needed = staticImports(text).find((specifier) => isAdapter(specifier));
      if (needed !== undefined)
        say(`"${module}" is pure and needs ${needed}: adapters are loaded by \`import()\` only`);
    }
    for (const specifier of imports(text)) {
      if (specifier.startsWith('#')) checkModule(specifier.slice(1), from, known, path, say);
      else if (specifier.startsWith('.')) checkRelative(specifier, path, module, say);
      else if (specifier.startsWith('node:') && from.pure && !isTest(path) && !isAdapter(path)) {
        say(`"${module}" is pure and must not import ${specifier}: take it as a port`);
      }
    }
  }
  return violations;
}

function checkModule(
  name: string,
  from: Layer,
  known: ReadonlyMap<string, Layer>,
  path: string,
  say: (problem: string) => void,
): void {
  const to = known.get(name);
  if (isTest(path) && known.has(name)) return;
  if (name === from.module) say(`imports #${name}, its own module: use relative paths`);
  else if (!to) say(`imports #${name}, which is not a module: only #module, never deeper`);
  else if (to.layer >= from.layer) {
    say(
      `layer ${from.layer} (${from.module}) imports #${name} of layer ${to.layer}: only lower layers`,
    );
  }
}

function checkRelative(
  specifier: string,
  path: string,
  module: string,
  say: (problem: string) => void,
): void {
  const target = posix.join(posix.dirname(path), specifier);
  const own = target.startsWith(`src/${module}/`);
  // Tests may use the helpers of test/ and scripts/; no test reaches into another module's files.
  if (!own && !(isTest(path) && /^(test|scripts|bin)\//.test(target))) {
    say(`reaches out of its module with ${specifier}: use #module`);
  }
}

/**
 * Module specifiers of static and dynamic imports and re-exports; text in comments does not count, nor do
 * static imports after the first statement: those are text that a target emits.
 */
export function imports(text: string): string[] {
  const all = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const start = all.search(/^(?!import\b|export (?:type )?[{*]|[}\s/])\S/m);
  const code =
    start === -1
      ? all
      : all.slice(0, start) + all.slice(start).replace(/^(?:import|\} from)\b/gm, '');
  const pattern =
    /^(?:import|export)\s(?:[^'";`]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|^\} from ['"]([^'"]+)['"]/gm;
  return [...code.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** Imports without which a module cannot be loaded. */
function staticImports(text: string): string[] {
  const atRunTime = text.replace(/^(?:import|export) type\b[^;]*;/gm, '');
  return imports(atRunTime.replace(/\bimport\(/g, 'load('));
}

/** The folder of a pure module that implements its ports with `node:`; nothing of the module needs it. */
const isAdapter = (path: string) => path.includes('/adapters/');

/** Tests, and the helpers of one module's tests: `test-service.ts`. */
const isTest = (path: string) => /(\.test|\/test-[^/]*)\.ts$/.test(path);
